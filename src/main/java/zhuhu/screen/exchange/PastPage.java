package zhuhu.screen.exchange;

import javafx.scene.Parent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import zhuhu.base.Texts;
import zhuhu.screen.Desk;
import zhuhu.screen.part.Words;

/// The files that came and went.
public final class PastPage implements ExchangePage {

    private final PackagesModel model;
    private final PackageTable table;
    private final VBox root;

    public PastPage(PackagesModel model, Desk desk, Texts texts) {
        this.model = model;
        this.table = new PackageTable(model, desk, texts);
        this.root = new VBox(12, Words.label(texts.of("exchange.past"), "heading"), table.node());
        root.getStyleClass().add("pane");
        VBox.setVgrow(table.node(), Priority.ALWAYS);
    }

    @Override
    public ExchangeSlot slot() {
        return ExchangeSlot.PAST;
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public void entered() {
        model.refresh();
    }

    @Override
    public void focus() {
        table.node().requestFocus();
    }
}

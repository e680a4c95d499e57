package zhuhu.screen.exchange;

import javafx.application.Platform;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import zhuhu.base.Texts;
import zhuhu.screen.Desk;
import zhuhu.screen.exchange.review.WithdrawModel;
import zhuhu.screen.exchange.review.WithdrawPane;
import zhuhu.screen.part.Words;

/// The files that came and went.
public final class PastPage implements ExchangePage {

    private final PackagesModel model;
    private final PackageTable table;
    private final WithdrawPane withdraw;
    private final VBox list;
    private final VBox root = new VBox();

    /// `withdraw` takes a workbook out again.
    public PastPage(PackagesModel model, Desk desk, Texts texts, WithdrawPane withdraw) {
        this.model = model;
        this.withdraw = withdraw;
        this.table = new PackageTable(model, desk, texts, withdraw::isOut);
        var foot =
                new HBox(
                        10,
                        Words.label(texts.of("withdraw.hint"), "soft", "small"),
                        Words.spring(),
                        withdraw.button());
        foot.setAlignment(Pos.CENTER_LEFT);
        this.list =
                new VBox(12, Words.label(texts.of("exchange.past"), "heading"), table.node(), foot);
        root.getStyleClass().add("pane");
        VBox.setVgrow(table.node(), Priority.ALWAYS);
        table.node()
                .getSelectionModel()
                .selectedItemProperty()
                .subscribe(row -> withdraw.choose(row == null ? "" : row.id()));
        withdraw.model().stage().subscribe(this::show);
        root.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
    }

    private void show(WithdrawModel.Stage stage) {
        Node now = withdraw.of(stage).orElse(list);
        root.getChildren().setAll(now);
        VBox.setVgrow(now, Priority.ALWAYS);
        table.node().refresh();
        if (root.getScene() != null) {
            Platform.runLater(this::focus);
        }
    }

    private void pressed(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE && !root.getChildren().contains(list)) {
            withdraw.model().close();
            event.consume();
        }
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
        withdraw.model().refresh();
    }

    @Override
    public void focus() {
        if (root.getChildren().contains(list)) {
            table.node().requestFocus();
        } else if (root.lookup("#withdraw-leave") instanceof Node leave) {
            // Reason: the harmless way has the focus; Enter alone takes nothing out.
            leave.requestFocus();
        }
    }
}

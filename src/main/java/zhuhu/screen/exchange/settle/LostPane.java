package zhuhu.screen.exchange.settle;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import zhuhu.base.Masks;
import zhuhu.base.Outcome;
import zhuhu.base.Problem;
import zhuhu.base.Texts;
import zhuhu.flow.settle.LostValues.Lost;
import zhuhu.screen.Background;
import zhuhu.screen.Desk;
import zhuhu.screen.FilePick;
import zhuhu.screen.part.Columns;
import zhuhu.screen.part.Icon;
import zhuhu.screen.part.Notes;
import zhuhu.screen.part.Words;

/// What a settlement passed over, found by a name, a section or a value, and written to a file.
final class LostPane {

    private final Settling acts;
    private final Background background;
    private final Desk desk;
    private final Texts texts;
    private final FilePick pick;
    private final ObservableList<Lost> found = FXCollections.observableArrayList();
    private final TextField search = new TextField();
    private final PauseTransition pause = new PauseTransition(Duration.millis(250));
    private final TableView<Lost> table = new TableView<>(found);
    private final Label foot = Words.label("", "soft", "small");
    private final VBox said = new VBox(8);
    private final VBox root = new VBox(12);

    LostPane(Settling acts, Background background, Desk desk, Texts texts, FilePick pick) {
        this.acts = acts;
        this.background = background;
        this.desk = desk;
        this.texts = texts;
        this.pick = pick;
        search.setId("settle-search");
        search.setPromptText(texts.of("settle.lost.prompt"));
        HBox.setHgrow(search, Priority.ALWAYS);
        pause.setOnFinished(_ -> refresh());
        search.textProperty().subscribe((_, _) -> pause.playFromStart());
        search.setOnAction(_ -> refresh());
        var export = new Button(texts.of("settle.lost.export"), Icon.EXPORT.of(18));
        export.setId("settle-lost-export");
        export.setMinWidth(Region.USE_PREF_SIZE);
        export.setOnAction(_ -> export());
        var top = new HBox(10, search, export);
        top.setAlignment(Pos.CENTER_LEFT);
        table.setId("settle-lost");
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_ALL_COLUMNS);
        table.setPlaceholder(nothing());
        VBox.setVgrow(table, Priority.ALWAYS);
        root.getChildren().setAll(top, said, table, foot);
        desk.installation().subscribe(_ -> columns());
    }

    Region root() {
        return root;
    }

    Node first() {
        return search;
    }

    private Node nothing() {
        return Notes.empty(
                Icon.CLOCK, texts.of("settle.lost.none"), texts.of("settle.lost.none.why"));
    }

    void refresh() {
        pause.stop();
        String text = search.getText();
        background.run(
                () -> acts.lost(text),
                lost -> {
                    found.setAll(lost);
                    foot.setText(texts.of("settle.lost.foot", lost.size()));
                });
    }

    private void columns() {
        table.getColumns().clear();
        double em = desk.emPx();
        table.setFixedCellSize(Math.round(em * 2.5));
        Columns.add(table, texts.of("settle.lost.household"), 6, em, "strong", l -> whose(l));
        Columns.add(table, texts.of("settle.lost.section"), 8, em, "soft", Lost::title);
        Columns.add(table, texts.of("settle.lost.property"), 9, em, "plain", Lost::label);
        Columns.add(
                table, texts.of("settle.lost.value"), 9, em, "plain", l -> covered(l, l.value()));
        Columns.add(table, texts.of("settle.lost.said"), 13, em, "soft", Lost::said);
        Columns.add(table, texts.of("settle.lost.now"), 9, em, "plain", l -> covered(l, l.now()));
        Columns.add(table, texts.of("settle.lost.settled"), 13, em, "soft", Lost::settled);
    }

    private static String whose(Lost lost) {
        String household = lost.home().householdLabel();
        return household.isEmpty() ? lost.home().recordLabel() : household;
    }

    private String covered(Lost lost, String value) {
        return desk.masked() && Masks.personal(lost.property())
                ? Masks.hide(value)
                : desk.masked() ? Masks.hideIn(value) : value;
    }

    private void export() {
        Optional<Path> out = pick.newWorkbook(texts.of("settle.lost.file"));
        String text = search.getText();
        out.ifPresent(file ->
                background.run(
                        () -> acts.exportLost(text, file),
                        outcome -> said.getChildren().setAll(told(outcome))));
    }

    private Node told(Outcome<Path> outcome) {
        return switch (outcome) {
            case Outcome.Done<Path>(Path file) ->
                    Notes.good(texts.of("settle.lost.written", file.getFileName()), "");
            case Outcome.Failed<Path>(List<Problem> problems) -> Notes.of(texts, problems);
        };
    }
}

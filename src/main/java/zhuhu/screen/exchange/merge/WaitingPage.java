package zhuhu.screen.exchange.merge;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import javafx.beans.value.ObservableIntegerValue;
import javafx.geometry.Pos;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import zhuhu.base.Texts;
import zhuhu.screen.Desk;
import zhuhu.screen.exchange.ExchangePage;
import zhuhu.screen.exchange.ExchangeSlot;
import zhuhu.screen.exchange.merge.Waits.Line;
import zhuhu.screen.exchange.merge.Waits.Standing;
import zhuhu.screen.part.Columns;
import zhuhu.screen.part.Icon;
import zhuhu.screen.part.Notes;
import zhuhu.screen.part.PlainField;
import zhuhu.screen.part.Words;

/// 待定: changes made by hand that are not taken by themselves. A takes the chosen ones, R refuses
/// them, Ctrl+Z takes the last act back.
public final class WaitingPage implements ExchangePage {

    private final WaitingModel model;
    private final Texts texts;
    private final Desk desk;
    private final MergeWays ways;
    private final TableView<Line> table = new TableView<>();
    private final PlainField why = new PlainField();
    private final Button accept;
    private final Button refuse;
    private final Button undo;
    private final VBox said = new VBox(8);
    private final VBox root = new VBox(12);

    public WaitingPage(WaitingModel model, Desk desk, Texts texts, MergeWays ways) {
        this.model = model;
        this.desk = desk;
        this.texts = texts;
        this.ways = ways;
        accept = button("waiting-accept", "upward.waiting.accept", Icon.CHECK);
        accept.getStyleClass().add("primary");
        accept.setOnAction(_ -> model.accept(chosen()));
        refuse = button("waiting-refuse", "upward.waiting.refuse", Icon.CLOSE);
        refuse.setOnAction(_ -> refuse());
        undo = button("waiting-undo", "upward.waiting.undo", Icon.BACK);
        undo.setOnAction(_ -> model.takeBack());
        why.setId("waiting-why");
        why.setPromptText(texts.of("upward.waiting.why"));
        HBox.setHgrow(why, Priority.ALWAYS);
        var titles =
                new VBox(
                        1,
                        Words.label(texts.of("upward.waiting.title"), "title"),
                        Words.label(texts.of("upward.waiting.about"), "soft", "small"));
        titles.setMinWidth(0);
        var head = new HBox(10, titles, Words.spring(), undo);
        head.setAlignment(Pos.CENTER_LEFT);
        var acts = new HBox(10, why, refuse, accept);
        acts.setAlignment(Pos.CENTER_LEFT);
        root.getStyleClass().add("pane");
        root.getChildren().setAll(head, said, table, acts);
        table.setId("waiting-table");
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_ALL_COLUMNS);
        table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        table.setItems(model.lines());
        table.setPlaceholder(
                Notes.empty(
                        Icon.CHECK,
                        texts.of("upward.waiting.none"),
                        texts.of("upward.waiting.none.next")));
        VBox.setVgrow(table, Priority.ALWAYS);
        columns();
        desk.installation().subscribe((_, _) -> columns());
        table.getSelectionModel().getSelectedItems().subscribe(this::able);
        model.undo().subscribe(now -> undo.setVisible(now.isPresent()));
        model.problems().subscribe(now -> said.getChildren().setAll(Notes.of(texts, now)));
        table.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        able();
    }

    private Button button(String id, String key, Icon icon) {
        var button = new Button(texts.of(key), icon.of(16));
        button.setId(id);
        button.setMinWidth(Region.USE_PREF_SIZE);
        return button;
    }

    @Override
    public ExchangeSlot slot() {
        return ExchangeSlot.WAITING;
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public ObservableIntegerValue badge() {
        return model.count();
    }

    @Override
    public void changed() {
        model.refresh();
    }

    @Override
    public void entered() {
        model.refresh();
    }

    @Override
    public void focus() {
        table.requestFocus();
        if (table.getSelectionModel().isEmpty()) {
            table.getSelectionModel().selectFirst();
        }
    }

    private List<Line> chosen() {
        return List.copyOf(table.getSelectionModel().getSelectedItems());
    }

    private void able() {
        List<Line> chosen =
                table.getSelectionModel().getSelectedItems().stream()
                        .filter(Objects::nonNull)
                        .toList();
        accept.setDisable(chosen.stream().noneMatch(l -> l.standing() == Standing.HELD));
        refuse.setDisable(chosen.stream().noneMatch(l -> l.standing() != Standing.PENDING));
    }

    private void refuse() {
        String given = why.settled().get().strip();
        model.refuse(chosen(), given.isEmpty() ? texts.of("upward.waiting.noReason") : given);
    }

    private void pressed(KeyEvent event) {
        switch (event.getCode()) {
            case KeyCode.A -> {
                if (!event.isShortcutDown()) {
                    model.accept(chosen());
                    event.consume();
                }
            }
            case KeyCode.R -> {
                refuse();
                event.consume();
            }
            case KeyCode.Z -> {
                if (event.isShortcutDown()) {
                    model.takeBack();
                    event.consume();
                }
            }
            case KeyCode.ENTER -> {
                chosen().stream()
                        .map(Line::record)
                        .flatMap(Optional::stream)
                        .findFirst()
                        .ifPresent(ways::record);
                event.consume();
            }
            default -> {
                // Reason: all other keys move in the table.
            }
        }
    }

    private void columns() {
        double em = desk.emPx();
        table.getColumns().clear();
        table.setFixedCellSize(Math.round(em * 2.5));
        Columns.add(table, texts.of("upward.waiting.state"), 5, em, "strong", this::state);
        Columns.add(table, texts.of("upward.book.file"), 9, em, "soft", Line::file);
        Columns.add(table, texts.of("upward.row.where"), 7, em, "soft", this::where);
        Columns.add(table, texts.of("upward.row.who"), 6, em, "plain", Line::label);
        Columns.add(
                table,
                texts.of("upward.row.what"),
                24,
                em,
                "plain",
                l -> texts.message(l.reason()));
        Columns.add(table, texts.of("import.next"), 16, em, "soft", l -> texts.next(l.reason()));
    }

    private String state(Line line) {
        return texts.of("upward.waits." + line.standing().name().toLowerCase(Locale.ROOT));
    }

    private String where(Line line) {
        return texts.of("upward.row.place", line.sheet(), line.row());
    }
}

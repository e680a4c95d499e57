package zhuhu.screen.exchange.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.application.Platform;
import javafx.beans.value.ObservableIntegerValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import zhuhu.base.Texts;
import zhuhu.flow.review.ReviewList;
import zhuhu.flow.review.SendBack;
import zhuhu.record.RecordId;
import zhuhu.screen.Desk;
import zhuhu.screen.FilePick;
import zhuhu.screen.exchange.ExchangePage;
import zhuhu.screen.exchange.ExchangeSlot;
import zhuhu.screen.part.Columns;
import zhuhu.screen.part.Icon;
import zhuhu.screen.part.JobPane;
import zhuhu.screen.part.Layers;
import zhuhu.screen.part.Notes;
import zhuhu.screen.part.States;
import zhuhu.screen.part.Words;

/// 退回与通过: the visits of the round with what was said of each, the answers of the one that is looked
/// at, and the acts on those that are chosen.
public final class ReviewPage implements ExchangePage {

    private static final KeyCombination RETURN =
            new KeyCodeCombination(KeyCode.R, KeyCombination.SHORTCUT_DOWN);
    private static final KeyCombination APPROVE =
            new KeyCodeCombination(KeyCode.G, KeyCombination.SHORTCUT_DOWN);

    private final ReviewModel model;
    private final Desk desk;
    private final Texts texts;
    private final Layers layers;
    private final FilePick pick;
    private final TableView<ReviewList.Line> table = new TableView<>();
    private final FlowPane chips = new FlowPane(8, 8);
    private final ComboBox<String> village = new ComboBox<>();
    private final VBox told = new VBox(8);
    private final PointsPane points;
    private final Button back = new Button("", Icon.RETURN.of(18));
    private final Button approve = new Button("", Icon.CHECK.of(18));
    private final Button takeBack = new Button();
    private final VBox listing = new VBox(12);
    private final VBox root = new VBox();
    private Optional<RecordId> looked = Optional.empty();

    public ReviewPage(ReviewModel model, Desk desk, Texts texts, Layers layers, FilePick pick) {
        this.model = model;
        this.desk = desk;
        this.texts = texts;
        this.layers = layers;
        this.pick = pick;
        this.points = new PointsPane(texts);
        root.getStyleClass().add("pane");
        listing.getStyleClass().addAll("sheet", "padded");
        build();
        listen();
        counted();
    }

    @Override
    public ExchangeSlot slot() {
        return ExchangeSlot.REVIEW;
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
    public void changed() {
        model.refresh();
    }

    @Override
    public ObservableIntegerValue badge() {
        return model.waiting();
    }

    @Override
    public void focus() {
        table.requestFocus();
        lookAgain();
        if (table.getSelectionModel().isEmpty() && !table.getItems().isEmpty()) {
            table.getSelectionModel().select(0);
        }
    }

    /// The visit that was looked at before its line was read anew.
    private void lookAgain() {
        if (table.getSelectionModel().isEmpty()) {
            for (int i = 0; i < table.getItems().size(); i++) {
                if (looked.equals(Optional.of(table.getItems().get(i).visit()))) {
                    table.getSelectionModel().select(i);
                }
            }
        }
    }

    private void build() {
        columns();
        table.setId("review-table");
        table.setItems(model.lines());
        table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.setFixedCellSize(Math.round(desk.emPx() * 2.65));
        table.setPlaceholder(
                Notes.empty(
                        Icon.RETURN,
                        texts.of("sendback.page.none"),
                        texts.of("sendback.page.none.next")));
        var slips = new Button(texts.of("sendback.page.slips"), Icon.EXPORT.of(16));
        slips.setId("review-slips");
        slips.setMinWidth(Region.USE_PREF_SIZE);
        slips.setOnAction(_ ->
                pick.newFolder(texts.of("sendback.page.slips.folder")).ifPresent(model::slips));
        village.setId("review-village");
        village.setPrefWidth(desk.emPx() * 12);
        chips.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(chips, Priority.ALWAYS);
        var head = new HBox(10, Words.label(texts.of("sendback.page.title"), "heading"));
        head.getChildren().addAll(Words.spring(), village, slips);
        head.setAlignment(Pos.CENTER_LEFT);
        var scroll = new ScrollPane(points.root());
        scroll.setFitToWidth(true);
        scroll.setFocusTraversable(false);
        scroll.getStyleClass().add("question-scroll");
        var split = new SplitPane(table, scroll);
        split.setOrientation(javafx.geometry.Orientation.VERTICAL);
        split.setDividerPositions(0.64);
        VBox.setVgrow(split, Priority.ALWAYS);
        listing.getChildren().setAll(head, chips, told, split, foot());
        told.managedProperty().bind(told.visibleProperty());
    }

    private Node foot() {
        button(takeBack, "review-take-back", () -> model.takeBack(chosen()));
        button(back, "review-back", this::askBack);
        button(approve, "review-approve", () -> approve(SendBack.Open.LEFT_OUT));
        approve.getStyleClass().add("primary");
        back.setTooltip(new Tooltip("Ctrl+R"));
        approve.setTooltip(new Tooltip("Ctrl+G"));
        var why = Words.label(texts.of("sendback.page.how"), "soft", "small");
        why.setMinWidth(0);
        var foot = new HBox(10, why, Words.spring(), takeBack, back, approve);
        foot.setAlignment(Pos.CENTER_LEFT);
        return foot;
    }

    private static void button(Button button, String id, Runnable act) {
        button.setId(id);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(_ -> act.run());
    }

    private void columns() {
        double em = desk.emPx();
        Columns.add(table, texts.of("sendback.column.village"), 7, em, "soft", l -> l.village());
        Columns.add(table, texts.of("sendback.column.group"), 5, em, "soft", l -> l.group());
        Columns.add(table, texts.of("sendback.column.head"), 6, em, "strong", l -> l.head());
        var state = new TableColumn<ReviewList.Line, String>(texts.of("sendback.column.state"));
        state.setCellValueFactory(
                row -> new javafx.beans.property.SimpleStringProperty(row.getValue().state()));
        state.setCellFactory(_ -> new Badge());
        state.setPrefWidth(8 * em);
        state.setMinWidth(7 * em);
        table.getColumns().add(state);
        Columns.add(table, texts.of("sendback.column.outcome"), 6, em, "plain", l -> l.outcome());
        Columns.add(table, texts.of("sendback.column.by"), 5, em, "soft", l -> l.by());
        Columns.add(table, texts.of("sendback.column.at"), 7.5, em, "soft", l -> l.at());
        Columns.add(table, texts.of("sendback.column.comment"), 18, em, "plain", l -> l.comment());
    }

    private final class Badge extends TableCell<ReviewList.Line, String> {
        @Override
        protected void updateItem(String state, boolean empty) {
            super.updateItem(state, empty);
            setGraphic(empty || state == null ? null : States.badge(texts, state));
        }
    }

    private void listen() {
        model.counts().subscribe(_ -> chips());
        model.state().subscribe(_ -> chips());
        model.told().subscribe(this::tell);
        model.points().subscribe(points::show);
        model.job()
                .subscribe(job -> {
                    Node now =
                            job.<Node>map(j ->
                                            new JobPane(texts, texts.of("sendback.page.title"), j)
                                                    .root())
                                    .orElse(listing);
                    root.getChildren().setAll(now);
                    VBox.setVgrow(now, Priority.ALWAYS);
                    // Reason: what had the focus is gone; the keyboard goes on with the table.
                    if (job.isEmpty() && root.getScene() != null) {
                        Platform.runLater(this::focus);
                    }
                });
        model.lines().subscribe(() -> Platform.runLater(this::lookAgain));
        model.villages()
                .subscribe(() -> {
                    var names = new ArrayList<String>();
                    names.add(texts.of("sendback.page.allVillages"));
                    names.addAll(model.villages());
                    String before = village.getValue();
                    village.getItems().setAll(names);
                    village.setValue(names.contains(before) ? before : names.getFirst());
                });
        village.setOnAction(_ ->
                model.village()
                        .set(
                                village.getSelectionModel().getSelectedIndex() <= 0
                                        ? Optional.empty()
                                        : Optional.ofNullable(village.getValue())));
        table.getSelectionModel().getSelectedItems().subscribe(this::counted);
        // Reason: the list of those chosen changes before it is known which of them is looked at.
        table.getSelectionModel()
                .selectedItemProperty()
                .subscribe(line -> {
                    Optional<RecordId> now = Optional.ofNullable(line).map(ReviewList.Line::visit);
                    looked = now.or(() -> looked);
                    model.look(now);
                });
        root.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
    }

    private void pressed(KeyEvent event) {
        if (RETURN.match(event) && !back.isDisabled()) {
            askBack();
            event.consume();
        } else if (APPROVE.match(event) && !approve.isDisabled()) {
            approve(SendBack.Open.LEFT_OUT);
            event.consume();
        }
    }

    private void chips() {
        var buttons = new ArrayList<Node>();
        int all = model.counts().get().values().stream().mapToInt(i -> i).sum();
        buttons.add(chip(texts.of("sendback.page.all", all), Optional.empty()));
        for (String state : ReviewList.STATES) {
            int count = model.counts().get().getOrDefault(state, 0);
            buttons.add(
                    chip(
                            texts.of("sendback.page.chip", States.words(texts, state), count),
                            Optional.of(state)));
        }
        chips.getChildren().setAll(buttons);
    }

    private ToggleButton chip(String words, Optional<String> state) {
        var chip = new ToggleButton(words);
        chip.getStyleClass().add("chip");
        chip.setSelected(model.state().get().equals(state));
        chip.setOnAction(_ -> {
            chip.setSelected(true);
            model.state().set(state);
        });
        return chip;
    }

    private List<RecordId> chosen() {
        return table.getSelectionModel().getSelectedItems().stream()
                .filter(java.util.Objects::nonNull)
                .map(ReviewList.Line::visit)
                .toList();
    }

    private void counted() {
        int count = chosen().size();
        back.setText(texts.of("sendback.page.back", count));
        approve.setText(texts.of("sendback.page.approve", count));
        takeBack.setText(texts.of("sendback.page.takeBack"));
        back.setDisable(count == 0);
        approve.setDisable(count == 0);
        takeBack.setDisable(
                table.getSelectionModel().getSelectedItems().stream()
                        .filter(java.util.Objects::nonNull)
                        .allMatch(l -> l.state().equals(ReviewList.RECEIVED)));
    }

    private void askBack() {
        List<RecordId> visits = chosen();
        String whom =
                visits.size() == 1
                        ? table.getSelectionModel().getSelectedItem().head()
                        : texts.of("sendback.dialog.several", visits.size());
        new SendBackDialog(model, desk, texts, layers).ask(visits, whom);
    }

    private void approve(SendBack.Open open) {
        model.approve(chosen(), open);
    }

    private void tell(ReviewModel.Told now) {
        List<Node> words =
                switch (now) {
                    case ReviewModel.Told.Nothing() -> List.of();
                    case ReviewModel.Told.Sent(int visits) ->
                            List.of(
                                    Notes.good(
                                            texts.of("sendback.told.sent", visits),
                                            texts.of("sendback.told.sent.next")));
                    case ReviewModel.Told.TakenBack(int count) ->
                            List.of(Notes.good(texts.of("sendback.told.takenBack", count), ""));
                    case ReviewModel.Told.Slips(var written) ->
                            List.of(
                                    Notes.good(
                                            texts.of("sendback.told.slips", written.slips().size()),
                                            String.valueOf(
                                                    written.slips()
                                                            .getFirst()
                                                            .file()
                                                            .toAbsolutePath()
                                                            .getParent())),
                                    Notes.of(texts, written.problems()));
                    case ReviewModel.Told.Refused(var why) -> List.of(Notes.of(texts, why));
                    case ReviewModel.Told.Approved(var approved) -> approved(approved);
                };
        told.getChildren().setAll(words);
        told.setVisible(!words.isEmpty());
    }

    private List<Node> approved(SendBack.Approved approved) {
        var words = new ArrayList<Node>();
        if (!approved.visits().isEmpty() || approved.left().isEmpty()) {
            words.add(
                    Notes.good(
                            texts.of(
                                    "sendback.told.approved",
                                    approved.visits().size(),
                                    approved.already().size()),
                            ""));
        }
        if (!approved.left().isEmpty()) {
            List<String> why =
                    approved.left().stream()
                            .flatMap(left -> left.why().stream())
                            .map(texts::message)
                            .limit(4)
                            .toList();
            words.add(
                    Notes.doubt(
                            texts.of("sendback.told.left", approved.left().size()),
                            String.join("\n", why)));
            var anyway = new Button(texts.of("sendback.told.anyway", approved.left().size()));
            anyway.setId("review-anyway");
            anyway.setOnAction(_ ->
                    model.approve(
                            approved.left().stream().map(SendBack.LeftOut::visit).toList(),
                            SendBack.Open.APPROVED_TOO));
            var leave = new Button(texts.of("part.close"));
            leave.setOnAction(_ -> model.forget());
            var row = new HBox(10, Words.spring(), leave, anyway);
            words.add(row);
        }
        return words;
    }
}

package zhuhu.screen.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import zhuhu.base.Masks;
import zhuhu.base.Texts;
import zhuhu.flow.CheckWorkspace.Line;
import zhuhu.flow.paper.PrintTable;
import zhuhu.screen.Desk;
import zhuhu.screen.Page;
import zhuhu.screen.check.ChecksModel.Heap;
import zhuhu.screen.part.Columns;
import zhuhu.screen.part.Icon;
import zhuhu.screen.part.Notes;
import zhuhu.screen.part.TableText;
import zhuhu.screen.part.Words;
import zhuhu.screen.printing.PrintDialog;

/// 核查: findings by level and rule; the chosen one at the right, with the way to its question and
/// the place for its reason.
public final class ChecksView implements Page {

    /// Opens the visit of a household at the question of a finding.
    public interface Way {
        void to(Line line);
    }

    private final ChecksModel model;
    private final Desk desk;
    private final Texts texts;
    private final Way way;
    private final FlowPane chips = new FlowPane(8, 8);
    private final ComboBox<String> rules = new ComboBox<>();
    private final ComboBox<String> villages = new ComboBox<>();
    private final TableView<Line> table = new TableView<>();
    private final Label foot = Words.label("", "soft", "small");
    private final VBox list = new VBox(14);
    private final StackPane cardPlace = new StackPane();
    private final HBox root = new HBox(16);
    private final VBox problems = new VBox(8);
    private final List<TableColumn<Line, ?>> beside = new ArrayList<>();
    private final HBox top = new HBox(12);
    private boolean narrow;
    private boolean filling;

    public ChecksView(ChecksModel model, Desk desk, Texts texts, Way way) {
        this.model = model;
        this.desk = desk;
        this.texts = texts;
        this.way = way;
        build();
        watch();
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
        table.requestFocus();
    }

    @Override
    public void narrow(boolean nowNarrow) {
        narrow = nowNarrow;
        arrange();
    }

    private void build() {
        table.setId("checks-table");
        table.setItems(model.lines());
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_ALL_COLUMNS);
        table.setPlaceholder(Words.label(texts.of("check.nothingHere"), "soft"));
        VBox.setVgrow(table, Priority.ALWAYS);
        var again = new Button(texts.of("check.again"));
        again.setOnAction(_ -> model.refresh());
        var copy = new Button(texts.of("check.copy"));
        copy.setOnAction(_ -> copy());
        again.setMinWidth(Region.USE_PREF_SIZE);
        copy.setMinWidth(Region.USE_PREF_SIZE);
        villages.setMinWidth(Region.USE_PREF_SIZE);
        rules.setMinWidth(0);
        top.getChildren().setAll(rules, villages, Words.spring(), again, copy);
        top.setAlignment(Pos.CENTER_LEFT);
        rules.setId("check-rules");
        villages.setId("check-villages");
        list.getChildren().setAll(top, chips, problems, table, foot);
        list.setMinWidth(0);
        HBox.setHgrow(list, Priority.ALWAYS);
        cardPlace.getStyleClass().add("sheet");
        root.getStyleClass().add("pane");
        columns();
        arrange();
    }

    /// With a button that prints what is listed.
    public ChecksView printing(PrintDialog dialog) {
        var print = new Button(texts.of("part.print"));
        print.setId("check-print");
        print.setMinWidth(Region.USE_PREF_SIZE);
        print.setOnAction(_ -> {
            beside.forEach(c -> c.setVisible(true));
            PrintTable.Sheet sheet = TableText.sheet(texts.of("check.paper"), "", table);
            tight();
            dialog.table(sheet);
        });
        top.getChildren().add(print);
        return this;
    }

    /// With every column, whatever there is room for now.
    private void copy() {
        beside.forEach(c -> c.setVisible(true));
        TableText.copy(table);
        tight();
    }

    private void columns() {
        table.getColumns().clear();
        double em = desk.emPx();
        table.setFixedCellSize(Math.round(em * 2.5));
        Columns.add(table, texts.of("check.level"), 4, em, "soft", this::level);
        Columns.add(table, texts.of("check.rule"), 4, em, "soft", l -> l.finding().rule());
        Columns.add(table, texts.of("check.household"), 6, em, "strong", Line::label);
        Columns.add(table, texts.of("check.person"), 6, em, "plain", Line::person);
        beside.clear();
        Columns.add(table, texts.of("check.village"), 6, em, "soft", Line::village);
        beside.add(table.getColumns().getLast());
        Columns.add(table, texts.of("check.group"), 5, em, "soft", Line::group);
        beside.add(table.getColumns().getLast());
        Columns.add(table, texts.of("check.message"), 24, em, "plain", this::message);
        Columns.add(table, texts.of("check.reason"), 9, em, "soft", l -> l.finding().reason());
        beside.add(table.getColumns().getLast());
        tight();
    }

    /// Leaves out what the card beside the table says.
    private void tight() {
        boolean room = !narrow && table.getSelectionModel().getSelectedItem() == null;
        beside.forEach(c -> c.setVisible(room));
    }

    private void watch() {
        model.checked().subscribe(_ -> filled());
        model.loaded().subscribe((_, _) -> arrange());
        model.busy().subscribe(_ -> count());
        model.refused().subscribe((_, _) -> card());
        model.heap()
                .subscribe((_, _) -> {
                    fillChips();
                    fillRules();
                    count();
                });
        model.rule().subscribe((_, _) -> fillChips());
        model.village().subscribe((_, _) -> fillChips());
        model.lines().subscribe(this::count);
        chosen(rules, model.rule(), text -> text.substring(0, text.indexOf(' ')));
        chosen(villages, model.village(), text -> text);
        table.getSelectionModel().selectedItemProperty().subscribe((_, _) -> arrange());
        table.addEventFilter(
                KeyEvent.KEY_PRESSED,
                event -> {
                    Line line = table.getSelectionModel().getSelectedItem();
                    if (event.getCode() == KeyCode.ENTER && line != null) {
                        event.consume();
                        way.to(line);
                    }
                });
        desk.installation()
                .subscribe((_, _) -> {
                    columns();
                    card();
                });
    }

    private void chosen(
            ComboBox<String> box,
            ObjectProperty<Optional<String>> property,
            java.util.function.UnaryOperator<String> value) {
        box.setOnAction(_ -> {
            if (!filling) {
                property.set(
                        box.getSelectionModel().getSelectedIndex() <= 0
                                ? Optional.empty()
                                : Optional.of(value.apply(box.getValue())));
            }
        });
    }

    private void filled() {
        fillChips();
        fillRules();
        fill(villages, texts.of("check.villages"), model.villages(), model.village().get());
        villages.setVisible(model.villages().size() > 1);
        villages.setManaged(villages.isVisible());
        problems.getChildren().setAll(Notes.of(texts, model.checked().get().problems()));
        problems.setManaged(!model.checked().get().problems().isEmpty());
        count();
        arrange();
    }

    private void fillRules() {
        var words = new ArrayList<String>();
        model.rules()
                .forEach((rule, n) -> words.add(texts.of("check.ruleCount", rule, title(rule), n)));
        Optional<String> now =
                model.rule()
                        .get()
                        .flatMap(
                                r -> words.stream().filter(w -> w.startsWith(r + " ")).findFirst());
        fill(rules, texts.of("check.rules"), words, now);
    }

    private void fill(
            ComboBox<String> box, String whole, List<String> items, Optional<String> now) {
        filling = true;
        box.getItems().setAll(whole);
        box.getItems().addAll(items);
        box.setValue(now.orElse(whole));
        filling = false;
    }

    private String title(String rule) {
        return model.checked().get().lines().stream()
                .map(Line::finding)
                .filter(f -> f.rule().equals(rule))
                .map(f ->
                        f.message().contains("：")
                                ? f.message().substring(0, f.message().indexOf('：'))
                                : f.message())
                .findFirst()
                .orElse("");
    }

    private void fillChips() {
        chips.getChildren().clear();
        for (Heap heap : Heap.values()) {
            var chip = new ToggleButton(texts.of("check.chip", words(heap), model.count(heap)));
            chip.getStyleClass().add("chip");
            chip.setSelected(model.heap().get() == heap);
            chip.setOnAction(_ -> {
                model.rule().set(Optional.empty());
                model.heap().set(heap);
                fillChips();
            });
            chips.getChildren().add(chip);
        }
    }

    private String words(Heap heap) {
        return switch (heap) {
            case ALL -> texts.of("check.all");
            case ERROR -> texts.of("level.error");
            case OPEN -> texts.of("check.open");
            case EXPLAINED -> texts.of("check.explained");
            case HINT -> texts.of("level.hint");
        };
    }

    private void count() {
        foot.setText(
                model.busy().get()
                        ? texts.of("check.busy")
                        : texts.of("check.foot", model.lines().size()));
    }

    private void arrange() {
        Line chosen = table.getSelectionModel().getSelectedItem();
        cardPlace.setPrefWidth(desk.emPx() * 26);
        cardPlace.setMinWidth(desk.emPx() * (narrow ? 22 : 24));
        boolean nothing = model.loaded().get() && model.checked().get().lines().isEmpty();
        if (nothing && model.checked().get().problems().isEmpty()) {
            root.getChildren().setAll(wellDone());
        } else if (chosen == null) {
            root.getChildren().setAll(list);
        } else {
            root.getChildren().setAll(list, cardPlace);
        }
        tight();
        card();
    }

    private void card() {
        Line chosen = table.getSelectionModel().getSelectedItem();
        cardPlace.getChildren().clear();
        if (chosen != null) {
            cardPlace.getChildren().setAll(new FindingCard(model, desk, texts, way, chosen).root());
        }
    }

    private Node wellDone() {
        VBox empty = Notes.empty(Icon.CHECK, texts.of("check.none"), texts.of("check.none.why"));
        HBox.setHgrow(empty, Priority.ALWAYS);
        return empty;
    }

    private String level(Line line) {
        return texts.of("level." + line.finding().level().code());
    }

    private String message(Line line) {
        String words = line.finding().message();
        return desk.masked() ? Masks.hideIn(words) : words;
    }
}

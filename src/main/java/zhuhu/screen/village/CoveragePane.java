package zhuhu.screen.village;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import zhuhu.base.Texts;
import zhuhu.flow.Coverage;
import zhuhu.flow.HouseholdList.Line;
import zhuhu.flow.paper.CoverageTable;
import zhuhu.flow.paper.PrintTable;
import zhuhu.screen.Desk;
import zhuhu.screen.part.Icon;
import zhuhu.screen.part.Notes;
import zhuhu.screen.part.States;
import zhuhu.screen.part.Words;

/// 登记户全覆盖: sums by state and by group, and a row a household. Enter or a double click opens the
/// visit.
final class CoveragePane {

    private final VillageModel model;
    private final Desk desk;
    private final Texts texts;
    private final VillageWays ways;
    private final Label sums = Words.label("", "soft");
    private final FlowPane states = new FlowPane(8, 8);
    private final FlowPane groups = new FlowPane(8, 8);
    private final TableView<Line> table = new TableView<>();
    private final Label foot = Words.label("", "soft", "small");
    private final Button card = new Button();
    private final Button visit = new Button();
    private final VBox node = new VBox(10);

    CoveragePane(VillageModel model, Desk desk, Texts texts, VillageWays ways) {
        this.model = model;
        this.desk = desk;
        this.texts = texts;
        this.ways = ways;
        build();
        model.coverage().subscribe(_ -> fill());
        model.state().subscribe((_, _) -> fill());
        model.group().subscribe((_, _) -> fill());
        desk.installation().subscribe(_ -> size());
    }

    Region node() {
        return node;
    }

    void focus() {
        table.requestFocus();
        // Reason: the row under the focus is where the arrow keys begin.
        if (table.getSelectionModel().isEmpty()) {
            table.getFocusModel().focus(-1);
        }
    }

    /// Leaves out what there is no room for.
    void narrow(boolean narrow) {
        foot.setVisible(!narrow);
        foot.setManaged(!narrow);
    }

    private void build() {
        sums.setMinWidth(0);
        table.setId("coverage-table");
        table.getColumns().add(column(texts.of("household.group"), 8, Line::group, "soft"));
        table.getColumns().add(column(texts.of("household.head"), 8, Line::head, "strong"));
        table.getColumns()
                .add(
                        column(
                                texts.of("household.members"),
                                4.5,
                                l -> String.valueOf(l.members()),
                                "number"));
        table.getColumns().add(column(texts.of("household.poverty"), 7, Line::poverty, "plain"));
        table.getColumns().add(state());
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_ALL_COLUMNS);
        table.setItems(model.rows());
        table.setPlaceholder(nobody());
        table.setRowFactory(_ -> row());
        table.addEventFilter(
                KeyEvent.KEY_PRESSED,
                event -> {
                    if (event.getCode() == KeyCode.ENTER) {
                        event.consume();
                        chosen().ifPresent(line -> ways.visit(line.id()));
                    }
                });
        table.getSelectionModel().selectedItemProperty().subscribe(this::acts);
        VBox.setVgrow(table, Priority.ALWAYS);
        node.setMinWidth(0);
        node.getChildren()
                .setAll(
                        new HBox(14, Words.label(texts.of("coverage.heading"), "heading"), sums),
                        states,
                        groups,
                        table,
                        feet());
        ((HBox) node.getChildren().getFirst()).setAlignment(Pos.BASELINE_LEFT);
    }

    private Node feet() {
        var copy = new Button(texts.of("coverage.copy"), Icon.COPY.of(16));
        copy.setId("coverage-copy");
        copy.setOnAction(_ -> copy());
        var print = new Button(texts.of("coverage.print"));
        print.setId("coverage-print");
        print.setOnAction(_ -> ways.print(sheet()));
        card.setText(texts.of("coverage.card"));
        card.setId("coverage-card");
        card.setOnAction(_ -> chosen().ifPresent(line -> ways.household(line.id())));
        visit.setText(texts.of("coverage.visit"));
        visit.setId("coverage-visit");
        visit.setOnAction(_ -> chosen().ifPresent(line -> ways.visit(line.id())));
        acts(null);
        foot.setMinWidth(0);
        for (Button button : List.of(copy, print, card, visit)) {
            button.setMinWidth(Region.USE_PREF_SIZE);
        }
        var feet = new HBox(10, copy, print, foot, Words.spring(), card, visit);
        feet.setAlignment(Pos.CENTER_LEFT);
        return feet;
    }

    private void acts(@org.jspecify.annotations.Nullable Line line) {
        card.setDisable(line == null);
        visit.setDisable(line == null);
    }

    private Optional<Line> chosen() {
        return Optional.ofNullable(table.getSelectionModel().getSelectedItem());
    }

    private PrintTable.Sheet sheet() {
        return new CoverageTable(texts)
                .of(
                        model.coverage().get(),
                        model.chosen().get().map(Villages.Name::name).orElse(""),
                        List.copyOf(model.rows()));
    }

    private void copy() {
        var content = new ClipboardContent();
        content.putString(new CoverageTable(texts).text(sheet()));
        Clipboard.getSystemClipboard().setContent(content);
        foot.setText(texts.of("coverage.copied", model.rows().size()));
    }

    private void fill() {
        Coverage coverage = model.coverage().get();
        sums.setText(coverage.sums(texts));
        states.getChildren()
                .setAll(
                        chip(
                                texts.of(
                                        "household.chip",
                                        texts.of("household.all"),
                                        coverage.total()),
                                model.state().get().isEmpty(),
                                () -> model.state().set(Optional.empty())));
        for (String state : States.ORDER) {
            int count = coverage.states().getOrDefault(state, 0);
            if (count > 0) {
                Optional<String> wanted = Optional.of(state);
                states.getChildren()
                        .add(
                                chip(
                                        texts.of(
                                                "household.chip",
                                                States.words(texts, state),
                                                count),
                                        model.state().get().equals(wanted),
                                        () -> model.state().set(wanted)));
            }
        }
        groups.getChildren().clear();
        for (Coverage.Group group : coverage.groups()) {
            Optional<String> wanted = Optional.of(group.group());
            boolean on = model.group().get().equals(wanted);
            groups.getChildren()
                    .add(
                            chip(
                                    words(group),
                                    on,
                                    () -> model.group().set(on ? Optional.empty() : wanted)));
        }
        boolean several = coverage.groups().size() > 1;
        groups.setVisible(several);
        groups.setManaged(several);
        foot.setText(texts.of("coverage.foot", coverage.unregistered(), coverage.ended()));
    }

    private String words(Coverage.Group group) {
        String name = group.group().isEmpty() ? texts.of("coverage.nogroup") : group.group();
        return texts.of("coverage.group", name, group.total() - group.open(), group.total());
    }

    private ToggleButton chip(String words, boolean on, Runnable act) {
        var chip = new ToggleButton(words);
        chip.getStyleClass().add("chip");
        chip.setSelected(on);
        chip.setOnAction(_ -> {
            act.run();
            // Reason: the chips are made anew, and the next key is meant for the list.
            focus();
        });
        return chip;
    }

    private TableRow<Line> row() {
        var row = new TableRow<Line>();
        row.setOnMouseClicked(event -> {
            boolean twice = event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2;
            if (twice && row.getItem() != null) {
                ways.visit(row.getItem().id());
            }
        });
        return row;
    }

    private static TableColumn<Line, String> column(
            String title, double ems, Function<Line, String> text, String look) {
        var column = new TableColumn<Line, String>(title);
        column.setCellValueFactory(line -> new SimpleObjectProperty<>(text.apply(line.getValue())));
        column.getStyleClass().add(look);
        column.setUserData(ems);
        return column;
    }

    private TableColumn<Line, String> state() {
        TableColumn<Line, String> column =
                column(texts.of("household.state"), 7, Line::state, "plain");
        column.setComparator((a, b) -> States.ORDER.indexOf(a) - States.ORDER.indexOf(b));
        column.setCellFactory(_ ->
                new TableCell<>() {
                    @Override
                    protected void updateItem(
                            @org.jspecify.annotations.Nullable String state, boolean empty) {
                        super.updateItem(state, empty);
                        setGraphic(empty || state == null ? null : States.badge(texts, state));
                    }
                });
        return column;
    }

    private void size() {
        double em = desk.emPx();
        table.setFixedCellSize(Math.round(em * 2.5));
        for (TableColumn<Line, ?> column : table.getColumns()) {
            double ems = (double) Objects.requireNonNull(column.getUserData());
            column.setMinWidth(em * Math.min(ems, 4.5));
            column.setPrefWidth(em * ems);
        }
    }

    private Node nobody() {
        var again = new Button(texts.of("household.notfound.act"));
        again.setOnAction(_ -> model.clear());
        return Notes.empty(
                Icon.SEARCH,
                texts.of("household.notfound"),
                texts.of("coverage.nobody.next"),
                again);
    }
}

package zhuhu.screen.exchange.report;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.controlsfx.control.SearchableComboBox;
import org.jspecify.annotations.Nullable;
import zhuhu.base.Place;
import zhuhu.base.Problem;
import zhuhu.base.Texts;
import zhuhu.flow.report.MappedTemplate;
import zhuhu.flow.report.ReportField;
import zhuhu.record.Kind;
import zhuhu.screen.Desk;
import zhuhu.screen.exchange.Exchange.VillageLine;
import zhuhu.screen.exchange.report.CountyModel.Line;
import zhuhu.screen.part.Icon;
import zhuhu.screen.part.Notes;
import zhuhu.screen.part.Words;
import zhuhu.workbook.template.TemplateSheet;

/// What goes under each heading of a template: a line a column, and at the right what the chosen
/// one is filled with, to be searched and changed.
final class MappingPane {

    private static final List<Kind> KINDS = List.of(Kind.PERSON, Kind.HOUSEHOLD, Kind.VILLAGE);

    private final CountyModel model;
    private final Desk desk;
    private final Texts texts;
    private final Runnable fill;
    private final TableView<Line> table = new TableView<>();
    private final SearchableComboBox<Optional<ReportField>> field = new SearchableComboBox<>();
    private final FlowPane likely = new FlowPane(8, 8);
    private final Label heading = Words.lines("", "subheading");
    private final Label place = Words.label("", "soft", "small");
    private final Label foot = Words.label("", "soft", "small");
    private final VBox side = new VBox(12);
    private final VBox about = new VBox(8);
    private boolean moving;

    /// `fill` asks where to and fills.
    MappingPane(CountyModel model, Desk desk, Texts texts, Runnable fill) {
        this.model = model;
        this.desk = desk;
        this.texts = texts;
        this.fill = fill;
        build();
    }

    void enter() {
        table.requestFocus();
        if (table.getSelectionModel().isEmpty()) {
            table.getSelectionModel().select(Math.max(0, firstBlank()));
        }
    }

    private int firstBlank() {
        for (int i = 0; i < model.lines().size(); i++) {
            Line line = model.lines().get(i);
            if (line.field().isEmpty() && line.column().pattern().isEmpty()) {
                return i;
            }
        }
        return 0;
    }

    Node of(String name, List<Problem> problems) {
        var back = new Button(texts.of("report.page.other"), Icon.BACK.of(16));
        back.getStyleClass().add("quiet");
        back.setOnAction(_ -> model.close());
        var write = new Button(texts.of("report.page.fill"), Icon.EXPORT.of(18));
        write.setId("county-fill");
        write.getStyleClass().add("primary");
        write.setOnAction(_ -> fill.run());
        var head = new HBox(12, Words.label(name, "heading"), known(), Words.spring(), back);
        head.setAlignment(Pos.CENTER_LEFT);
        var below = new HBox(12, foot, Words.spring(), villages(), write);
        below.setAlignment(Pos.CENTER_LEFT);
        about();
        HBox.setHgrow(table, Priority.ALWAYS);
        table.setMinWidth(0);
        var middle = new HBox(16, table, side);
        VBox.setVgrow(middle, Priority.ALWAYS);
        var box =
                new VBox(
                        12,
                        head,
                        Words.lines(texts.of("report.page.map.why"), "soft"),
                        Notes.of(texts, problems),
                        about,
                        middle,
                        below);
        boolean list = !model.lines().isEmpty();
        middle.setVisible(list);
        middle.setManaged(list);
        if (!list) {
            box.getChildren()
                    .add(
                            4,
                            Notes.good(
                                    texts.of("report.page.places"),
                                    texts.of("report.page.places.next")));
            box.getChildren().add(box.getChildren().size() - 1, Words.spring());
        }
        return box;
    }

    private Label known() {
        boolean remembered =
                model.mapped().get().map(MappedTemplate::known).orElse(false)
                        && !model.lines().isEmpty();
        return remembered
                ? Words.label(texts.of("report.page.known"), "badge", "good")
                : new Label();
    }

    private Node villages() {
        var box = new ComboBox<Optional<VillageLine>>();
        box.setId("county-village");
        box.setConverter(
                shown(v ->
                        v.map(VillageLine::name)
                                .orElseGet(() -> texts.of("change.page.villages"))));
        box.getItems().setAll(List.of(Optional.empty()));
        model.villages().forEach(v -> box.getItems().add(Optional.of(v)));
        box.setValue(model.village().get());
        box.setOnAction(_ -> {
            Optional<VillageLine> value = box.getValue();
            if (value != null) {
                model.village().set(value);
            }
        });
        boolean several = model.villages().size() > 1;
        box.setVisible(several);
        box.setManaged(several);
        return box;
    }

    private static <T> StringConverter<T> shown(Function<T, String> words) {
        return new StringConverter<>() {
            @Override
            public String toString(@Nullable T value) {
                return value == null ? "" : words.apply(value);
            }

            @Override
            public @Nullable T fromString(String text) {
                return null;
            }
        };
    }

    /// What the rows of each list are about.
    private void about() {
        about.getChildren().clear();
        List<MappedTemplate.Sheet> sheets =
                model.mapped().get().map(MappedTemplate::sheets).orElse(List.of());
        for (int i = 0; i < sheets.size(); i++) {
            MappedTemplate.Sheet sheet = sheets.get(i);
            if (sheet.shape().form() == TemplateSheet.Form.LIST) {
                int at = i;
                var kinds = new ComboBox<Kind>();
                kinds.setId("county-rows-" + i);
                kinds.setConverter(shown(k -> texts.of("report.rows." + k.code())));
                kinds.getItems().setAll(KINDS);
                kinds.setValue(sheet.rows());
                kinds.setOnAction(_ -> model.about(at, kinds.getValue()));
                String samples =
                        sheet.shape().samples() > 0
                                ? texts.of("report.page.samples", sheet.shape().samples())
                                : "";
                var row =
                        new HBox(
                                10,
                                Words.label(
                                        texts.of(
                                                "report.page.sheet",
                                                sheet.shape().name(),
                                                sheet.shape().headerFirst() + 1),
                                        "plain"),
                                kinds,
                                Words.label(samples, "soft", "small"));
                row.setAlignment(Pos.CENTER_LEFT);
                about.getChildren().add(row);
            }
        }
    }

    private void build() {
        table.setId("county-table");
        table.setItems(model.lines());
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_ALL_COLUMNS);
        double em = desk.emPx();
        column(
                texts.of("report.column.column"),
                3,
                em,
                "soft",
                l -> Place.letters(l.column().index()));
        column(texts.of("report.column.heading"), 14, em, "strong", l -> l.column().heading());
        column(texts.of("report.column.field"), 16, em, "plain", this::filled);
        table.setFixedCellSize(Math.round(em * 2.5));
        table.getSelectionModel()
                .selectedItemProperty()
                .addListener((_, _, now) -> {
                    if (!moving) {
                        show(Optional.ofNullable(now));
                    }
                });
        model.lines().addListener((ListChangeListener<Line>) _ -> say());
        model.fields().addListener((ListChangeListener<ReportField>) _ -> items());
        field.setId("county-field");
        field.setMaxWidth(Double.MAX_VALUE);
        field.setConverter(shown(this::words));
        field.valueProperty()
                .addListener((_, _, now) -> {
                    if (!moving && now != null) {
                        map(now);
                    }
                });
        items();
        var none = new Button(texts.of("report.page.none"));
        none.setId("county-none");
        none.getStyleClass().add("quiet");
        none.setOnAction(_ -> map(Optional.empty()));
        side.getChildren()
                .setAll(
                        place,
                        heading,
                        Words.label(texts.of("report.page.field"), "soft", "small"),
                        field,
                        likely,
                        none);
        side.getStyleClass().addAll("sheet", "padded");
        side.setMinWidth(em * 20);
        side.setPrefWidth(em * 22);
        side.setMaxHeight(Region.USE_PREF_SIZE);
        foot.setMinWidth(0);
        show(Optional.empty());
    }

    private void column(
            String title, double ems, double em, String look, Function<Line, String> words) {
        var column = new TableColumn<Line, String>(title);
        column.setCellValueFactory(l -> new SimpleObjectProperty<>(words.apply(l.getValue())));
        column.setCellFactory(_ -> new LineCell());
        column.getStyleClass().add(look);
        column.setPrefWidth(ems * em);
        column.setMinWidth(Math.min(ems, 3) * em);
        column.setSortable(false);
        column.setReorderable(false);
        table.getColumns().add(column);
    }

    /// What stays blank is told in the colour of doubt.
    private static final class LineCell extends TableCell<Line, String> {
        @Override
        protected void updateItem(String text, boolean empty) {
            super.updateItem(text, empty);
            Line line = getTableRow() == null ? null : getTableRow().getItem();
            getStyleClass().remove("words-bad");
            boolean blank =
                    !empty
                            && line != null
                            && line.field().isEmpty()
                            && line.column().pattern().isEmpty();
            if (blank && getTableColumn() == getTableView().getColumns().getLast()) {
                getStyleClass().add("words-bad");
            }
            setText(empty || text == null ? "" : text);
        }
    }

    private String filled(Line line) {
        return line.column().pattern().isEmpty() ? words(line.field()) : line.column().pattern();
    }

    private String words(Optional<ReportField> chosen) {
        return chosen.map(f -> texts.of("report.field", f.group(), f.label()))
                .orElseGet(() -> texts.of("report.blank"));
    }

    private void items() {
        moving = true;
        ObservableList<Optional<ReportField>> items = FXCollections.observableArrayList();
        items.add(Optional.empty());
        model.fields().forEach(f -> items.add(Optional.of(f)));
        field.setItems(items);
        moving = false;
    }

    private void map(Optional<ReportField> chosen) {
        int at = table.getSelectionModel().getSelectedIndex();
        Line line = at < 0 ? null : model.lines().get(at);
        if (line != null && line.column().pattern().isEmpty() && !line.field().equals(chosen)) {
            moving = true;
            model.map(line, chosen);
            table.getSelectionModel().clearAndSelect(at);
            moving = false;
            show(Optional.of(model.lines().get(at)));
        }
    }

    private void say() {
        foot.setText(texts.of("report.page.foot", model.lines().size(), model.blank()));
    }

    private void show(Optional<Line> line) {
        moving = true;
        boolean open = line.map(l -> l.column().pattern().isEmpty()).orElse(false);
        side.setDisable(!open);
        place.setText(
                line.map(l ->
                                texts.of(
                                        "report.page.place",
                                        l.sheetName(),
                                        Place.letters(l.column().index())))
                        .orElse(""));
        heading.setText(
                line.map(l -> l.column().heading()).orElseGet(() -> texts.of("report.page.pick")));
        field.setValue(line.flatMap(Line::field));
        likely.getChildren().clear();
        moving = false;
        line.filter(l -> open && l.field().isEmpty())
                .ifPresent(l -> model.suggestions(l, found -> offer(l, found)));
    }

    private void offer(Line line, List<ReportField> found) {
        boolean still =
                Stream.ofNullable(table.getSelectionModel().getSelectedItem())
                        .anyMatch(line::equals);
        if (!still || found.isEmpty()) {
            return;
        }
        likely.getChildren().setAll(Words.label(texts.of("report.page.likely"), "soft", "small"));
        for (ReportField each : found) {
            var chip = new Button(each.label());
            chip.getStyleClass().add("chip");
            chip.setOnAction(_ -> map(Optional.of(each)));
            likely.getChildren().add(chip);
        }
    }
}

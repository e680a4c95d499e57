package zhuhu.screen.exchange.change;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableIntegerValue;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import zhuhu.base.Texts;
import zhuhu.flow.change.RosterChange;
import zhuhu.flow.change.RosterChange.State;
import zhuhu.screen.Desk;
import zhuhu.screen.FilePick;
import zhuhu.screen.exchange.ExchangePage;
import zhuhu.screen.exchange.ExchangeSlot;
import zhuhu.screen.part.Icon;
import zhuhu.screen.part.JobPane;
import zhuhu.screen.part.Notes;
import zhuhu.screen.part.Words;
import zhuhu.screen.printing.PrintDialog;

/// 变更清单: what is to be keyed into the national system, ticked line by line or a household at once.
/// Space ticks, Ctrl+H ticks the household, Ctrl+Z takes the last ticks back.
public final class ChangesPage implements ExchangePage {

    private static final KeyCombination HOUSEHOLD =
            new KeyCodeCombination(KeyCode.H, KeyCombination.SHORTCUT_DOWN);
    private static final KeyCombination UNDO =
            new KeyCodeCombination(KeyCode.Z, KeyCombination.SHORTCUT_DOWN);

    /// What the page needs of the window around it.
    public record Around(
            Desk desk,
            Texts texts,
            FilePick pick,
            PrintDialog print,
            Clock clock,
            Consumer<Path> reveal) {}

    private final ChangesModel model;
    private final Around around;
    private final Texts texts;
    private final ChangesTable table;
    private final FlowPane chips = new FlowPane(8, 8);
    private final ComboBox<String> village = new ComboBox<>();
    private final CheckBox unlisted = new CheckBox();
    private final Label foot = Words.label("", "soft", "small");
    private final Button tick = new Button("", Icon.CHECK.of(16));
    private final Button household = new Button();
    private final Button undo = new Button();
    private final StackPane said = new StackPane();
    private final VBox list = new VBox(12);
    private final VBox root = new VBox(14);

    public ChangesPage(ChangesModel model, Around around) {
        this.model = model;
        this.around = around;
        this.texts = around.texts();
        this.table = new ChangesTable(model, around.desk(), texts);
        root.getStyleClass().add("pane");
        build();
        watch();
    }

    @Override
    public ExchangeSlot slot() {
        return ExchangeSlot.CHANGES;
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public ObservableIntegerValue badge() {
        return model.open();
    }

    @Override
    public void entered() {
        model.refresh();
    }

    @Override
    public void focus() {
        table.enter();
    }

    @Override
    public void narrow(boolean narrow) {
        table.narrow(narrow);
    }

    private void build() {
        unlisted.setText(texts.of("change.page.unlisted"));
        unlisted.setId("changes-unlisted");
        unlisted.selectedProperty().bindBidirectional(model.unlisted());
        village.setId("changes-village");
        village.visibleProperty().bind(Bindings.size(model.villages()).greaterThan(1));
        village.managedProperty().bind(village.visibleProperty());
        chips.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(chips, Priority.ALWAYS);
        village.setMinWidth(Region.USE_PREF_SIZE);
        unlisted.setMinWidth(Region.USE_PREF_SIZE);
        var top = new HBox(12, chips, unlisted, village);
        top.setAlignment(Pos.CENTER_LEFT);
        list.getChildren().setAll(top, table.node(), buttons());
        VBox.setVgrow(table.node(), Priority.ALWAYS);
        VBox.setVgrow(list, Priority.ALWAYS);
        root.getChildren()
                .setAll(
                        Words.label(texts.of("change.page.title"), "heading"),
                        Words.lines(texts.of("change.page.why"), "soft"),
                        said,
                        list);
        said.managedProperty().bind(Bindings.isNotEmpty(said.getChildren()));
    }

    private Node buttons() {
        tick.setId("changes-tick");
        tick.getStyleClass().add("primary");
        tick.setOnAction(_ -> toggle());
        household.setId("changes-household");
        household.setText(texts.of("change.page.household"));
        household.setOnAction(_ -> model.tickHouseholds(table.chosen()));
        undo.setId("changes-undo");
        undo.getStyleClass().add("quiet");
        undo.setOnAction(_ -> model.undo());
        var print = new Button(texts.of("part.print"), Icon.PRINT.of(15));
        print.setId("changes-print");
        print.getStyleClass().add("quiet");
        print.setOnAction(_ -> around.print().table(table.sheet(texts.of("change.title"))));
        var export = new Button(texts.of("change.page.export"), Icon.EXPORT.of(16));
        export.setId("changes-export");
        export.setOnAction(_ -> export());
        var row = new HBox(10, foot, Words.spring(), undo, print, export, household, tick);
        row.setAlignment(Pos.CENTER_LEFT);
        Stream.of(undo, print, export, household, tick)
                .forEach(b -> b.setMinWidth(Region.USE_PREF_SIZE));
        foot.setMinWidth(0);
        return row;
    }

    private void export() {
        String day = LocalDate.now(around.clock()).toString();
        String whole = model.village().get().orElse(texts.of("change.page.all"));
        around.pick()
                .newWorkbook(texts.of("change.page.file", whole, day))
                .ifPresent(out ->
                        model.export(
                                out,
                                lines -> {
                                    var open = new Button(texts.of("exchange.out.reveal"));
                                    open.setOnAction(_ -> around.reveal().accept(out));
                                    var note =
                                            Notes.good(
                                                    texts.of(
                                                            "change.page.exported",
                                                            lines,
                                                            out.getFileName()),
                                                    "");
                                    HBox.setHgrow(note, Priority.ALWAYS);
                                    var row = new HBox(10, note, open);
                                    row.setAlignment(Pos.CENTER_LEFT);
                                    said.getChildren().setAll(row);
                                }));
    }

    private void toggle() {
        List<RosterChange> chosen = table.chosen();
        model.toggle(chosen);
        table.goOn();
    }

    private void watch() {
        model.shown().addListener((ListChangeListener<RosterChange>) _ -> say());
        model.stage().subscribe(this::arrange);
        model.last().subscribe(_ -> say());
        table.onChosen(this::say);
        model.villages().addListener((ListChangeListener<String>) _ -> fillVillages());
        model.village().subscribe(_ -> fillVillages());
        village.setOnAction(_ -> {
            String value = village.getValue();
            if (value != null) {
                model.village().set(Optional.of(value).filter(v -> !v.equals(allVillages())));
            }
        });
        root.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    }

    private String allVillages() {
        return texts.of("change.page.villages");
    }

    private void fillVillages() {
        String wanted = model.village().get().orElse(allVillages());
        var items = Stream.concat(Stream.of(allVillages()), model.villages().stream()).toList();
        if (!village.getItems().equals(items)) {
            village.getItems().setAll(items);
        }
        if (!Objects.equals(village.getValue(), wanted)) {
            village.setValue(wanted);
        }
    }

    private void arrange(ChangesModel.Stage stage) {
        switch (stage) {
            case ChangesModel.Stage.Looking(var job) -> {
                var pane = new JobPane(texts, texts.of("change.looking"), job).root();
                said.getChildren().setAll(pane);
            }
            case ChangesModel.Stage.Broken(var problems) ->
                    said.getChildren().setAll(Notes.of(texts, problems));
            case ChangesModel.Stage.Shown() -> said.getChildren().clear();
        }
        say();
    }

    private void say() {
        chips.getChildren().setAll(chip(Optional.empty()));
        for (State state : State.values()) {
            chips.getChildren().add(chip(Optional.of(state)));
        }
        List<RosterChange> chosen = table.chosen();
        long open = chosen.stream().filter(RosterChange::isOpen).count();
        long keyed = chosen.stream().filter(c -> c.state() == State.KEYED).count();
        boolean takeBack = open == 0 && keyed > 0;
        tick.setText(
                takeBack
                        ? texts.of("change.page.untick", keyed)
                        : texts.of("change.page.tick", open));
        tick.setDisable(open == 0 && keyed == 0);
        household.setDisable(chosen.isEmpty());
        undo.setVisible(model.last().get().isPresent());
        undo.setManaged(undo.isVisible());
        undo.setText(texts.of("change.page.undo", model.last().get().map(List::size).orElse(0)));
        foot.setText(
                model.left() > 0 && !model.unlisted().get()
                        ? texts.of("change.page.foot.left", model.shown().size(), model.left())
                        : texts.of("change.page.foot", model.shown().size()));
        table.nothing(
                model.total() == 0
                        ? Notes.empty(
                                Icon.CHECK,
                                texts.of("change.page.none"),
                                texts.of("change.page.none.next"))
                        : Notes.empty(
                                Icon.SEARCH,
                                texts.of("change.page.nothing"),
                                texts.of("change.page.nothing.next")));
    }

    private ToggleButton chip(Optional<State> state) {
        String words =
                state.map(s -> texts.of("change.state." + s.code()))
                        .orElseGet(() -> texts.of("change.page.every"));
        var chip = new ToggleButton(texts.of("household.chip", words, model.count(state)));
        chip.getStyleClass().add("chip");
        chip.setId("changes-" + state.map(State::code).orElse("all"));
        chip.setSelected(model.state().get().equals(state));
        chip.setOnAction(_ -> {
            chip.setSelected(true);
            model.state().set(state);
        });
        return chip;
    }

    private void pressed(KeyEvent event) {
        boolean inTable = table.hasFocus();
        if (event.getCode() == KeyCode.SPACE && inTable) {
            toggle();
            event.consume();
        } else if (HOUSEHOLD.match(event) && inTable) {
            model.tickHouseholds(table.chosen());
            event.consume();
        } else if (UNDO.match(event)) {
            model.undo();
            event.consume();
        }
    }
}

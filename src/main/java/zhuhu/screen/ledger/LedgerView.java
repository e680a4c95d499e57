package zhuhu.screen.ledger;

import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
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
import zhuhu.flow.ledger.Ledger;
import zhuhu.flow.ledger.LedgerStates;
import zhuhu.record.Kind;
import zhuhu.screen.Desk;
import zhuhu.screen.Page;
import zhuhu.screen.part.Icon;
import zhuhu.screen.part.Notes;
import zhuhu.screen.part.PlainField;
import zhuhu.screen.part.Words;
import zhuhu.screen.printing.PrintDialog;

/// 台账: kinds, search and filters above, the table, and at the right what can be done about the
/// chosen entry.
public final class LedgerView implements Page {

    private static final KeyCombination SEARCH =
            new KeyCodeCombination(KeyCode.F, KeyCombination.SHORTCUT_DOWN);

    private final LedgerModel model;
    private final Desk desk;
    private final Texts texts;
    private final PlainField search = new PlainField();
    private final HBox kinds = new HBox();
    private final FlowPane filters = new FlowPane(10, 8);
    private final FlowPane chips = new FlowPane(8, 8);
    private final LedgerTable table;
    private final EntryPane entry;
    private final Label foot = Words.label("", "soft", "small");
    private final HBox below = new HBox(12);
    private final VBox list = new VBox(12);
    private final StackPane side = new StackPane();
    private final HBox root = new HBox(16);
    private boolean narrow;

    public LedgerView(LedgerModel model, Desk desk, Texts texts) {
        this.model = model;
        this.desk = desk;
        this.texts = texts;
        table = new LedgerTable(model, desk, texts);
        entry = new EntryPane(model, desk, texts);
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
        table.enter();
    }

    @Override
    public void narrow(boolean nowNarrow) {
        narrow = nowNarrow;
        arrange();
    }

    private void build() {
        kinds.getStyleClass().add("ledger-kinds");
        var group = new ToggleGroup();
        for (Kind kind : Ledger.KINDS) {
            var button = new ToggleButton(texts.of("ledger.kind." + kind.code()));
            button.getStyleClass().add("chip");
            button.setId("ledger-" + kind.code());
            button.setToggleGroup(group);
            button.setSelected(model.kind().get() == kind);
            button.setOnAction(_ -> {
                button.setSelected(true);
                model.kind().set(kind);
            });
            kinds.getChildren().add(button);
        }
        search.setId("ledger-search");
        search.setPromptText(texts.of("ledger.search"));
        search.setLeft(Icon.SEARCH.of(17));
        search.setRight(Words.label(texts.of("ledger.search.key"), "key-hint"));
        HBox.setHgrow(search, Priority.ALWAYS);
        kinds.setMinWidth(Region.USE_PREF_SIZE);
        var top = new HBox(12, kinds, search);
        top.setAlignment(Pos.CENTER_LEFT);
        filters.getChildren()
                .setAll(
                        choice(model.villages(), model.village(), texts.of("ledger.villages")),
                        choice(model.groups(), model.group(), texts.of("ledger.groups")),
                        choice(model.owners(), model.owner(), texts.of("ledger.owners")),
                        choice(model.levels(), model.level(), texts.of("ledger.levels")));
        filters.setAlignment(Pos.CENTER_LEFT);
        var copy = new Button(texts.of("ledger.copy"), Icon.COPY.of(15));
        copy.getStyleClass().add("quiet");
        copy.setOnAction(_ -> {
            table.copy();
            foot.setText(texts.of("ledger.copied", model.entries().size()));
        });
        below.getChildren().setAll(foot, Words.spring(), copy);
        below.setAlignment(Pos.CENTER_LEFT);
        VBox.setVgrow(table.node(), Priority.ALWAYS);
        list.getChildren().setAll(top, chips, filters, table.node(), below);
        HBox.setHgrow(list, Priority.ALWAYS);
        list.setMinWidth(0);
        side.getStyleClass().add("sheet");
        root.getStyleClass().add("pane");
        arrange();
    }

    /// With a button that prints what is listed.
    public LedgerView printing(PrintDialog dialog) {
        var print = new Button(texts.of("part.print"));
        print.setId("ledger-print");
        print.getStyleClass().add("quiet");
        print.setOnAction(_ ->
                dialog.table(table.sheet(texts.of("ledger.kind." + model.kind().get().code()))));
        below.getChildren().add(print);
        return this;
    }

    private void watch() {
        search.settled().subscribe(text -> model.query().set(text));
        model.query()
                .subscribe(text -> {
                    if (!search.composing().get() && !search.getText().equals(text)) {
                        search.setText(text);
                    }
                });
        model.entries().addListener((ListChangeListener<Object>) _ -> fillChips());
        model.loaded().subscribe((_, _) -> arrange());
        model.chosen().subscribe((_, _) -> arrange());
        desk.installation().subscribe((_, _) -> arrange());
        root.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        search.addEventHandler(
                KeyEvent.KEY_PRESSED,
                event -> {
                    if (event.getCode() == KeyCode.DOWN || event.getCode() == KeyCode.ENTER) {
                        table.enter();
                        table.chooseFirst();
                        event.consume();
                    }
                });
    }

    private void pressed(KeyEvent event) {
        if (SEARCH.match(event)) {
            search.requestFocus();
            search.selectAll();
            event.consume();
        } else if (event.getCode() == KeyCode.ESCAPE && model.chosen().get().isPresent()) {
            table.clearChoice();
            event.consume();
        } else if (event.getCode() == KeyCode.ESCAPE && model.filtered()) {
            model.clear();
            event.consume();
        }
    }

    private void fillChips() {
        chips.getChildren().clear();
        chips.getChildren().add(chip(texts.of("ledger.all"), model.count(""), Optional.empty()));
        for (String state : LedgerStates.of(model.kind().get())) {
            chips.getChildren()
                    .add(chip(texts.of("state." + state), model.count(state), Optional.of(state)));
        }
        long late = model.overdue();
        if (late > 0) {
            var overdue = new ToggleButton(texts.of("ledger.overdue", late));
            overdue.setId("ledger-overdue");
            overdue.getStyleClass().addAll("chip", "late");
            overdue.setSelected(model.overdueOnly().get());
            overdue.setOnAction(_ -> model.overdueOnly().set(overdue.isSelected()));
            chips.getChildren().add(overdue);
        }
        foot.setText(
                model.filtered()
                        ? texts.of("ledger.foot.some", model.total(), model.entries().size())
                        : texts.of("ledger.foot.all", model.total()));
        arrange();
    }

    private ToggleButton chip(String words, long count, Optional<String> state) {
        var chip = new ToggleButton(texts.of("household.chip", words, count));
        chip.getStyleClass().add("chip");
        chip.setSelected(model.state().get().equals(state));
        chip.setOnAction(_ -> {
            chip.setSelected(true);
            model.state().set(state);
        });
        return chip;
    }

    private static ComboBox<String> choice(
            ObservableList<String> items, ObjectProperty<Optional<String>> chosen, String whole) {
        var box = new ComboBox<String>();
        Runnable fill =
                () -> {
                    box.getItems().setAll(whole);
                    box.getItems().addAll(items);
                    box.setValue(chosen.get().orElse(whole));
                };
        items.addListener((ListChangeListener<String>) _ -> fill.run());
        fill.run();
        chosen.subscribe(now -> box.setValue(now.orElse(whole)));
        box.setOnAction(_ -> {
            String value = box.getValue();
            if (value != null) {
                chosen.set(Optional.of(value).filter(v -> !v.equals(whole)));
            }
        });
        // Reason: a choice of one is no choice.
        box.visibleProperty().bind(Bindings.size(items).greaterThan(1));
        box.managedProperty().bind(box.visibleProperty());
        return box;
    }

    private void arrange() {
        boolean nothing = model.loaded().get() && model.total() == 0;
        filters.setVisible(!nothing);
        filters.setManaged(!nothing);
        chips.setVisible(!nothing);
        chips.setManaged(!nothing);
        double em = desk.emPx();
        side.setPrefWidth(em * 25);
        side.setMinWidth(em * (narrow ? 21 : 24));
        boolean open = model.chosen().get().isPresent();
        if (open) {
            side.getChildren().setAll(entry.root(model.chosen().get().orElseThrow()));
        }
        table.narrow(narrow || open);
        table.nothing(nothing ? Optional.of(empty()) : Optional.empty());
        root.getChildren().setAll(open ? List.<Node>of(list, side) : List.of(list));
    }

    private Node empty() {
        return Notes.empty(
                Icon.BOOK,
                texts.of("ledger.none." + model.kind().get().code()),
                texts.of("ledger.none.next"));
    }
}

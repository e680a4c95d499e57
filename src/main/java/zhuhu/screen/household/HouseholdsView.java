package zhuhu.screen.household;

import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
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
import zhuhu.flow.HouseholdCard;
import zhuhu.flow.HouseholdList;
import zhuhu.screen.Desk;
import zhuhu.screen.Page;
import zhuhu.screen.part.Icon;
import zhuhu.screen.part.Notes;
import zhuhu.screen.part.PlainField;
import zhuhu.screen.part.States;
import zhuhu.screen.part.Words;
import zhuhu.screen.printing.PrintDialog;

/// Search, chips, table and the card at the right.
public final class HouseholdsView implements Page {

    private static final KeyCombination SEARCH =
            new KeyCodeCombination(KeyCode.K, KeyCombination.SHORTCUT_DOWN);

    private final HouseholdsModel model;
    private final Desk desk;
    private final Texts texts;
    private final Runnable toExchange;
    private final Optional<CardWays> ways;
    private final PlainField search = new PlainField();
    private final FlowPane chips = new FlowPane(8, 8);
    private final HouseholdTable table;
    private final Label foot = Words.label("", "soft", "small");
    private final ToggleButton tallyShown = new ToggleButton();
    private final StackPane cardPlace = new StackPane();
    private final VBox list = new VBox(14);
    private final HBox root = new HBox(16);
    private final Optional<SoFarPane> soFar;
    private final Optional<Ask> ask;
    private final HBox under = new HBox(12);
    private boolean narrow;

    /// The filter row and what it counts, as they stand in this page.
    private record Ask(AskModel model, AskPane pane, TallyPane tally) {}

    /// `toExchange` leads to where a roster is read.
    public HouseholdsView(HouseholdsModel model, Desk desk, Texts texts, Runnable toExchange) {
        this(model, desk, texts, toExchange, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /// The same; `ways` lead from the card to what can be changed, `soFar` stands below it, and
    /// `asking` is the filter row.
    public HouseholdsView(
            HouseholdsModel model,
            Desk desk,
            Texts texts,
            Runnable toExchange,
            Optional<CardWays> ways,
            Optional<SoFarPane> soFar,
            Optional<AskPane> asking) {
        this.ways = ways;
        this.soFar = soFar;
        ways.ifPresent(w -> w.onChange(this::entered));
        this.model = model;
        this.desk = desk;
        this.texts = texts;
        this.toExchange = toExchange;
        this.table = new HouseholdTable(model, desk, texts);
        this.ask =
                asking.map(pane ->
                        new Ask(
                                pane.model(),
                                pane,
                                new TallyPane(
                                        pane.model(),
                                        texts,
                                        new TallyPane.Layout(desk, table::copy))));
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
        ask.ifPresent(a -> a.model().refresh());
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
        search.setId("household-search");
        search.setPromptText(texts.of("household.search"));
        var magnifier = Icon.SEARCH.of(17);
        search.setLeft(magnifier);
        search.setRight(Words.label(texts.of("household.search.key"), "key-hint"));
        HBox.setHgrow(search, Priority.ALWAYS);
        var top =
                new HBox(
                        12,
                        search,
                        choice(
                                "household-village",
                                model.villages(),
                                model.village(),
                                texts.of("household.villages")),
                        choice(
                                "household-group",
                                model.groups(),
                                model.group(),
                                texts.of("household.groups")));
        top.setAlignment(Pos.CENTER_LEFT);
        ask.ifPresent(a -> top.getChildren().add(askButton(a, texts.of("ask.title"))));
        VBox.setVgrow(table.node(), Priority.ALWAYS);
        under.getChildren().setAll(foot, Words.spring(), tallyShown);
        under.setAlignment(Pos.CENTER_LEFT);
        tallyShown.setId("ask-tally-show");
        tallyShown.getStyleClass().add("chip");
        tallyShown.setText(texts.of("ask.tally.show"));
        tallyShown.managedProperty().bind(tallyShown.visibleProperty());
        tallyShown.setOnAction(_ -> tallyInside());
        list.getChildren().setAll(top, chips, table.node(), under);
        ask.ifPresent(a -> {
            Region pane = a.pane().root();
            pane.visibleProperty().bind(a.model().open());
            pane.managedProperty().bind(a.model().open());
            list.getChildren().add(2, pane);
        });
        HBox.setHgrow(list, Priority.ALWAYS);
        list.setMinWidth(0);
        cardPlace.getStyleClass().add("sheet");
        root.getStyleClass().add("pane");
        arrange();
    }

    /// With buttons that put the listed households, or the one on the card, on paper.
    public HouseholdsView printing(PrintDialog dialog) {
        var print = new Button(texts.of("household.print"));
        print.setId("household-print");
        print.setMinWidth(Region.USE_PREF_SIZE);
        print.disableProperty().bind(Bindings.isEmpty(model.lines()));
        print.setOnAction(_ ->
                dialog.households(
                        texts.of("household.print.name"),
                        model.lines().stream().map(HouseholdList.Line::id).toList(),
                        Optional.of(table.sheet(texts.of("paper.households")))));
        under.getChildren().add(print);
        ways.ifPresent(w ->
                w.onPrint(card ->
                        dialog.households(card.title(), List.of(card.id()), Optional.empty())));
        return this;
    }

    private static ToggleButton askButton(Ask ask, String words) {
        var button = new ToggleButton(words);
        button.setId("household-ask");
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.selectedProperty().bindBidirectional(ask.model().open());
        return button;
    }

    private void watch() {
        ask.ifPresent(a -> {
            a.model().answer().subscribe((_, _) -> arrange());
            model.lines().addListener((ListChangeListener<Object>) _ -> a.tally().refresh());
        });
        search.settled().subscribe(text -> model.query().set(text));
        model.query()
                .subscribe(text -> {
                    if (!search.composing().get() && !search.getText().equals(text)) {
                        search.setText(text);
                    }
                });
        model.counts().subscribe(_ -> fillChips());
        model.state().subscribe((_, _) -> fillChips());
        model.lines().addListener((ListChangeListener<Object>) _ -> count());
        model.loaded().subscribe((_, _) -> arrange());
        model.card().subscribe(this::showCard);
        model.chosen().subscribe((_, _) -> arrange());
        desk.installation().subscribe((_, _) -> showCard(model.card().get()));
        root.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        // Reason: a table takes F2 for itself.
        root.addEventFilter(KeyEvent.KEY_PRESSED, this::jot);
        search.addEventHandler(KeyEvent.KEY_PRESSED, this::pressedInSearch);
    }

    private void pressed(KeyEvent event) {
        if (SEARCH.match(event)) {
            search.requestFocus();
            search.selectAll();
            event.consume();
        } else if (event.getCode() == KeyCode.ESCAPE) {
            if (model.chosen().get().isPresent() && narrow) {
                table.clearChoice();
            } else if (model.filtered()) {
                model.clear();
            } else {
                return;
            }
            event.consume();
        }
    }

    private void jot(KeyEvent event) {
        if (event.getCode() == KeyCode.F2 && model.card().get().isPresent()) {
            soFar.ifPresent(SoFarPane::focusNote);
            event.consume();
        }
    }

    private void pressedInSearch(KeyEvent event) {
        if (event.getCode() == KeyCode.DOWN || event.getCode() == KeyCode.ENTER) {
            table.enter();
            table.chooseFirst();
            event.consume();
        }
    }

    private void fillChips() {
        chips.getChildren().clear();
        chips.getChildren().add(chip(texts.of("household.all"), model.total(), Optional.empty()));
        for (String state : States.ORDER) {
            int count = model.counts().get().getOrDefault(state, 0);
            if (count > 0) {
                chips.getChildren()
                        .add(chip(States.words(texts, state), count, Optional.of(state)));
            }
        }
    }

    private ToggleButton chip(String words, int count, Optional<String> state) {
        var chip = new ToggleButton(texts.of("household.chip", words, count));
        chip.getStyleClass().add("chip");
        chip.setSelected(model.state().get().equals(state));
        chip.setOnAction(_ -> model.state().set(state));
        return chip;
    }

    private static ComboBox<String> choice(
            String id,
            ObservableList<String> items,
            ObjectProperty<Optional<String>> chosen,
            String whole) {
        var box = new ComboBox<String>();
        box.setId(id);
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

    private void count() {
        foot.setText(
                model.filtered()
                        ? texts.of(
                                "household.foot.some",
                                model.total(),
                                model.lines().size(),
                                model.persons())
                        : texts.of("household.foot.all", model.lines().size(), model.persons()));
    }

    private void showCard(Optional<HouseholdCard> card) {
        cardPlace.getChildren().clear();
        card.ifPresent(c -> {
            Parent read =
                    new CardView(c, desk, texts, model::visit, this::closeCard, ways).root(narrow);
            var place = new VBox(read);
            VBox.setVgrow(read, Priority.ALWAYS);
            soFar.ifPresent(pane -> {
                pane.show(c.id());
                place.getChildren().add(pane.root());
            });
            cardPlace.getChildren().setAll(place);
        });
    }

    private void closeCard() {
        table.clearChoice();
    }

    private void arrange() {
        boolean nothing = model.loaded().get() && model.total() == 0;
        cardPlace.setPrefWidth(desk.emPx() * 30);
        cardPlace.setMinWidth(desk.emPx() * (narrow ? 24 : 28));
        if (nothing) {
            root.getChildren().setAll(emptyPage());
        } else if (model.chosen().get().isEmpty()) {
            root.getChildren().setAll(narrow ? List.<Node>of(list) : List.of(list, side()));
        } else {
            root.getChildren().setAll(list, cardPlace);
        }
        tallyInside();
        table.narrow(narrow && model.chosen().get().isPresent());
    }

    private Optional<Region> tally() {
        return ask.filter(a -> a.model().answer().get().isPresent()).map(a -> a.tally().root());
    }

    /// Beside the list while no household is chosen.
    private Node side() {
        Optional<Region> tally = tally();
        tally.ifPresent(t -> {
            t.setPrefSize(desk.emPx() * 26, Region.USE_COMPUTED_SIZE);
            t.setMinWidth(desk.emPx() * 24);
        });
        return tally.<Node>map(t -> t).orElseGet(this::nobody);
    }

    /// In place of the list where there is no room beside it.
    private void tallyInside() {
        boolean inside = narrow && model.chosen().get().isEmpty() && tally().isPresent();
        tallyShown.setVisible(inside);
        List<Node> shown = list.getChildren();
        ask.ifPresent(a -> shown.remove(a.tally().root()));
        ask.ifPresent(a -> a.pane().fold(inside && tallyShown.isSelected()));
        table.node().setVisible(!inside || !tallyShown.isSelected());
        table.node().setManaged(table.node().isVisible());
        if (inside && tallyShown.isSelected()) {
            tally().ifPresent(t -> {
                t.setMinWidth(0);
                VBox.setVgrow(t, Priority.ALWAYS);
                shown.add(shown.indexOf(table.node()), t);
            });
        }
    }

    private Node emptyPage() {
        var read = new Button(texts.of("household.none.act"), Icon.IMPORT.of(18));
        read.getStyleClass().addAll("primary", "tall");
        read.setOnAction(_ -> toExchange.run());
        VBox empty =
                Notes.empty(
                        Icon.HOUSEHOLD,
                        texts.of("household.none"),
                        texts.of("household.none.next"),
                        read);
        HBox.setHgrow(empty, Priority.ALWAYS);
        return empty;
    }

    private Node nobody() {
        VBox empty =
                Notes.empty(
                        Icon.PERSON,
                        texts.of("household.nobody"),
                        texts.of("household.nobody.next"));
        empty.getStyleClass().add("sheet");
        empty.setPrefWidth(desk.emPx() * 30);
        empty.setMinWidth(desk.emPx() * 28);
        empty.setPadding(new Insets(24));
        return empty;
    }
}

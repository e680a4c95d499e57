package zhuhu.screen.exchange.settle;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import zhuhu.base.Texts;
import zhuhu.flow.settle.Conflict;
import zhuhu.screen.exchange.settle.SettleModel.Filter;
import zhuhu.screen.part.Words;

/// What is open, by household, with how many; above it what it is narrowed to.
final class ConflictList {

    private final SettleModel model;
    private final Texts texts;
    private final ListView<Conflict> list = new ListView<>();
    private final ComboBox<String> villages = new ComboBox<>();
    private final ComboBox<String> sections = new ComboBox<>();
    private final ComboBox<String> sorts = new ComboBox<>();
    private final ToggleButton deferred = new ToggleButton();
    private final VBox root = new VBox(8, villages, sections, sorts, deferred, list);
    private boolean filling;

    ConflictList(SettleModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        list.setId("settle-list");
        list.getStyleClass().add("settle-list");
        list.setCellFactory(_ -> new Cell());
        list.setPlaceholder(Words.label(texts.of("settle.list.nothing"), "soft"));
        VBox.setVgrow(list, Priority.ALWAYS);
        root.getStyleClass().add("settle-side");
        deferred.getStyleClass().add("chip");
        deferred.setOnAction(_ -> {
            Filter now = model.filter().get();
            model.filter()
                    .set(
                            new Filter(
                                    now.village(),
                                    now.section(),
                                    now.sort(),
                                    deferred.isSelected()));
        });
        for (ComboBox<String> box : List.of(villages, sections, sorts)) {
            box.setMaxWidth(Double.MAX_VALUE);
        }
        villages.setId("settle-villages");
        sections.setId("settle-sections");
        sorts.setId("settle-sorts");
        model.shown().subscribe(_ -> fill());
        model.chosen().subscribe(_ -> mark());
        list.getSelectionModel()
                .selectedItemProperty()
                .subscribe(now -> {
                    if (!filling && now != null) {
                        model.choose(Optional.of(now));
                    }
                });
    }

    Region root() {
        return root;
    }

    Node list() {
        return list;
    }

    private void fill() {
        filling = true;
        fill(
                villages,
                texts.of("settle.filter.villages"),
                c -> c.home().villageLabel(),
                v -> v,
                Filter::village,
                (f, v) -> new Filter(v, f.section(), f.sort(), f.put()));
        fill(
                sections,
                texts.of("settle.filter.sections"),
                Conflict::sectionLabel,
                s -> s,
                Filter::section,
                (f, s) -> new Filter(f.village(), s, f.sort(), f.put()));
        fill(
                sorts,
                texts.of("settle.filter.sorts"),
                Conflict::sort,
                s -> s.words(texts),
                Filter::sort,
                (f, s) -> new Filter(f.village(), f.section(), s, f.put()));
        long put = model.deferred();
        deferred.setText(texts.of("settle.filter.deferred", put));
        show(deferred, put > 0 || model.filter().get().put());
        deferred.setSelected(model.filter().get().put());
        list.getItems().setAll(model.shown().get());
        filling = false;
        mark();
    }

    /// One box: everything first, then each with how many. Not shown where there is but one.
    private <T> void fill(
            ComboBox<String> box,
            String whole,
            Function<Conflict, T> of,
            Function<T, String> words,
            Function<Filter, Optional<T>> now,
            BiFunction<Filter, Optional<T>, Filter> with) {
        Map<String, T> items = new LinkedHashMap<>();
        model.counts(of)
                .forEach((item, n) ->
                        items.put(texts.of("settle.filter.count", words.apply(item), n), item));
        Optional<T> chosen = now.apply(model.filter().get());
        box.setOnAction(_ -> {});
        box.getItems().setAll(whole);
        box.getItems().addAll(items.keySet());
        box.setValue(
                items.entrySet().stream()
                        .filter(e -> chosen.equals(Optional.of(e.getValue())))
                        .map(Map.Entry::getKey)
                        .findFirst()
                        .orElse(whole));
        box.setOnAction(_ -> {
            if (!filling) {
                Optional<T> picked = Optional.ofNullable(items.get(box.getValue()));
                model.filter().set(with.apply(model.filter().get(), picked));
            }
        });
        show(box, items.size() > 1 || chosen.isPresent());
    }

    private static void show(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }

    private void mark() {
        filling = true;
        model.chosen()
                .get()
                .ifPresentOrElse(
                        c -> {
                            int at = model.shown().get().indexOf(c);
                            if (list.getSelectionModel().getSelectedIndex() != at) {
                                list.getSelectionModel().clearAndSelect(at);
                                list.scrollTo(Math.max(0, at - 2));
                            }
                        },
                        () -> list.getSelectionModel().clearSelection());
        filling = false;
    }

    /// A conflict; the first of a household with its name above.
    private final class Cell extends ListCell<Conflict> {
        @Override
        protected void updateItem(Conflict conflict, boolean empty) {
            super.updateItem(conflict, empty);
            setText(null);
            setGraphic(empty || conflict == null ? null : face(conflict));
        }

        private Node face(Conflict conflict) {
            var title = Words.label(conflict.title(), "settle-title");
            title.setMinWidth(0);
            var sort = Words.label(conflict.sort().words(texts), "faint", "small");
            sort.setMinWidth(0);
            var row = new VBox(title, sort);
            row.getStyleClass().add("settle-row");
            if (conflict.deferred()) {
                var later = Words.label(texts.of("settle.later"), "badge");
                later.setMinWidth(Region.USE_PREF_SIZE);
                var line = new HBox(6, title, Words.spring(), later);
                line.setAlignment(Pos.CENTER_LEFT);
                row.getChildren().setAll(line, sort);
            }
            var box = new VBox(2);
            if (isFirst(conflict)) {
                box.getChildren().add(head(conflict));
            }
            box.getChildren().add(row);
            box.setMaxWidth(list.getWidth() - 30);
            return box;
        }

        private Node head(Conflict conflict) {
            long count = list.getItems().stream().filter(c -> sameHome(c, conflict)).count();
            String name = conflict.home().householdLabel();
            var label =
                    Words.label(name.isEmpty() ? conflict.home().recordLabel() : name, "strong");
            label.setMinWidth(0);
            var village = Words.label(conflict.home().villageLabel(), "faint", "small");
            village.setMinWidth(0);
            var number = Words.label(texts.of("settle.list.count", count), "faint", "small");
            number.setMinWidth(Region.USE_PREF_SIZE);
            var line = new HBox(8, label, village, Words.spring(), number);
            line.getStyleClass().add("settle-head");
            line.setAlignment(Pos.BASELINE_LEFT);
            return line;
        }

        private boolean isFirst(Conflict conflict) {
            int at = getIndex();
            return at <= 0 || !sameHome(list.getItems().get(at - 1), conflict);
        }

        private boolean sameHome(Conflict one, Conflict other) {
            return one.deferred() == other.deferred()
                    && one.home().household().equals(other.home().household())
                    && (one.home().household().isPresent() || one.record().equals(other.record()));
        }
    }
}

package zhuhu.screen.visit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.application.Platform;
import javafx.event.EventHandler;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import zhuhu.form.Ref;
import zhuhu.form.ScreenView.Item;

/// The questions of the open screen in one column. What is already there stays when the screen is
/// read again, so the focus and what is being typed do too.
final class ScreenPane {

    private final Seat seat;
    private final VBox column = new VBox();
    private final ScrollPane scroll = new ScrollPane(column);
    private final CellBar bar;
    private final VBox root;
    private final Map<Ref, QuestionPane> questions = new HashMap<>();
    private final Map<String, Rows> tables = new HashMap<>();
    private final Map<String, Label> words = new HashMap<>();
    private final SentBackCards sentBack;
    private List<Stop> stops = List.of();
    private String shown = "";

    ScreenPane(Seat seat) {
        this.seat = seat;
        this.bar = new CellBar(seat);
        this.sentBack = new SentBackCards(seat);
        column.getStyleClass().add("question-column");
        EventHandler<KeyEvent> keys = key -> tables.values().forEach(t -> t.pressed(key));
        // Reason: where a table is empty, the focus stands on the strip below the questions.
        column.sceneProperty()
                .addListener((_, before, now) -> {
                    if (before != null) {
                        before.removeEventHandler(KeyEvent.KEY_PRESSED, keys);
                    }
                    if (now != null) {
                        now.addEventHandler(KeyEvent.KEY_PRESSED, keys);
                    }
                });
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("question-scroll");
        scroll.setFocusTraversable(false);
        root = new VBox(scroll, bar.root());
        VBox.setVgrow(scroll, Priority.ALWAYS);
        root.getStyleClass().add("screen-pane");
    }

    Region root() {
        return root;
    }

    /// Forgets what is built: the words have changed.
    void forget() {
        shown = "";
    }

    /// Opens or closes the guidance of the question that has the focus.
    void explain() {
        here().flatMap(stop -> Optional.ofNullable(questions.get(stop.ref())))
                .ifPresent(QuestionPane::explain);
    }

    /// Where keys are caught before the scroll pane takes them.
    Node keys() {
        return column;
    }

    void show(Snapshot now) {
        if (!now.screen().name().equals(shown)) {
            shown = now.screen().name();
            questions.clear();
            tables.clear();
            words.clear();
            scroll.setVvalue(0);
        }
        var nodes = new ArrayList<Node>(sentBack.of(now, now.screen().name()));
        var stopped = new ArrayList<Stop>();
        for (Item item : now.screen().items()) {
            switch (item) {
                case Item.Note(Ref ref, String label, String look) ->
                        nodes.add(note(ref.path(), label, look));
                case Item.Heading(String name, String label) -> nodes.add(heading(name, label));
                case Item.Asked asked -> {
                    QuestionPane pane = question(asked, now);
                    nodes.add(pane.root());
                    if (!Field.isFixed(asked)) {
                        stopped.add(new Stop(asked.ref(), pane.field(), () -> {}));
                    }
                }
                case Item.Table table -> {
                    Rows pane = tables.computeIfAbsent(table.repeat(), _ -> Rows.of(table, seat));
                    pane.show(table, now);
                    nodes.add(pane.root());
                    stopped.addAll(pane.stops());
                }
            }
        }
        Children.arrange(column.getChildren(), nodes);
        stops = List.copyOf(stopped);
        showBar(now);
    }

    private QuestionPane question(Item.Asked asked, Snapshot now) {
        var last = now.lastTime(asked.ref());
        QuestionPane known = questions.get(asked.ref());
        if (known != null) {
            known.show(asked, last);
            return known;
        }
        var pane = new QuestionPane(asked, last, seat);
        questions.put(asked.ref(), pane);
        return pane;
    }

    private Node note(String key, String text, String look) {
        Label label =
                words.computeIfAbsent(
                        key,
                        _ -> {
                            var made = new Label();
                            made.setWrapText(true);
                            made.setMaxWidth(Double.MAX_VALUE);
                            made.getStyleClass().addAll("form-note", "note", styleOf(look));
                            return made;
                        });
        label.setText(text);
        return label;
    }

    private static String styleOf(String look) {
        return look.contains("warn") || look.contains("doubt") ? "doubt" : "calm";
    }

    private Node heading(String name, String text) {
        Label label =
                words.computeIfAbsent(
                        "heading:" + name,
                        _ -> {
                            var made = new Label();
                            made.getStyleClass().addAll("subheading", "form-heading");
                            return made;
                        });
        label.setText(text);
        return label;
    }

    /// What is wrong or odd in the answers has changed.
    void remarked() {
        tables.values().forEach(Rows::remarked);
    }

    /// The question that has the focus, if one has.
    Optional<Stop> here() {
        return stops.stream().filter(Stop::hasFocus).findFirst();
    }

    /// Whether nothing can be answered here.
    boolean isEmpty() {
        return stops.isEmpty();
    }

    /// Keeps what is typed on points that were sent back.
    void keepAnswers() {
        sentBack.keep();
    }

    /// Saves what is typed in the field that has the focus.
    void leave() {
        here().ifPresent(stop -> stop.field().leave());
    }

    /// Goes one question on (+1) or back (-1); false at the ends.
    boolean step(int by) {
        int at = here().map(stops::indexOf).orElse(by > 0 ? -1 : stops.size());
        int to = at + by;
        if (to < 0 || to >= stops.size()) {
            return false;
        }
        stops.get(to).focus();
        return true;
    }

    /// Brings the focus to a question; false if it is not on this screen.
    boolean focus(Ref ref) {
        var from = stops.stream().dropWhile(s -> !s.ref().equals(ref)).toList();
        // Reason: an answer that is only read takes no keys, so the next question does.
        var stop =
                from.stream()
                        .filter(s -> s.field().focus().isFocusTraversable())
                        .findFirst()
                        .or(() -> from.stream().findFirst());
        // Reason: a table's cells join the scene only when their scroll pane has its skin.
        column.applyCss();
        stop.ifPresent(Stop::focus);
        return stop.isPresent();
    }

    /// Called when the focus has moved: keeps the question in sight.
    void focusMoved(Node owner, Snapshot now) {
        if (isInside(owner)) {
            Platform.runLater(() -> reveal(owner));
        }
        showBar(now);
    }

    private void showBar(Snapshot now) {
        var cell = tables.values().stream().flatMap(t -> t.focused().stream()).findFirst();
        bar.show(cell, now);
    }

    private boolean isInside(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (at == column) {
                return true;
            }
        }
        return false;
    }

    private void reveal(Node node) {
        if (!isInside(node)) {
            return;
        }
        Bounds bounds = column.sceneToLocal(node.localToScene(node.getBoundsInLocal()));
        double view = scroll.getViewportBounds().getHeight();
        double range = column.getHeight() - view;
        if (range <= 0) {
            return;
        }
        double top = scroll.getVvalue() * range;
        double margin = 48;
        if (bounds.getMinY() - margin < top) {
            scroll.setVvalue(Math.max(0, (bounds.getMinY() - margin) / range));
        } else if (bounds.getMaxY() + margin > top + view) {
            scroll.setVvalue(Math.min(1, (bounds.getMaxY() + margin - view) / range));
        }
    }
}

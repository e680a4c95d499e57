package zhuhu.screen.visit;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import zhuhu.form.Choice;
import zhuhu.form.ScreenView.Item.Asked;
import zhuhu.record.Value;
import zhuhu.screen.part.Icon;

/// All choices in an order. Up and Down move the mark, with Alt the choice under it; space takes
/// the order as it stands; Delete empties. Grey until somebody has said that this is the order.
final class RankField implements Field {

    private final Seat seat;
    private final VBox box = new VBox();
    private Asked asked;
    private List<Choice> order = List.of();
    private int aim;

    RankField(Asked asked, Seat seat) {
        this.seat = seat;
        this.asked = asked;
        box.getStyleClass().add("rank-answer");
        box.setFocusTraversable(true);
        box.setAccessibleRole(AccessibleRole.LIST_VIEW);
        box.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        box.focusedProperty().addListener(_ -> mark());
        show(asked);
    }

    @Override
    public Node node() {
        return box;
    }

    @Override
    public Node focus() {
        return box;
    }

    @Override
    public void show(Asked now) {
        asked = now;
        box.setAccessibleText(now.label());
        List<Choice> next = ordered(now);
        if (!next.equals(order) || box.getChildren().isEmpty()) {
            order = next;
            build();
        }
        mark();
    }

    /// The answer's order; choices that it lacks follow in the list's.
    static List<Choice> ordered(Asked asked) {
        var ordered = new ArrayList<Choice>();
        if (asked.value() instanceof Value.Many(List<String> names)) {
            for (String name : names) {
                asked.choices().stream()
                        .filter(c -> c.name().equals(name))
                        .findFirst()
                        .ifPresent(ordered::add);
            }
        }
        asked.choices().stream().filter(c -> !ordered.contains(c)).forEach(ordered::add);
        return List.copyOf(ordered);
    }

    private void build() {
        aim = Math.clamp(aim, 0, Math.max(0, order.size() - 1));
        box.getChildren().clear();
        for (int i = 0; i < order.size(); i++) {
            box.getChildren().add(row(i));
        }
        var take = new Button(seat.texts().of("visit.rankTake"), Icon.CHECK.of(14));
        take.getStyleClass().addAll("quiet", "rank-take");
        take.setFocusTraversable(false);
        take.setOnAction(_ -> answer(order));
        box.getChildren().add(take);
    }

    private Node row(int at) {
        var number = new Label(String.valueOf(at + 1));
        number.getStyleClass().add("rank-number");
        var label = new Label(order.get(at).label());
        label.setMaxWidth(Double.MAX_VALUE);
        label.setWrapText(true);
        HBox.setHgrow(label, Priority.ALWAYS);
        var row =
                new HBox(
                        number,
                        label,
                        button(Icon.UP, "visit.rankUp", at, -1),
                        button(Icon.DOWN, "visit.rankDown", at, 1));
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("rank-row");
        row.setOnMouseClicked(_ -> {
            box.requestFocus();
            aim = at;
            mark();
        });
        return row;
    }

    private Button button(Icon icon, String key, int at, int by) {
        var button = new Button("", icon.of(14));
        button.getStyleClass().addAll("flat", "rank-move");
        button.setFocusTraversable(false);
        button.setTooltip(new Tooltip(seat.texts().of(key)));
        button.setDisable(at + by < 0 || at + by >= order.size());
        button.setOnAction(_ -> {
            aim = at;
            move(by);
        });
        return button;
    }

    private void pressed(KeyEvent event) {
        boolean alone = !event.isControlDown() && !event.isShiftDown() && !event.isMetaDown();
        boolean taken =
                alone
                        && switch (event.getCode()) {
                            case UP -> event.isAltDown() ? move(-1) : look(-1);
                            case DOWN -> event.isAltDown() ? move(1) : look(1);
                            case SPACE -> answer(order);
                            case DELETE, BACK_SPACE -> empty();
                            default -> false;
                        };
        if (taken) {
            event.consume();
        }
    }

    private boolean look(int by) {
        aim = Math.clamp(aim + by, 0, Math.max(0, order.size() - 1));
        mark();
        return true;
    }

    private boolean move(int by) {
        int to = aim + by;
        if (to >= 0 && to < order.size()) {
            var moved = new ArrayList<>(order);
            moved.add(to, moved.remove(aim));
            aim = to;
            answer(moved);
        }
        return true;
    }

    private boolean answer(List<Choice> now) {
        order = List.copyOf(now);
        Value value = Value.many(order.stream().map(Choice::name).toList());
        seat.model().answer(asked, value);
        // Reason: the next key may come before the answer is back from the file.
        asked = asked.with(value);
        build();
        mark();
        return true;
    }

    private boolean empty() {
        seat.model().answer(asked, Value.EMPTY);
        show(asked.with(Value.EMPTY));
        return true;
    }

    private void mark() {
        boolean open = asked.value().equals(Value.EMPTY);
        for (int i = 0; i < order.size(); i++) {
            Node row = box.getChildren().get(i);
            row.pseudoClassStateChanged(Looks.AIMED, box.isFocused() && i == aim);
            row.pseudoClassStateChanged(Looks.CHOSEN, !open);
        }
        Node take = box.getChildren().getLast();
        take.setVisible(open);
        take.setManaged(open);
    }
}

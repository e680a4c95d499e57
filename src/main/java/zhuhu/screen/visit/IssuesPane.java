package zhuhu.screen.visit;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import zhuhu.flow.GapIssues;
import zhuhu.form.ScreenView.Item.Table;

/// The list of issues, and above it the gaps that are not in it yet: F6 lists them all.
final class IssuesPane implements Rows {

    private final Seat seat;
    private final TablePane table;
    private final Label words = new Label();
    private final HBox offer;
    private final VBox root;
    private Optional<Table> asked = Optional.empty();

    IssuesPane(Table table, Seat seat) {
        this.seat = seat;
        this.table = new TablePane(table, seat);
        words.setWrapText(true);
        HBox.setHgrow(words, Priority.ALWAYS);
        words.setMaxWidth(Double.MAX_VALUE);
        var cap = new Label("F6");
        cap.getStyleClass().add("key-hint");
        var list = new Button(seat.texts().of("gap.list"), cap);
        list.setContentDisplay(ContentDisplay.RIGHT);
        list.setMinWidth(Region.USE_PREF_SIZE);
        list.setOnAction(_ -> list());
        offer = new HBox(10, words, list);
        offer.setAlignment(Pos.CENTER_LEFT);
        offer.getStyleClass().addAll("note", "doubt");
        root = new VBox(8, offer, this.table.root());
        show(List.of());
    }

    private void list() {
        seat.model().with(visit -> new GapIssues(visit, seat.texts()).list(), _ -> {});
    }

    private void show(List<GapIssues.Gap> gaps) {
        words.setText(
                seat.texts()
                        .of(
                                "gap.offer",
                                gaps.size(),
                                gaps.stream()
                                        .map(GapIssues.Gap::title)
                                        .collect(Collectors.joining("；"))));
        offer.setVisible(!gaps.isEmpty());
        offer.setManaged(!gaps.isEmpty());
    }

    @Override
    public Node root() {
        return root;
    }

    @Override
    public void show(Table now, Snapshot snapshot) {
        table.show(now, snapshot);
        // Reason: asking is an act that shows the screen again, so it is asked once a change.
        if (!asked.equals(Optional.of(now))) {
            asked = Optional.of(now);
            seat.model().with(visit -> new GapIssues(visit, seat.texts()).open(), this::show);
        }
    }

    @Override
    public List<Stop> stops() {
        return table.stops();
    }

    @Override
    public Optional<Cell> focused() {
        return table.focused();
    }

    @Override
    public void pressed(KeyEvent key) {
        if (key.getCode() == KeyCode.F6 && offer.isVisible()) {
            key.consume();
            list();
        }
    }
}

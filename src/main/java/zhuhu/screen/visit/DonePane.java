package zhuhu.screen.visit;

import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import zhuhu.pack.Level;
import zhuhu.screen.part.Icon;
import zhuhu.screen.visit.Snapshot.Remark;

/// After finalising: what is doubted and travels with the visit, and the way to the next household.
final class DonePane {

    private final Seat seat;
    private final VBox column = new VBox();
    private final ScrollPane root = new ScrollPane(column);
    private final Button next;

    DonePane(Seat seat, Runnable leave) {
        this.seat = seat;
        column.getStyleClass().addAll("question-column", "done");
        root.setFitToWidth(true);
        root.setFocusTraversable(false);
        root.getStyleClass().add("question-scroll");
        next = new Button(seat.texts().of("visit.nextHousehold"), Icon.GO.of(18));
        next.getStyleClass().addAll("primary", "tall");
        next.setDefaultButton(true);
        next.setOnAction(_ -> leave.run());
    }

    Region root() {
        return root;
    }

    void show(Snapshot now, List<Remark> remarks) {
        var mark = Icon.CHECK.of(44);
        mark.getStyleClass().addAll("icon-green", "done-mark");
        var title =
                new Label(
                        now.title().isEmpty()
                                ? seat.texts().of("visit.done")
                                : seat.texts().of("visit.doneOf", now.title()));
        title.getStyleClass().add("title");
        column.getChildren().setAll(mark, title);
        var doubts = remarks.stream().filter(r -> r.finding().level() == Level.DOUBT).toList();
        var words =
                new Label(
                        doubts.isEmpty()
                                ? seat.texts().of("visit.noDoubts")
                                : seat.texts().of("visit.doubts", doubts.size()));
        words.getStyleClass().add("soft");
        column.getChildren().add(words);
        doubts.forEach(d -> column.getChildren().add(doubt(d)));
        column.getChildren().add(next);
    }

    private Label doubt(Remark remark) {
        String reason = seat.texts().of("visit.reason.given", remark.finding().reason());
        var label = new Label(DoubtCard.said(seat, remark) + "\n" + reason);
        label.setWrapText(true);
        label.setMaxWidth(Double.MAX_VALUE);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.getStyleClass().addAll("note", "plain");
        return label;
    }

    void focusFirst() {
        next.requestFocus();
    }
}

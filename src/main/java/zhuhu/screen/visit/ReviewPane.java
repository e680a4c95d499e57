package zhuhu.screen.visit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import zhuhu.screen.part.Icon;
import zhuhu.screen.visit.Snapshot.Difference;
import zhuhu.screen.visit.Snapshot.Gap;
import zhuhu.screen.visit.Snapshot.Result;

/// The last page before the end: what is missing, each with a jump; what differs from last time;
/// what the standards say; and the button that finishes.
final class ReviewPane {

    private final Seat seat;
    private final VBox column = new VBox();
    private final ScrollPane root = new ScrollPane(column);
    private final Button finish;

    ReviewPane(Seat seat) {
        this.seat = seat;
        column.getStyleClass().addAll("question-column", "review");
        root.setFitToWidth(true);
        root.setFocusTraversable(false);
        root.getStyleClass().add("question-scroll");
        finish = new Button(seat.texts().of("visit.finish"), Icon.CHECK.of(18));
        finish.getStyleClass().addAll("primary", "tall");
        finish.setOnAction(_ -> seat.model().finish());
    }

    Region root() {
        return root;
    }

    Node keys() {
        return column;
    }

    void show(Snapshot now) {
        List<Gap> missing =
                seat.model()
                        .faults()
                        .missing(seat.model().review(), w -> seat.texts().of(w.key(), w.text()));
        var nodes = new ArrayList<Node>();
        nodes.add(summary(now, missing));
        seat.model().refused().ifPresent(no -> nodes.add(refusal(no)));
        if (!missing.isEmpty()) {
            nodes.add(section(seat.texts().of("visit.missing", missing.size())));
            missing.forEach(m -> nodes.add(jump(m)));
        }
        var review = seat.model().review();
        int meanwhile = review.map(Result.Review::meanwhile).orElse(0);
        if (meanwhile > 0) {
            nodes.add(note(seat.texts().of("visit.meanwhile", meanwhile), "doubt"));
        }
        var differences = review.map(Result.Review::differences).orElse(List.of());
        nodes.add(section(seat.texts().of("visit.differences", differences.size())));
        if (differences.isEmpty()) {
            nodes.add(words(seat.texts().of("visit.noDifferences"), "soft"));
        }
        differences.forEach(d -> nodes.add(difference(d)));
        nodes.add(section(seat.texts().of("visit.judgement")));
        var standards = new VBox();
        standards.getStyleClass().add("review-standards");
        standards.getChildren().setAll(JudgementPane.standards(now.judgement(), seat));
        nodes.add(standards);
        column.getChildren().setAll(nodes);
    }

    /// Puts the focus on the first thing to do.
    void focusFirst() {
        column.lookupAll(".missing-jump").stream().findFirst().orElse(finish).requestFocus();
    }

    private Node summary(Snapshot now, List<Gap> missing) {
        int[] progress = ScreensPane.progress(now);
        boolean ready = missing.isEmpty();
        var text =
                words(
                        ready
                                ? seat.texts().of("visit.ready")
                                : seat.texts().of("visit.notReady", missing.size()),
                        "heading");
        var more = words(seat.texts().of("visit.progress", progress[0], progress[1]), "soft");
        var words = new VBox(text, more);
        words.getStyleClass().add("summary-words");
        HBox.setHgrow(words, Priority.ALWAYS);
        finish.setDisable(!ready);
        var icon = (ready ? Icon.CHECK : Icon.WARNING).of(26);
        var box = new HBox(icon, words, finish);
        box.getStyleClass().addAll("note", ready ? "good" : "doubt", "summary");
        return box;
    }

    private Node refusal(Result.Refused no) {
        var lines =
                no.problems().stream()
                        .map(p -> seat.texts().message(p) + " " + seat.texts().next(p))
                        .map(String::strip)
                        .toList();
        return note(String.join("\n", lines), "bad");
    }

    private Node jump(Gap missing) {
        var spot = missing.spot();
        var where = words(spot.screenLabel(), "missing-where");
        var label = words((spot.number() + " " + spot.label()).strip(), "missing-label");
        var message = words(seat.words().of(missing.failure()), "missing-message");
        var said = new VBox(label, message);
        HBox.setHgrow(said, Priority.ALWAYS);
        var row =
                new JumpRow(
                        () -> seat.model().goTo(spot.screen(), Optional.of(spot.ref())),
                        where,
                        said);
        row.getStyleClass().add("missing-jump");
        return row;
    }

    private Node difference(Difference difference) {
        boolean covered = seat.masked().get() && Words.isPrivate(difference.question());
        String before = seat.words().of(difference.question(), difference.before());
        String now = seat.words().of(difference.question(), difference.now());
        var label = words(difference.label(), "difference-label");
        var was = words(covered ? Words.masked(before) : before, "difference-was");
        var is = words(covered ? Words.masked(now) : now, "difference-now");
        var row = new HBox(label, was, Icon.GO.of(13), is);
        row.getStyleClass().add("difference");
        row.setOnMouseClicked(
                _ -> seat.model().goTo(difference.screen(), Optional.of(difference.ref())));
        return row;
    }

    private static Label section(String text) {
        var label = words(text, "subheading");
        label.getStyleClass().add("review-section");
        return label;
    }

    private static Node note(String text, String style) {
        var label = words(text, "note");
        label.getStyleClass().add(style);
        label.setMaxWidth(Double.MAX_VALUE);
        return label;
    }

    private static Label words(String text, String style) {
        var label = new Label(text);
        label.getStyleClass().add(style);
        label.setWrapText(true);
        return label;
    }
}

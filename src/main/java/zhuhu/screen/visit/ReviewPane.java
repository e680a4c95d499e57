package zhuhu.screen.visit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import zhuhu.check.Finding;
import zhuhu.flow.edit.Reason;
import zhuhu.pack.Level;
import zhuhu.screen.part.Icon;
import zhuhu.screen.part.PlainField;
import zhuhu.screen.visit.Snapshot.Difference;
import zhuhu.screen.visit.Snapshot.Gap;
import zhuhu.screen.visit.Snapshot.Remark;
import zhuhu.screen.visit.Snapshot.Result;

/// The last page before the end: what is missing, each with a jump; what differs from last time;
/// what the standards say; and the button that finishes.
final class ReviewPane {

    private final Seat seat;
    private final VBox column = new VBox();
    private final ScrollPane root = new ScrollPane(column);
    private final Button finish;
    private final HBox summary = new HBox();
    private final List<DoubtCard> cards = new ArrayList<>();
    private @Nullable Seen shown;

    /// What the page was built from; equal means nothing to build.
    private record Seen(
            List<Gap> missing,
            Optional<Result.Review> review,
            Optional<Result.Refused> refused,
            List<Finding.Key> findings,
            int sentBack) {}

    private final PlainField why = new PlainField();
    private final Label whyMissing = new Label();
    private final SentBackCards sentBack;
    private boolean asksWhy;

    ReviewPane(Seat seat) {
        this.seat = seat;
        this.sentBack = new SentBackCards(seat);
        column.getStyleClass().addAll("question-column", "review");
        root.setFitToWidth(true);
        root.setFocusTraversable(false);
        root.getStyleClass().add("question-scroll");
        finish = new Button(seat.texts().of("visit.finish"), Icon.CHECK.of(18));
        finish.getStyleClass().addAll("primary", "tall");
        finish.setOnAction(_ -> finish());
        why.setId("visit-why");
        why.setPromptText(seat.texts().of("visit.why.prompt"));
        whyMissing.getStyleClass().addAll("question-wrong");
        whyMissing.managedProperty().bind(whyMissing.visibleProperty());
        whyMissing.setVisible(false);
    }

    /// From now on finishing asks why: the visit was finished before.
    void askWhy() {
        asksWhy = true;
    }

    /// The visit was sent back, which is why it is changed; a person may say more.
    void sentBack() {
        why.setText(seat.texts().of("sendback.visit.why"));
    }

    /// Finishes the visit, once it is said why where that is asked.
    void finish() {
        var reason = Reason.of(why.settled().get());
        if (!asksWhy) {
            seat.model().finish();
        } else if (reason.words().isEmpty()) {
            whyMissing.setVisible(true);
            why.requestFocus();
        } else {
            seat.model()
                    .with(
                            visit -> {
                                visit.because(reason);
                                return true;
                            },
                            _ -> seat.model().finish());
        }
    }

    private Node whyBox() {
        whyMissing.setText(seat.texts().of("visit.why.missing"));
        var row = new HBox(10, words(seat.texts().of("visit.why"), "strong"), why);
        HBox.setHgrow(why, Priority.ALWAYS);
        row.setAlignment(Pos.CENTER_LEFT);
        var box = new VBox(4, row, whyMissing);
        box.getStyleClass().addAll("note", "calm");
        return box;
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
        var remarks = seat.model().remarks().get();
        var stops = remarks.stream().filter(Remark::stops).filter(r -> isNew(r, missing)).toList();
        Seen seen =
                new Seen(
                        missing,
                        seat.model().review(),
                        seat.model().refused(),
                        remarks.stream().map(r -> r.finding().key()).toList(),
                        now.sentBack().size());
        summary(now, missing.size() + stops.size());
        List<Node> points = sentBack.of(now);
        // Reason: while somebody types a reason, the field must stay where it is.
        if (!seen.equals(shown)) {
            shown = seen;
            build(now, missing, stops, remarks, points);
        }
    }

    /// Whether the form does not say it already.
    private static boolean isNew(Remark remark, List<Gap> missing) {
        return missing.stream().noneMatch(g -> g.spot().ref().equals(remark.spot().ref()));
    }

    private void build(
            Snapshot now,
            List<Gap> missing,
            List<Remark> stops,
            List<Remark> remarks,
            List<Node> points) {
        var nodes = new ArrayList<Node>();
        nodes.add(summary);
        if (asksWhy) {
            nodes.add(whyBox());
        }
        seat.model().refused().ifPresent(no -> nodes.add(refusal(no)));
        if (!points.isEmpty()) {
            nodes.add(section(seat.texts().of("sendback.visit.points", points.size())));
            nodes.add(words(seat.texts().of("sendback.visit.points.why"), "soft"));
            nodes.addAll(points);
        }
        if (!missing.isEmpty() || !stops.isEmpty()) {
            nodes.add(section(seat.texts().of("visit.missing", missing.size() + stops.size())));
            missing.forEach(m -> nodes.add(jump(m)));
            stops.forEach(r -> nodes.add(jump(r)));
        }
        var review = seat.model().review();
        int meanwhile = review.map(Result.Review::meanwhile).orElse(0);
        if (meanwhile > 0) {
            nodes.add(note(seat.texts().of("visit.meanwhile", meanwhile), "doubt"));
        }
        doubts(nodes, remarks);
        hints(nodes, remarks);
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

    private void doubts(List<Node> nodes, List<Remark> remarks) {
        cards.clear();
        var doubts = remarks.stream().filter(r -> r.finding().level() == Level.DOUBT).toList();
        if (!doubts.isEmpty()) {
            nodes.add(section(seat.texts().of("visit.doubtsHere", doubts.size())));
            nodes.add(words(seat.texts().of("visit.doubtsHere.why"), "soft"));
        }
        for (Remark doubt : doubts) {
            var card = new DoubtCard(seat, doubt, this::focusFirst);
            cards.add(card);
            nodes.add(card.root());
        }
    }

    private void hints(List<Node> nodes, List<Remark> remarks) {
        var hints = remarks.stream().filter(r -> r.finding().level() == Level.HINT).toList();
        if (!hints.isEmpty()) {
            nodes.add(section(seat.texts().of("visit.hintsHere", hints.size())));
            hints.forEach(h -> nodes.add(DoubtCard.line(seat, h)));
        }
    }

    /// Keeps what is typed and not yet kept.
    void leave() {
        cards.forEach(DoubtCard::keep);
        sentBack.keep();
    }

    /// Puts the focus on the first thing to do.
    void focusFirst() {
        Optional<Node> open =
                column.lookupAll(".missing-jump").stream()
                        .findFirst()
                        .or(() ->
                                cards.stream()
                                        .filter(DoubtCard::isOpen)
                                        .map(DoubtCard::focus)
                                        .findFirst());
        open.orElse(finish).requestFocus();
    }

    private void summary(Snapshot now, int missing) {
        int[] progress = ScreensPane.progress(now);
        int open = seat.model().unexplained().size();
        boolean ready = missing == 0 && open == 0;
        String heading =
                missing > 0
                        ? seat.texts().of("visit.notReady", missing)
                        : open > 0
                                ? seat.texts().of("visit.unexplained", open)
                                : seat.texts().of("visit.ready");
        var text = words(heading, "heading");
        var more = words(seat.texts().of("visit.progress", progress[0], progress[1]), "soft");
        var words = new VBox(text, more);
        words.getStyleClass().add("summary-words");
        HBox.setHgrow(words, Priority.ALWAYS);
        finish.setDisable(!ready);
        var icon = (ready ? Icon.CHECK : Icon.WARNING).of(26);
        if (summary.getChildren().size() == 3) {
            // Reason: taking the button out of the window would lose its focus.
            summary.getChildren().set(0, icon);
            summary.getChildren().set(1, words);
        } else {
            summary.getChildren().setAll(icon, words, finish);
        }
        summary.getStyleClass().setAll("note", ready ? "good" : "doubt", "summary");
    }

    private Node jump(Remark remark) {
        var where = words(remark.spot().screenLabel(), "missing-where");
        var label =
                words(
                        (remark.spot().number() + " " + remark.spot().label()).strip(),
                        "missing-label");
        var message = words(DoubtCard.said(seat, remark), "missing-message");
        var said = new VBox(label, message);
        HBox.setHgrow(said, Priority.ALWAYS);
        var row =
                new JumpRow(
                        () ->
                                seat.model()
                                        .goTo(
                                                remark.spot().screen(),
                                                Optional.of(remark.spot().ref())),
                        where,
                        said);
        row.getStyleClass().add("missing-jump");
        return row;
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

package zhuhu.screen.visit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import zhuhu.flow.SentBack;
import zhuhu.screen.part.Icon;
import zhuhu.screen.part.PlainField;

/// What the township sent back: who said what of which screen, and a line for the answer. A card
/// stays the same node while its point is open, so that what is being typed stays too.
final class SentBackCards {

    private final Seat seat;
    private final Map<String, Card> cards = new LinkedHashMap<>();

    SentBackCards(Seat seat) {
        this.seat = seat;
    }

    /// All of them, each with the way to its screen.
    List<Node> of(Snapshot now) {
        return cards(now, now.sentBack(), true);
    }

    /// Those of one screen, and of the visit as a whole.
    List<Node> of(Snapshot now, String screen) {
        List<SentBack> here =
                now.sentBack().stream()
                        .filter(p -> p.screen().isEmpty() || p.screen().equals(screen))
                        .toList();
        return cards(now, here, false);
    }

    private List<Node> cards(Snapshot now, List<SentBack> points, boolean ways) {
        var nodes = new ArrayList<Node>();
        for (SentBack point : points) {
            Card card =
                    cards.computeIfAbsent(
                            point.point().section(), _ -> new Card(seat, now, point, ways));
            card.show(point);
            nodes.add(card.root);
        }
        return nodes;
    }

    /// Keeps what is typed.
    void keep() {
        cards.values().forEach(Card::keep);
    }

    private static final class Card {
        private final Seat seat;
        private final String section;
        private final PlainField answer = new PlainField();
        private final VBox root = new VBox();
        private String kept;

        Card(Seat seat, Snapshot now, SentBack point, boolean ways) {
            this.seat = seat;
            this.section = point.point().section();
            this.kept = point.answer();
            root.getStyleClass().addAll("note", "bad", "sent-back");
            var title =
                    label(
                            seat.texts().of("sendback.visit.head", point.point().sectionLabel()),
                            "strong");
            HBox.setHgrow(title, Priority.ALWAYS);
            title.setMaxWidth(Double.MAX_VALUE);
            var from =
                    label(
                            seat.texts()
                                    .of(
                                            "sendback.visit.from",
                                            point.point().askedBy(),
                                            point.point().askedAt()),
                            "soft");
            from.setMinWidth(Region.USE_PREF_SIZE);
            var head = new HBox(Icon.RETURN.of(16), title, from);
            head.setAlignment(Pos.CENTER_LEFT);
            head.getStyleClass().add("sent-back-head");
            if (ways && now.screenNames().contains(point.screen())) {
                var go = new Button(seat.texts().of("sendback.visit.open"), Icon.GO.of(13));
                go.getStyleClass().add("chip");
                go.setMinWidth(Region.USE_PREF_SIZE);
                go.setOnAction(_ -> {
                    keep();
                    seat.model().goTo(point.screen(), Optional.empty());
                });
                head.getChildren().add(go);
            }
            root.getChildren()
                    .setAll(head, label(point.point().comment(), "sent-back-comment"), answerRow());
        }

        private HBox answerRow() {
            answer.setText(kept);
            answer.setPromptText(seat.texts().of("sendback.visit.prompt"));
            answer.setId("sent-back-answer");
            HBox.setHgrow(answer, Priority.ALWAYS);
            answer.onLeave(_ -> keep());
            answer.onEnter(this::keep);
            var verified = new Button(seat.texts().of("sendback.visit.verified"));
            verified.getStyleClass().addAll("chip");
            verified.setId("sent-back-verified");
            verified.setMinWidth(Region.USE_PREF_SIZE);
            verified.setOnAction(_ -> {
                answer.setText(seat.texts().of("sendback.visit.verified"));
                keep();
            });
            var name = label(seat.texts().of("sendback.visit.answer"), "strong");
            name.setMinWidth(Region.USE_PREF_SIZE);
            var row = new HBox(name, answer, verified);
            row.setAlignment(Pos.CENTER_LEFT);
            row.getStyleClass().add("sent-back-row");
            return row;
        }

        void show(SentBack point) {
            boolean answered = !point.answer().isEmpty();
            root.getStyleClass().removeAll("bad", "good");
            root.getStyleClass().add(answered ? "good" : "bad");
            // Reason: the same point has a card on its screen and one on the last page.
            if (!answer.isFocused() && !point.answer().equals(kept)) {
                kept = point.answer();
                answer.setText(kept);
            }
        }

        void keep() {
            String words = answer.settled().get();
            if (!words.equals(kept)) {
                kept = words;
                seat.model()
                        .with(
                                visit -> {
                                    visit.answerPoint(section, words);
                                    return true;
                                },
                                _ -> {});
            }
        }

        private static Label label(String text, String style) {
            var label = new Label(text);
            label.getStyleClass().add(style);
            label.setWrapText(true);
            label.setMinHeight(Region.USE_PREF_SIZE);
            return label;
        }
    }
}

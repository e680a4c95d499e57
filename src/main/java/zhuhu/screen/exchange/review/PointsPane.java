package zhuhu.screen.exchange.review;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import zhuhu.base.Texts;
import zhuhu.flow.review.ReviewPoint;
import zhuhu.screen.part.Icon;
import zhuhu.screen.part.States;
import zhuhu.screen.part.Words;

/// The points of one visit: what was asked, what the village said, and what it changed.
final class PointsPane {

    private final Texts texts;
    private final VBox root = new VBox(10);

    PointsPane(Texts texts) {
        this.texts = texts;
        root.getStyleClass().addAll("points", "padded");
    }

    Region root() {
        return root;
    }

    void show(List<ReviewPoint> points) {
        var nodes = new ArrayList<Node>();
        if (points.isEmpty()) {
            nodes.add(Words.lines(texts.of("sendback.points.none"), "soft"));
        }
        points.forEach(point -> nodes.add(card(point)));
        root.getChildren().setAll(nodes);
    }

    private Node card(ReviewPoint point) {
        var head =
                new HBox(
                        10,
                        States.badge(texts, point.state()),
                        Words.label(point.sectionLabel(), "strong"),
                        Words.spring(),
                        Words.label(
                                texts.of("sendback.points.asked", point.askedBy(), point.askedAt()),
                                "soft",
                                "small"));
        head.setAlignment(Pos.CENTER_LEFT);
        var card = new VBox(4, head, Words.lines(point.comment(), "plain"));
        if (!point.answeredBy().isEmpty()) {
            String words =
                    point.answer().isEmpty() ? texts.of("sendback.points.noWords") : point.answer();
            var answer =
                    new HBox(
                            8,
                            Icon.CHECK.of(15),
                            Words.lines(texts.of("sendback.points.answer", words), "plain"),
                            Words.spring(),
                            Words.label(
                                    texts.of(
                                            "sendback.points.asked",
                                            point.answeredBy(),
                                            point.answeredAt()),
                                    "soft",
                                    "small"));
            answer.setAlignment(Pos.CENTER_LEFT);
            card.getChildren().add(answer);
            if (point.changes().isEmpty()) {
                card.getChildren().add(Words.label(texts.of("sendback.point.confirmed"), "soft"));
            }
        }
        point.changes().forEach(change -> card.getChildren().add(change(change)));
        card.getStyleClass().addAll("note", point.isOpen() ? "bad" : "plain");
        card.setMinHeight(Region.USE_PREF_SIZE);
        return card;
    }

    private String filled(String words) {
        return words.isEmpty() ? texts.of("sendback.points.blank") : words;
    }

    private Node change(ReviewPoint.Difference change) {
        var row =
                new HBox(
                        8,
                        Words.label(change.label(), "soft"),
                        Words.lines(filled(change.before()), "plain"),
                        Icon.GO.of(13),
                        Words.lines(filled(change.now()), "strong"));
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }
}

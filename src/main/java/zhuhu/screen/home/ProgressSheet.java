package zhuhu.screen.home;

import atlantafx.base.controls.RingProgressIndicator;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import zhuhu.base.Texts;
import zhuhu.flow.FourChecks;
import zhuhu.screen.part.States;
import zhuhu.screen.part.Words;

/// How far the round has come: a ring, the households in each state, and the four checks.
final class ProgressSheet {

    private final Texts texts;
    private final double emPx;
    private final HomeWays ways;

    ProgressSheet(Texts texts, double emPx, HomeWays ways) {
        this.texts = texts;
        this.emPx = emPx;
        this.ways = ways;
    }

    Region of(Overview overview) {
        var ring = new RingProgressIndicator(overview.share(), false);
        double size = emPx * 9.5;
        ring.setMinSize(size, size);
        ring.setPrefSize(size, size);
        ring.setStringConverter(new Percent());
        var figures =
                new VBox(
                        6,
                        Words.lines(
                                texts.of("home.closed", overview.closed(), overview.due()),
                                "heading"),
                        Words.lines(texts.of("home.households", overview.households()), "soft"),
                        states(overview));
        figures.setMinWidth(0);
        HBox.setHgrow(figures, Priority.ALWAYS);
        var both = new HBox(24, ring, figures);
        both.setAlignment(Pos.CENTER_LEFT);
        var checks = new VBox(2);
        overview.today().checks().forEach(c -> checks.getChildren().add(check(c, overview)));
        if (overview.notAsked() > 0 && !checks.getChildren().isEmpty()) {
            checks.getChildren()
                    .add(
                            Words.lines(
                                    texts.of("home.notasked", overview.notAsked()),
                                    "faint",
                                    "small"));
        }
        return Rows.sheet(texts.of("home.progress"), both, checks);
    }

    private Node states(Overview overview) {
        var states = new FlowPane(8, 6);
        for (String state : States.ORDER) {
            if (!state.isEmpty() && overview.of(state) > 0) {
                String count = texts.of("home.count", overview.of(state));
                var line =
                        Rows.line(
                                States.words(texts, state) + " " + count,
                                () -> ways.state(state),
                                States.badge(texts, state),
                                Words.label(count, "soft"));
                line.setMaxWidth(Region.USE_PREF_SIZE);
                ((Region) line.getGraphic()).prefWidthProperty().unbind();
                ((Region) line.getGraphic()).setPrefWidth(Region.USE_COMPUTED_SIZE);
                states.getChildren().add(line);
            }
        }
        return states;
    }

    private Node check(FourChecks.Check check, Overview overview) {
        var label = Words.label(check.label());
        label.setMinWidth(0);
        label.setPrefWidth(emPx * 13.5);
        double share = overview.due() == 0 ? 0 : (double) check.done() / overview.due();
        var bar = new ProgressBar(share);
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.setMinWidth(emPx * 4);
        HBox.setHgrow(bar, Priority.ALWAYS);
        String words = texts.of("home.check", check.done(), overview.due());
        var count = Words.label(words, "soft");
        count.setMinWidth(emPx * 5.6);
        count.setAlignment(Pos.CENTER_RIGHT);
        // Reason: what is left of it is with the households that still wait.
        return Rows.line(
                check.label() + " " + words,
                () -> ways.state(overview.of("draft") > 0 ? "draft" : "todo"),
                label,
                bar,
                count);
    }
}

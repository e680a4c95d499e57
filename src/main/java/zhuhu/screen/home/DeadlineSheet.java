package zhuhu.screen.home;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import zhuhu.base.Texts;
import zhuhu.screen.home.Overview.Deadline;
import zhuhu.screen.part.Words;

/// The campaign's end dates with the days left, those over said so.
final class DeadlineSheet {

    private static final int SOON_DAYS = 7;

    private final Texts texts;
    private final HomeWays ways;

    DeadlineSheet(Texts texts, HomeWays ways) {
        this.texts = texts;
        this.ways = ways;
    }

    Region of(List<Deadline> deadlines, LocalDate today) {
        var rows = new VBox(0);
        deadlines.forEach(deadline -> rows.getChildren().add(row(deadline, today)));
        if (deadlines.isEmpty()) {
            rows.getChildren().add(Words.label(texts.of("home.deadlines.none"), "soft"));
        }
        return Rows.sheet(texts.of("home.deadlines"), rows);
    }

    private Node row(Deadline deadline, LocalDate today) {
        long days = ChronoUnit.DAYS.between(today, deadline.day());
        String words =
                days > 0
                        ? texts.of("shell.days.left", days)
                        : days == 0
                                ? texts.of("shell.days.today")
                                : texts.of("shell.days.over", -days);
        String look = days < 0 ? "bad" : days <= SOON_DAYS ? "doubt" : "teal";
        var row =
                Rows.line(
                        deadline.title() + " " + words,
                        () -> lead(deadline),
                        Rows.whole(deadline.day().toString(), "soft"),
                        Rows.shy(deadline.title()),
                        Words.spring(),
                        Rows.whole(words, "badge", look));
        row.setTooltip(new Tooltip(deadline.title()));
        return row;
    }

    private void lead(Deadline deadline) {
        if (deadline.ofHouseholds()) {
            ways.state("todo");
        } else {
            ways.village(Optional.empty());
        }
    }
}

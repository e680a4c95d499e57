package zhuhu.screen.home;

import java.time.LocalDateTime;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import zhuhu.base.Texts;
import zhuhu.screen.home.HomeModel.Next;
import zhuhu.screen.part.Icon;
import zhuhu.screen.part.Words;

/// What there is to do now, most pressing first.
final class NextSheet {

    private final Texts texts;
    private final HomeWays ways;

    NextSheet(Texts texts, HomeWays ways) {
        this.texts = texts;
        this.ways = ways;
    }

    Region of(Overview overview, Explain explain, LocalDateTime now) {
        var things = new VBox(2);
        for (Next thing : HomeModel.next(overview, explain, now)) {
            things.getChildren().add(thing(thing, overview, explain, now));
        }
        if (things.getChildren().isEmpty() && overview.known()) {
            things.getChildren().add(Words.lines(texts.of("home.nothing"), "soft"));
        }
        return Rows.sheet(texts.of("home.next"), things);
    }

    private Node thing(Next thing, Overview overview, Explain explain, LocalDateTime now) {
        return switch (thing) {
            case IMPORT ->
                    Rows.thing(
                            Icon.IMPORT,
                            texts.of("home.import"),
                            texts.of("home.import.why"),
                            ways::exchange);
            case RETURNED ->
                    households(
                            Icon.WARNING,
                            texts.of("home.returned", overview.of("returned")),
                            texts.of("home.returned.why"),
                            "returned");
            case DRAFTS ->
                    households(
                            Icon.CLOCK,
                            texts.of("home.drafts", overview.of("draft")),
                            texts.of("home.drafts.why"),
                            "draft");
            case TODO ->
                    households(
                            Icon.HOUSEHOLD,
                            texts.of("home.todo", overview.of("todo")),
                            texts.of("home.todo.why"),
                            "todo");
            case ABSENT ->
                    Rows.thing(
                            Icon.PERSON,
                            texts.of("home.absent", overview.today().tryAgain()),
                            texts.of("home.absent.why"),
                            () -> ways.state("absent"));
            case VILLAGES ->
                    Rows.thing(
                            Icon.TOWNSHIP,
                            texts.of("home.villages", overview.today().villagesOpen().size()),
                            texts.of("home.villages.why"),
                            () ->
                                    ways.village(
                                            overview.today().villagesOpen().stream().findFirst()));
            case DOUBTS ->
                    Rows.thing(
                            Icon.STOP,
                            texts.of("home.doubts", explain.households(), explain.lines().size()),
                            texts.of("home.doubts.why"),
                            ways::doubts);
            case BACKUP ->
                    Rows.thing(
                            Icon.LOCK,
                            HomeModel.days(overview, now)
                                    .map(days -> texts.of("home.backup", days))
                                    .orElse(texts.of("home.backup.never")),
                            texts.of("home.backup.why"),
                            ways::backup);
            case EXPORT ->
                    Rows.thing(
                            Icon.EXPORT,
                            texts.of("home.export"),
                            texts.of("home.export.why"),
                            ways::exchange);
        };
    }

    private Node households(Icon icon, String title, String why, String state) {
        return Rows.thing(icon, title, why, () -> ways.state(state));
    }
}

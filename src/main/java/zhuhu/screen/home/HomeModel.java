package zhuhu.screen.home;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import zhuhu.screen.Background;

/// How far the round has come, and what to do next. The window's thread only.
public final class HomeModel {

    /// After this many days without a copy it is time for one.
    private static final long BACKUP_DAYS = 3;

    /// Something to do now.
    public enum Next {
        IMPORT,
        RETURNED,
        DRAFTS,
        TODO,
        ABSENT,
        VILLAGES,
        DOUBTS,
        BACKUP,
        EXPORT
    }

    private final Supplier<Overview> read;
    private final Supplier<Explain> check;
    private final Background background;
    private final ReadOnlyObjectWrapper<Overview> overview =
            new ReadOnlyObjectWrapper<>(Overview.NOTHING);
    private final ReadOnlyObjectWrapper<Explain> explain =
            new ReadOnlyObjectWrapper<>(Explain.NOTHING);
    private int asked;

    /// `read` and `check` are called on the workspace's thread; `check` may take its time and comes
    /// after `read`.
    public HomeModel(Supplier<Overview> read, Supplier<Explain> check, Background background) {
        this.read = read;
        this.check = check;
        this.background = background;
    }

    public void refresh() {
        int turn = ++asked;
        background.run(
                read,
                now -> {
                    overview.set(now);
                    if (turn == asked && now.closed() > 0) {
                        background.run(check, explain::set);
                    }
                });
    }

    public ReadOnlyObjectProperty<Overview> overview() {
        return overview.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Explain> explain() {
        return explain.getReadOnlyProperty();
    }

    /// What there is to do, most pressing first.
    public static List<Next> next(Overview overview, Explain explain, LocalDateTime now) {
        if (!overview.known()) {
            return List.of();
        }
        if (overview.households() == 0) {
            return List.of(Next.IMPORT);
        }
        var next = new ArrayList<Next>();
        add(next, Next.RETURNED, overview.of("returned"));
        add(next, Next.DRAFTS, overview.of("draft"));
        add(next, Next.TODO, overview.of("todo"));
        add(next, Next.ABSENT, overview.today().tryAgain());
        add(next, Next.DOUBTS, explain.lines().size());
        add(next, Next.VILLAGES, overview.today().villagesOpen().size());
        boolean stale =
                overview.closed() > 0
                        && days(overview, now).map(days -> days >= BACKUP_DAYS).orElse(true);
        add(next, Next.BACKUP, stale ? 1 : 0);
        add(next, Next.EXPORT, overview.closed());
        return next;
    }

    /// Whole days since the last copy; empty if there never was one.
    public static Optional<Long> days(Overview overview, LocalDateTime now) {
        return overview.today()
                .lastBackup()
                .flatMap(HomeModel::time)
                .map(last -> Math.max(0, Duration.between(last, now).toDays()));
    }

    static Optional<LocalDateTime> time(String iso) {
        try {
            return Optional.of(LocalDateTime.parse(iso));
        } catch (DateTimeParseException _) {
            return Optional.empty();
        }
    }

    private static void add(List<Next> next, Next thing, int count) {
        if (count > 0) {
            next.add(thing);
        }
    }
}

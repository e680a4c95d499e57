package zhuhu.screen.home;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import zhuhu.screen.Background;

/// How far the round has come, and what to do next. The window's thread only.
public final class HomeModel {

    /// Something to do now.
    public enum Next {
        IMPORT,
        RETURNED,
        DRAFTS,
        TODO,
        ABSENT,
        EXPORT
    }

    private final Supplier<Overview> read;
    private final Background background;
    private final ReadOnlyObjectWrapper<Overview> overview =
            new ReadOnlyObjectWrapper<>(
                    new Overview(false, Map.of(), Optional.empty(), Optional.empty(), List.of()));

    /// `read` is called on the workspace's thread.
    public HomeModel(Supplier<Overview> read, Background background) {
        this.read = read;
        this.background = background;
    }

    public void refresh() {
        background.run(read, overview::set);
    }

    public ReadOnlyObjectProperty<Overview> overview() {
        return overview.getReadOnlyProperty();
    }

    /// What there is to do, most pressing first.
    public static List<Next> next(Overview overview) {
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
        add(next, Next.ABSENT, overview.of("absent"));
        add(next, Next.EXPORT, overview.closed());
        return next;
    }

    private static void add(List<Next> next, Next thing, int count) {
        if (count > 0) {
            next.add(thing);
        }
    }
}

package zhuhu.flow.settle;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import zhuhu.store.Workspace;

/// Conflicts that somebody put off on this computer: they stay open and come last. Known by their
/// ids, so one more side brings a conflict back.
public final class Deferred {

    private static final String SETTING = "settle_deferred";

    private Deferred() {}

    static Set<String> of(Workspace workspace) {
        var ids = new TreeSet<String>();
        for (String id : workspace.setting(SETTING).orElse("").split(" ", -1)) {
            if (!id.isEmpty()) {
                ids.add(id);
            }
        }
        return ids;
    }

    /// Puts one off, or takes it up again; `open` are the ids still open: others are forgotten.
    public static void put(Workspace workspace, String id, boolean off, Collection<String> open) {
        var ids = new TreeSet<>(of(workspace));
        ids.retainAll(open);
        if (off) {
            ids.add(id);
        } else {
            ids.remove(id);
        }
        workspace.write(writer -> {
            writer.setting(SETTING, String.join(" ", ids));
            return ids.size();
        });
    }
}

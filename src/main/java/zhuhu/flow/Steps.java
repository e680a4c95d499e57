package zhuhu.flow;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import zhuhu.form.Ref;
import zhuhu.record.Value;
import zhuhu.store.Workspace.Step;

/// What a visit does, as an ODK audit log tells it, waiting to be written with the draft. One
/// thread at a time.
final class Steps {

    private final Supplier<LocalDateTime> clock;
    private final String root;
    private final List<Step> waiting = new ArrayList<>();
    private long since;
    private long onScreenSince;

    /// `root` is the name of the form's outermost node.
    Steps(Supplier<LocalDateTime> clock, String root) {
        this.clock = clock;
        this.root = "/" + root;
        since = now();
        onScreenSince = since;
    }

    /// An event of the whole form: `form start`, `form resume`, `form save`, `form finalize`, `form
    /// exit`.
    void form(String event) {
        add(event, "", now(), 0, "", "");
    }

    void answered(Ref ref, Value before, Value after) {
        add("question", root + "/" + ref.path(), since, now(), before.plain(), after.plain());
    }

    void row(String event, String repeat) {
        add(event, root + "/" + repeat, now(), 0, "", "");
    }

    /// The screen was left, by going on or, with `jump`, by going somewhere else.
    void left(String screen, boolean jump) {
        add("group questions", root + "/" + screen, onScreenSince, now(), "", "");
        if (jump) {
            add("jump", "", now(), 0, "", "");
        }
        onScreenSince = now();
    }

    private void add(String event, String node, long start, long end, String was, String is) {
        waiting.add(new Step(event, node, start, end, was, is, ""));
        since = now();
    }

    private long now() {
        return clock.get().atZone(ZoneId.systemDefault()).toInstant().toEpochMilli();
    }

    /// What waits, in order; it goes on waiting until [#written()].
    List<Step> waiting() {
        return List.copyOf(waiting);
    }

    /// What waited is in the file.
    void written() {
        waiting.clear();
    }
}

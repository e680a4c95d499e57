package zhuhu.flow.merge;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import zhuhu.base.Place;
import zhuhu.base.Problem;
import zhuhu.record.FactId;
import zhuhu.record.Kind;
import zhuhu.record.RecordId;
import zhuhu.record.Revision;
import zhuhu.record.Stamp;
import zhuhu.record.TakeBack;
import zhuhu.record.Value;
import zhuhu.record.Values;
import zhuhu.record.Withdrawal;
import zhuhu.store.Arrival;
import zhuhu.store.Waiting;
import zhuhu.store.Workspace;
import zhuhu.workbook.read.FoundFacts;

/// Takes the hidden facts of a workbook into the store as they are read. One use; one thread.
final class TakenFacts implements FoundFacts {

    private static final Pattern PICTURE = Pattern.compile("[0-9a-f]{64}\\.jpg");
    private static final int MOST = 200;
    private static final int TOGETHER = 250;

    private final Workspace workspace;
    private final Workspace.Writer writer;
    private final Arrival arrival;
    private final Gained gained;
    private final Watch watch;
    private final SortedSet<RecordId> villages = new TreeSet<>();
    private final SortedSet<String> pictures = new TreeSet<>();
    private final List<Problem> problems = new ArrayList<>();
    private final List<Waiting> waiting = new ArrayList<>();
    private final List<Ahead> ahead = new ArrayList<>();
    private final Set<RecordId> expected = new LinkedHashSet<>();
    private int damaged;

    TakenFacts(
            Workspace workspace,
            Workspace.Writer writer,
            Arrival arrival,
            Gained gained,
            Watch watch) {
        this.workspace = workspace;
        this.writer = writer;
        this.arrival = arrival;
        this.gained = gained;
        this.watch = watch;
    }

    /// A revision that was read and not yet taken.
    private record Ahead(Revision revision, List<Stamp> stamps) {}

    @Override
    public void revision(Revision revision, List<Stamp> stamps) {
        watch.one();
        if (stamps.isEmpty()) {
            return;
        }
        ahead.add(new Ahead(revision, stamps));
        expected.add(revision.record());
        if (expected.size() >= TOGETHER) {
            take();
        }
    }

    /// Takes what was read so far.
    void take() {
        writer.expect(expected);
        ahead.forEach(one -> take(one.revision(), one.stamps()));
        ahead.clear();
        expected.clear();
    }

    private void take(Revision revision, List<Stamp> stamps) {
        gained.note(revision, stamps, writer.take(revision, stamps));
        if (revision.record().kind() == Kind.VILLAGE) {
            villages.add(revision.record());
        }
        pictures(revision.values());
    }

    private void pictures(Values values) {
        for (Value value : values.map().values()) {
            if (value instanceof Value.Text(String text)
                    && text.length() == 68
                    && PICTURE.matcher(text).matches()) {
                pictures.add(text);
            }
        }
    }

    /// What rests on revisions that are not in the file is taken if the store has them, and else
    /// waits for the workbook that brings them.
    @Override
    public void waiting(Revision revision, List<Stamp> stamps, SortedSet<FactId> missing) {
        take();
        if (knows(workspace, revision, missing)) {
            revision(revision, stamps);
            return;
        }
        waiting.add(
                new Waiting(
                        "fact:" + revision.id(),
                        Waiting.Standing.PENDING,
                        arrival,
                        "",
                        0,
                        Optional.of(revision.record()),
                        revision.section(),
                        Problem.of("mergePendingFact", revision.section(), missing.first()),
                        Optional.empty(),
                        WaitingJson.of(
                                new WaitingJson.PendingFact(
                                        revision, stamps, List.copyOf(missing)))));
    }

    static boolean knows(Workspace workspace, Revision revision, Collection<FactId> missing) {
        var known = new TreeSet<FactId>();
        workspace.revisions(revision.record()).forEach(r -> known.add(r.id()));
        return known.containsAll(missing);
    }

    @Override
    public void withdrawal(Withdrawal withdrawal) {
        take();
        writer.take(withdrawal).ifPresent(gained::withdrawal);
        gained.named(withdrawal.attestations());
    }

    @Override
    public void takeBack(TakeBack takeBack) {
        take();
        writer.take(takeBack).ifPresent(gained::withdrawal);
    }

    @Override
    public void damaged(Problem problem) {
        damaged++;
        Place place = problem.place();
        if (problems.size() < MOST && place != null) {
            problems.add(problem);
        }
    }

    /// The villages that the file speaks of.
    SortedSet<RecordId> villages() {
        return villages;
    }

    /// Names of pictures that it names.
    SortedSet<String> pictures() {
        return pictures;
    }

    /// The first of what is damaged.
    List<Problem> problems() {
        return problems;
    }

    List<Waiting> waiting() {
        return waiting;
    }

    int damaged() {
        return damaged;
    }
}

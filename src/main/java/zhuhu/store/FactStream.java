package zhuhu.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import zhuhu.record.Attestation;
import zhuhu.record.Classes;
import zhuhu.record.FactId;
import zhuhu.record.Kind;
import zhuhu.record.Link;
import zhuhu.record.RecordId;
import zhuhu.record.Revision;
import zhuhu.record.Stamp;
import zhuhu.store.RecordState.Known;

/// Hands over facts, the whole history of each record.
final class FactStream {

    private static final Comparator<Known> ORDER =
            Comparator.comparing((Known known) -> known.revision().section())
                    .thenComparing(known -> known.revision().id());

    private final Session session;
    private @Nullable List<RecordState> links;

    FactStream(Session session) {
        this.session = session;
    }

    /// `records` empty: everything.
    void write(Collection<RecordId> records, FactSink sink) {
        var withdrawn = new HashSet<FactId>();
        for (RecordId record : records.isEmpty() ? List.<RecordId>of() : closed(records)) {
            session.states().of(record).ifPresent(state -> write(state, sink, withdrawn));
        }
        if (records.isEmpty()) {
            for (Kind kind : Kind.values()) {
                session.states().each(kind, state -> write(state, sink, withdrawn));
            }
        }
        withdrawals(records.isEmpty(), withdrawn, sink);
    }

    /// With all that were ever the same as one of them, since what is stated of a class rests on
    /// statements of its members; and with every link about one of them.
    private SortedSet<RecordId> closed(Collection<RecordId> records) {
        var closed = new TreeSet<>(records);
        var ever = new ArrayList<Link>();
        for (RecordState state : links()) {
            for (Known known : state.all()) {
                Link.read(state.id(), known.revision().values())
                        .filter(Link::same)
                        .ifPresent(ever::add);
            }
        }
        if (!ever.isEmpty()) {
            Classes classes = Classes.of(ever, _ -> true);
            records.forEach(record -> closed.addAll(classes.members(record)));
        }
        for (RecordState state : links()) {
            boolean about =
                    state.all().stream()
                            .flatMap(k -> Link.ends(state.id(), k.revision().values()).stream())
                            .anyMatch(link ->
                                    closed.contains(link.first())
                                            || closed.contains(link.second()));
            if (about) {
                closed.add(state.id());
            }
        }
        return closed;
    }

    private List<RecordState> links() {
        if (links == null) {
            var all = new ArrayList<RecordState>();
            session.states().each(Kind.LINK, all::add);
            links = all;
        }
        return links;
    }

    private void write(RecordState state, FactSink sink, Set<FactId> withdrawn) {
        var sorted = new ArrayList<>(state.all());
        sorted.sort(ORDER);
        for (Known known : sorted) {
            sink.revision(known.revision(), stamps(known));
            for (long stamp : known.stamps()) {
                if (known.named(stamp)) {
                    withdrawn.add(attestation(known.revision(), session.stamps().stamp(stamp)));
                }
            }
        }
    }

    private List<Stamp> stamps(Known known) {
        if (known.stamps().size() == 1) {
            return List.of(session.stamps().stamp(known.stamps().getFirst()));
        }
        return known.stamps().stream()
                .map(session.stamps()::stamp)
                .sorted(Comparator.comparing(stamp -> attestation(known.revision(), stamp)))
                .toList();
    }

    private static FactId attestation(Revision revision, Stamp stamp) {
        return Attestation.of(revision.id(), stamp).id();
    }

    /// Those that name one of `named` or something that has not arrived here, or all. Reason: who
    /// refuses what waits withdraws what no file has yet, and the refusal must travel.
    private void withdrawals(boolean all, Set<FactId> named, FactSink sink) {
        var stored = new Withdrawals(session);
        var passed = new HashSet<FactId>();
        Set<FactId> ahead = all ? Set.of() : stored.ahead();
        stored.all().stream()
                .filter(w ->
                        all
                                || ahead.contains(w.id())
                                || w.attestations().stream().anyMatch(named::contains))
                .forEach(w -> {
                    passed.add(w.id());
                    sink.withdrawal(w);
                });
        stored.takeBacks().stream()
                .filter(t -> all || passed.contains(t.withdrawal()))
                .forEach(sink::takeBack);
    }
}

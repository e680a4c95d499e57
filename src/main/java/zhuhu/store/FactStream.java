package zhuhu.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import zhuhu.record.Attestation;
import zhuhu.record.FactId;
import zhuhu.record.Kind;
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

    FactStream(Session session) {
        this.session = session;
    }

    /// `records` empty: everything.
    void write(Collection<RecordId> records, FactSink sink) {
        var withdrawn = new HashSet<FactId>();
        for (RecordId record : records.isEmpty() ? List.<RecordId>of() : new TreeSet<>(records)) {
            session.states().of(record).ifPresent(state -> write(state, sink, withdrawn));
        }
        if (records.isEmpty()) {
            for (Kind kind : Kind.values()) {
                session.states().each(kind, state -> write(state, sink, withdrawn));
            }
        }
        withdrawals(records.isEmpty(), withdrawn, sink);
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

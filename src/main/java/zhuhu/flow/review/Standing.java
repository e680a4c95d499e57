package zhuhu.flow.review;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import zhuhu.record.Attestation;
import zhuhu.record.FactId;
import zhuhu.record.RecordId;
import zhuhu.record.Revision;
import zhuhu.record.Stamp;
import zhuhu.record.TakeBack;
import zhuhu.record.Withdrawal;
import zhuhu.store.FactSink;
import zhuhu.store.Workspace;

/// The revisions of some records, and which of them somebody stands behind at one moment.
record Standing(Collection<Revision> all, Set<FactId> live) {

    static Standing of(Workspace workspace, Collection<RecordId> records) {
        var taking = new Taking();
        workspace.facts(records, taking);
        return new Standing(List.copyOf(taking.stamps.keySet()), taking.live());
    }

    private static final class Taking implements FactSink {
        private final Map<Revision, List<Stamp>> stamps = new LinkedHashMap<>();
        private final List<Withdrawal> withdrawals = new ArrayList<>();
        private final Set<FactId> takenBack = new HashSet<>();

        @Override
        public void revision(Revision revision, List<Stamp> by) {
            stamps.put(revision, List.copyOf(by));
        }

        @Override
        public void withdrawal(Withdrawal withdrawal) {
            withdrawals.add(withdrawal);
        }

        @Override
        public void takeBack(TakeBack takeBack) {
            takenBack.add(takeBack.withdrawal());
        }

        Set<FactId> live() {
            var withdrawn = new HashSet<FactId>();
            withdrawals.stream()
                    .filter(w -> !takenBack.contains(w.id()))
                    .forEach(w -> withdrawn.addAll(w.attestations()));
            var live = new HashSet<FactId>();
            stamps.forEach((revision, by) -> {
                // Reason: an attestation's id is a hash, and mostly nothing is withdrawn.
                boolean stands =
                        withdrawn.isEmpty()
                                || by.stream()
                                        .map(stamp -> Attestation.of(revision.id(), stamp).id())
                                        .anyMatch(id -> !withdrawn.contains(id));
                if (stands) {
                    live.add(revision.id());
                }
            });
            return live;
        }
    }
}

package zhuhu.flow.merge;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import zhuhu.record.Attestation;
import zhuhu.record.FactId;
import zhuhu.record.RecordId;
import zhuhu.record.Revision;
import zhuhu.record.Stamp;
import zhuhu.store.Gain;

/// What a store learned from one file, by record and section. One thread.
final class Gained {

    private static final Set<String> ALL = Set.of();

    private final Set<FactId> withdrawnBefore;
    private final Set<RecordId> fresh = new HashSet<>();
    private final Map<RecordId, Set<String>> changed = new HashMap<>();
    private final Set<FactId> back = new HashSet<>();
    private final Set<FactId> named = new HashSet<>();
    private int revisions;
    private int attestations;
    private int withdrawals;

    /// `withdrawnBefore`: attestations that did not count when the file came.
    Gained(Set<FactId> withdrawnBefore) {
        this.withdrawnBefore = withdrawnBefore;
    }

    void note(Revision revision, Collection<Stamp> stamps, Gain gain) {
        switch (gain) {
            case RECORD -> {
                fresh.add(revision.record());
                revisions++;
            }
            case REVISION -> {
                if (!fresh.contains(revision.record())) {
                    changed.computeIfAbsent(revision.record(), _ -> new HashSet<>())
                            .add(revision.section());
                }
                revisions++;
            }
            case ATTESTATION -> attestations++;
            case NOTHING -> {}
        }
        if (!withdrawnBefore.isEmpty()) {
            for (Stamp stamp : stamps) {
                FactId id = Attestation.of(revision.id(), stamp).id();
                if (withdrawnBefore.contains(id)) {
                    back.add(id);
                }
            }
        }
    }

    /// A withdrawal or its taking back, new here, that changes these records.
    void withdrawal(Set<RecordId> records) {
        withdrawals++;
        records.forEach(r -> changed.computeIfAbsent(r, _ -> new HashSet<>()));
    }

    /// The file itself withdraws these.
    void named(Collection<FactId> attestations) {
        if (!withdrawnBefore.isEmpty()) {
            named.addAll(attestations);
        }
    }

    /// Attestations that came although somebody here had withdrawn them, lowest id first. They stay
    /// withdrawn.
    List<FactId> back() {
        var found = new ArrayList<>(back);
        found.removeAll(named);
        found.sort(FactId::compareTo);
        return found;
    }

    boolean isFresh(RecordId record) {
        return fresh.contains(record);
    }

    boolean isChanged(RecordId record) {
        return changed.containsKey(record);
    }

    /// Whether the section of that record got a revision.
    boolean has(RecordId record, String section) {
        return fresh.contains(record) || changed.getOrDefault(record, ALL).contains(section);
    }

    /// Records that gained something.
    Set<RecordId> records() {
        var all = new HashSet<>(fresh);
        all.addAll(changed.keySet());
        return all;
    }

    int revisions() {
        return revisions;
    }

    int attestations() {
        return attestations;
    }

    int withdrawals() {
        return withdrawals;
    }
}

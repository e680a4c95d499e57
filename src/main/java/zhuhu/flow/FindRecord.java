package zhuhu.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import zhuhu.base.Outcome;
import zhuhu.base.Plain;
import zhuhu.base.Problem;
import zhuhu.base.ShortKey;
import zhuhu.record.Ids;
import zhuhu.record.Kind;
import zhuhu.record.RecordId;
import zhuhu.store.Workspace;

/// Finds the record that a person means by a key: short key, record id, 户编号, 人编号, 证件号码, a village's
/// name or code.
public final class FindRecord {

    private static final List<String> NUMBERS =
            List.of("household_no", "person_no", "id_no", "village_code", "village_name");

    private final Workspace workspace;

    public FindRecord(Workspace workspace) {
        this.workspace = workspace;
    }

    /// The one record; Failed where there is none, or several (they are listed).
    public Outcome<RecordId> by(String key) {
        return one(key, candidates(key));
    }

    /// The one record of that kind.
    public Outcome<RecordId> by(String key, Kind kind) {
        return by(key, kind, _ -> true);
    }

    /// As the other; where several fit, those that `near` holds for go first.
    Outcome<RecordId> by(String key, Kind kind, Predicate<RecordId> near) {
        SortedSet<RecordId> all =
                candidates(key).stream()
                        .filter(r -> r.kind() == kind)
                        .collect(Collectors.toCollection(TreeSet::new));
        SortedSet<RecordId> first =
                all.stream().filter(near).collect(Collectors.toCollection(TreeSet::new));
        return one(key, first.isEmpty() ? all : first);
    }

    /// What a visit of that key is about: a person stands for the household that he or she lives
    /// in.
    public Outcome<RecordId> subject(String key) {
        return by(key).then(record -> {
            String household =
                    record.kind() == Kind.PERSON
                            ? workspace.section(record, "residence").shown().plain("household")
                            : "";
            return household.isEmpty() ? Outcome.done(record) : by(household);
        });
    }

    private Outcome<RecordId> one(String key, Set<RecordId> found) {
        if (found.isEmpty()) {
            return Outcome.failed(Problem.of("keyUnknown", key));
        }
        if (found.size() > 1) {
            String list =
                    found.stream()
                            .limit(10)
                            .map(r -> r.shortKey() + " " + Labels.of(workspace, r))
                            .collect(Collectors.joining("；"));
            return Outcome.failed(Problem.of("keySeveral", key, found.size(), list));
        }
        return Outcome.done(found.iterator().next());
    }

    private Set<RecordId> candidates(String key) {
        var found = new TreeSet<RecordId>();
        workspace.recordOf(key.strip()).ifPresent(found::add);
        ShortKey.parse(key).ifPresent(shortKey -> found.addAll(byShortKey(shortKey)));
        var current = new ArrayList<RecordId>();
        var former = new ArrayList<RecordId>();
        for (String type : NUMBERS) {
            String number = type.equals("village_name") ? Ids.villageName(key) : Plain.folded(key);
            for (Workspace.Number each : workspace.numbers(type, number)) {
                (each.current() ? current : former).add(each.record());
            }
        }
        found.addAll(current.isEmpty() ? former : current);
        return found;
    }

    private List<RecordId> byShortKey(String key) {
        var found = new ArrayList<RecordId>();
        // Reason: what was printed before two records became one bears the key of each.
        workspace.classes().joined().stream()
                .filter(record -> record.shortKey().equals(key))
                .map(workspace::one)
                .forEach(found::add);
        for (Kind kind : Kind.values()) {
            if (workspace.schema().of(kind).findAny().isPresent()) {
                workspace
                        .query("SELECT id FROM " + kind.code() + " WHERE key = ?", key)
                        .forEach(row ->
                                found.add(
                                        new RecordId(
                                                kind,
                                                UUID.fromString(String.valueOf(row.get("id"))))));
            }
        }
        return found;
    }
}

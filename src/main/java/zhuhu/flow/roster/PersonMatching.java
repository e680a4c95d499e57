package zhuhu.flow.roster;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import zhuhu.base.CitizenId;
import zhuhu.base.Problem;
import zhuhu.record.Ids;
import zhuhu.record.RecordId;
import zhuhu.store.Workspace;
import zhuhu.workbook.roster.IdReading;
import zhuhu.workbook.roster.RosterPerson;

/// Finds the person that a row is about, by the numbers that persons ever carried. Source: records,
/// "Matching an incoming row". One thread; made for one file.
final class PersonMatching {

    private final Workspace workspace;
    private final KnownNumbers numbers;
    private final boolean nobody;
    private final Set<RecordId> used = new HashSet<>();
    private final Map<RecordId, KnownRecord> looked = new HashMap<>();

    PersonMatching(Workspace workspace, KnownNumbers numbers) {
        this.workspace = workspace;
        this.numbers = numbers;
        this.nobody = numbers.isEmpty();
    }

    /// Forgets the records of earlier households, which are not looked at again.
    void nextHousehold() {
        looked.clear();
    }

    KnownRecord look(RecordId id) {
        return looked.computeIfAbsent(id, i -> KnownRecord.of(workspace, i));
    }

    /// By the row's numbers; `householdNo` prefers one of several that fit.
    PersonMatch match(RosterPerson row, String householdNo) {
        if (nobody) {
            return new PersonMatch.Unknown();
        }
        List<KnownRecord> byNumber = records("person_no", row.personNo());
        String idNo = row.id() instanceof IdReading.Whole(String text, _) ? text : "";
        List<KnownRecord> byId = records("id_no", idNo);
        if (!byNumber.isEmpty()) {
            return byNumber(row, idNo, byNumber, byId, householdNo);
        }
        if (!byId.isEmpty()) {
            List<KnownRecord> named = byId.stream().filter(r -> r.isNamed(row.name())).toList();
            return named.isEmpty()
                    ? held(row, byId.getFirst())
                    : first(row, free(named), householdNo);
        }
        return byDamagedId(row, householdNo);
    }

    private PersonMatch byDamagedId(RosterPerson row, String householdNo) {
        if (!(row.id() instanceof IdReading.Damaged(_, String digits))) {
            return new PersonMatch.Unknown();
        }
        List<KnownRecord> named =
                numbers.carriersByFirst14(digits).stream()
                        .map(this::look)
                        .filter(r -> r.isNamed(row.name()))
                        .toList();
        return first(row, free(named), householdNo);
    }

    private PersonMatch byNumber(
            RosterPerson row,
            String idNo,
            List<KnownRecord> byNumber,
            List<KnownRecord> byId,
            String householdNo) {
        List<KnownRecord> both = byNumber.stream().filter(byId::contains).toList();
        if (!both.isEmpty()) {
            List<KnownRecord> named = both.stream().filter(r -> r.isNamed(row.name())).toList();
            return first(row, free(named.isEmpty() ? both : named), householdNo);
        }
        if (!byId.isEmpty()) {
            return held(row, byId.getFirst());
        }
        List<KnownRecord> named = byNumber.stream().filter(r -> r.isNamed(row.name())).toList();
        if (!named.isEmpty()) {
            return first(row, free(named), householdNo);
        }
        // Reason: a number with another name and another 证件号码 is another person's; where either
        // is missing or agrees, the name was corrected.
        KnownRecord only = byNumber.getFirst();
        boolean otherId = !idNo.isEmpty() && !only.shown("identity", "id_no").isEmpty();
        return otherId ? held(row, only) : first(row, free(byNumber), householdNo);
    }

    private List<KnownRecord> records(String type, String number) {
        return numbers.carriers(type, number).stream().map(this::look).toList();
    }

    /// Reason: one record is never two rows of a file.
    private List<KnownRecord> free(List<KnownRecord> records) {
        return records.stream().filter(r -> !used.contains(r.id())).toList();
    }

    private PersonMatch first(RosterPerson row, List<KnownRecord> fitting, String householdNo) {
        if (fitting.size() <= 1) {
            return fitting.isEmpty()
                    ? new PersonMatch.Unknown()
                    : PersonMatch.known(fitting.getFirst());
        }
        Set<String> homes = new HashSet<>();
        numbers.carriers("household_no", householdNo)
                .forEach(h -> homes.add(workspace.one(h).text()));
        String natural =
                row.id() instanceof IdReading.Whole(String text, _)
                        ? Ids.personByIdNo(text).text()
                        : "";
        return PersonMatch.known(
                fitting.stream()
                        .min(
                                Comparator.comparing((KnownRecord r) ->
                                                !homes.contains(
                                                        workspace.one(
                                                                r.shown("residence", "household"))))
                                        .thenComparing(r -> !r.id().text().equals(natural))
                                        .thenComparing(KnownRecord::id))
                        .orElseThrow());
    }

    private static PersonMatch held(RosterPerson row, KnownRecord other) {
        return new PersonMatch.Held(
                Problem.of(
                                "heldSameNumberOtherPerson",
                                row.name(),
                                other.shown("identity", "person_name"),
                                other.id().shortKey())
                        .at(row.place()));
    }

    /// The person of a household without a number that fits: by name and birth date.
    PersonMatch byName(RosterPerson row, RecordId household) {
        if (nobody) {
            return new PersonMatch.Unknown();
        }
        RecordId id = Ids.personByName(household, row.name(), row.birthDate());
        if (used.contains(id) || !workspace.exists(id)) {
            return new PersonMatch.Unknown();
        }
        KnownRecord known = look(id);
        return switch (row.id()) {
            case IdReading.None() -> PersonMatch.known(known);
            case IdReading.Damaged(_, _) -> PersonMatch.known(known);
            // Reason: a number that came damaged at first and whole now is the same person's.
            case IdReading.Whole(String text, _) ->
                    sameStart(text, known.shown("identity", "id_no_raw"))
                            ? PersonMatch.known(known)
                            : new PersonMatch.Unknown();
        };
    }

    private static boolean sameStart(String idNo, String raw) {
        String digits = raw.replace(".", "");
        return idNo.length() >= 14
                && digits.length() >= 14
                && CitizenId.normal(digits).startsWith(idNo.substring(0, 14));
    }

    /// The id of a person whom nobody knows: by 人编号, 证件号码, name, or the whole row, the first that
    /// no other row has taken.
    RecordId fresh(RosterPerson row, RecordId household, String source) {
        if (!row.personNo().isEmpty() && isFree(Ids.personByNumber(row.personNo()))) {
            return Ids.personByNumber(row.personNo());
        }
        if (row.id() instanceof IdReading.Whole(String text, _) && isFree(Ids.personByIdNo(text))) {
            return Ids.personByIdNo(text);
        }
        RecordId named = Ids.personByName(household, row.name(), row.birthDate());
        if (isFree(named)) {
            return named;
        }
        String normal = row.normalRow();
        RecordId id = ofRow(row, source, normal);
        for (int again = 2; used.contains(id); again++) {
            id = ofRow(row, source, normal + "\n" + again);
        }
        return id;
    }

    private static RecordId ofRow(RosterPerson row, String source, String text) {
        return Ids.ofRow(zhuhu.record.Kind.PERSON, source, row.place().sheet(), text);
    }

    private boolean isFree(RecordId id) {
        return !used.contains(id) && (nobody || !workspace.exists(id));
    }

    /// Whether nothing at all was known and no other row took this id.
    boolean isNew(RecordId id) {
        return nobody && !used.contains(id);
    }

    void take(RecordId id) {
        used.add(id);
    }

    /// What is known of a record that no number led to; nothing for a new one.
    KnownRecord seen(RecordId id) {
        return nobody && !(id.kind() == zhuhu.record.Kind.VILLAGE) || !workspace.exists(id)
                ? KnownRecord.none(id)
                : look(id);
    }
}

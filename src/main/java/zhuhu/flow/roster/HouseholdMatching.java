package zhuhu.flow.roster;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import zhuhu.base.CitizenId;
import zhuhu.base.Plain;
import zhuhu.base.Problem;
import zhuhu.record.Ids;
import zhuhu.record.Kind;
import zhuhu.record.RecordId;
import zhuhu.store.Workspace;
import zhuhu.workbook.roster.RosterHousehold;
import zhuhu.workbook.roster.RosterPerson;

/// Finds the household that a group of rows is about. Source: records, "Matching an incoming row".
/// One thread; made for one file.
final class HouseholdMatching {

    /// The household, or why it cannot be told.
    sealed interface Match {

        /// Shape: `record` is [KnownRecord#none(RecordId)] for a new one.
        record Found(KnownRecord record) implements Match {}

        record Held(Problem problem) implements Match {}
    }

    private final Workspace workspace;
    private final KnownNumbers numbers;
    private final boolean nobody;
    private final String source;
    private final PersonMatching persons;
    private final Set<RecordId> used = new HashSet<>();

    HouseholdMatching(
            Workspace workspace, KnownNumbers numbers, String source, PersonMatching persons) {
        this.workspace = workspace;
        this.numbers = numbers;
        this.nobody = numbers.isEmpty();
        this.source = source;
        this.persons = persons;
    }

    /// `matches` are those of the rows by number, in the order of the rows.
    Match match(RosterHousehold household, List<PersonMatch> matches) {
        Match match =
                household.householdNo().isEmpty()
                        ? withoutNumber(household, matches)
                        : byNumber(household, matches);
        if (match instanceof Match.Found(KnownRecord record)) {
            used.add(record.id());
        }
        return match;
    }

    private Match byNumber(RosterHousehold household, List<PersonMatch> matches) {
        List<KnownRecord> carriers = carriers("household_no", household.householdNo());
        if (carriers.isEmpty()) {
            return fresh(Ids.householdByNumber(household.householdNo()), household);
        }
        return carriers.stream()
                .filter(c -> inCommon(c, household, matches))
                .findFirst()
                .<Match>map(Match.Found::new)
                .orElseGet(() -> held(household, carriers.getFirst()));
    }

    private Match withoutNumber(RosterHousehold household, List<PersonMatch> matches) {
        List<KnownRecord> byHead = carriers("head_id_no", household.headId());
        Optional<KnownRecord> named =
                byHead.stream().filter(h -> headNamed(h, household)).findFirst();
        if (named.isPresent()) {
            return new Match.Found(named.get());
        }
        if (!byHead.isEmpty()) {
            return held(household, byHead.getFirst());
        }
        return homes(matches).stream()
                .map(persons::look)
                .filter(h -> !used.contains(h.id()) && headNamed(h, household))
                .findFirst()
                .<Match>map(Match.Found::new)
                .orElseGet(() -> fresh(natural(household), household));
    }

    private List<KnownRecord> carriers(String type, String number) {
        return nobody
                ? List.of()
                : numbers.carriers(type, number).stream()
                        .filter(id -> !used.contains(id))
                        .map(persons::look)
                        .toList();
    }

    static RecordId natural(RosterHousehold household, String source) {
        if (!household.householdNo().isEmpty()) {
            return Ids.householdByNumber(household.householdNo());
        }
        return household.headId().isEmpty()
                ? ofRow(household, source)
                : Ids.householdByHead(household.headId());
    }

    private RecordId natural(RosterHousehold household) {
        return natural(household, source);
    }

    private static RecordId ofRow(RosterHousehold household, String source) {
        return Ids.ofRow(
                Kind.HOUSEHOLD, source, household.place().sheet(), first(household).normalRow());
    }

    private static RosterPerson first(RosterHousehold household) {
        return household.persons().stream()
                .filter(RosterPerson::head)
                .findFirst()
                .orElseGet(() -> household.persons().getFirst());
    }

    /// A household that no number knows. Its id may be known all the same: that of a row without
    /// any key, read again.
    private Match fresh(RecordId natural, RosterHousehold household) {
        RecordId id = used.contains(natural) ? ofRow(household, source) : natural;
        for (int again = 2; used.contains(id); again++) {
            id =
                    Ids.ofRow(
                            Kind.HOUSEHOLD,
                            source,
                            household.place().sheet(),
                            first(household).normalRow() + "\n" + again);
        }
        return new Match.Found(
                !nobody && workspace.exists(id) ? persons.look(id) : KnownRecord.none(id));
    }

    /// A household that comes in beside the one that carries its number.
    KnownRecord apart(RosterHousehold household) {
        RecordId id = ofRow(household, source);
        used.add(id);
        return persons.seen(id);
    }

    private boolean inCommon(
            KnownRecord known, RosterHousehold household, List<PersonMatch> matches) {
        return homes(matches).contains(workspace.one(known.id()))
                || headNamed(known, household)
                || sameHeadId(known, household)
                || household.persons().stream()
                        .anyMatch(p -> persons.byName(p, known.id()) instanceof PersonMatch.Known);
    }

    private static boolean sameHeadId(KnownRecord known, RosterHousehold household) {
        String id = CitizenId.person(CitizenId.normal(known.shown("place", "head_id_no")));
        return !id.isEmpty() && id.equals(CitizenId.person(CitizenId.normal(household.headId())));
    }

    private static boolean headNamed(KnownRecord known, RosterHousehold household) {
        String name = Plain.folded(known.shown("place", "head_name"));
        return !name.isEmpty() && name.equals(Plain.folded(household.headName()));
    }

    /// Where the known ones of the rows live now.
    private Set<RecordId> homes(List<PersonMatch> matches) {
        var homes = new LinkedHashSet<RecordId>();
        for (PersonMatch match : matches) {
            if (match instanceof PersonMatch.Known(KnownRecord person)) {
                workspace
                        .recordOf(person.shown("residence", "household"))
                        .filter(id -> id.kind() == Kind.HOUSEHOLD)
                        .ifPresent(homes::add);
            }
        }
        return homes;
    }

    private static Match held(RosterHousehold household, KnownRecord other) {
        return new Match.Held(
                Problem.of(
                        "heldSplitOrJoin",
                        household.headName(),
                        other.shown("place", "head_name"),
                        other.id().shortKey()));
    }
}

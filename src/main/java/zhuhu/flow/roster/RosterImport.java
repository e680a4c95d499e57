package zhuhu.flow.roster;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import zhuhu.base.CitizenId;
import zhuhu.base.Place;
import zhuhu.base.Problem;
import zhuhu.record.Kind;
import zhuhu.record.RecordId;
import zhuhu.record.Stamp;
import zhuhu.record.Values;
import zhuhu.store.Workspace;
import zhuhu.workbook.roster.IdReading;
import zhuhu.workbook.roster.RosterHousehold;
import zhuhu.workbook.roster.RosterPerson;
import zhuhu.workbook.roster.RosterVillage;

/// Takes one roster in, household by household. One thread, inside one transaction.
final class RosterImport {

    private final Workspace workspace;
    private final Workspace.Writer writer;
    private final Stamp stamp;
    private final boolean older;
    private final boolean apart;
    private final Tally tally;
    private final KnownVillages villages;
    private final PersonMatching persons;
    private final HouseholdMatching households;
    private final String source;
    private final Map<String, Predicate<String>> calculated = new HashMap<>();
    private final Map<RosterVillage, RecordId> villagesFound = new HashMap<>();
    private final Map<String, Place> idsSeen = new HashMap<>();
    private final Map<String, Place> numbersSeen = new HashMap<>();

    /// `source` is the package id; `older` if a newer roster was taken in before, so that only
    /// unknown records are added.
    RosterImport(
            Workspace workspace,
            Workspace.Writer writer,
            Stamp stamp,
            String source,
            boolean older,
            ImportRosters.Unclear unclear,
            Tally tally) {
        this.workspace = workspace;
        this.writer = writer;
        this.stamp = stamp;
        this.source = source;
        this.older = older;
        this.apart = unclear == ImportRosters.Unclear.APART;
        this.tally = tally;
        var numbers = new KnownNumbers(workspace);
        villages = new KnownVillages(workspace);
        persons = new PersonMatching(workspace, numbers);
        households = new HouseholdMatching(workspace, numbers, source, persons);
    }

    void take(Prepared prepared) {
        RosterHousehold household = prepared.household();
        persons.nextHousehold();
        List<PersonMatch> matches = new ArrayList<>();
        household.persons().forEach(p -> matches.add(match(p, household)));
        switch (households.match(household, matches)) {
            case HouseholdMatching.Match.Held(Problem problem) -> {
                if (apart) {
                    tally.doubt(apart(problem).at(household.place()));
                    take(prepared, households.apart(household), matches);
                } else {
                    household.persons().forEach(p -> tally.hold(problem.at(p.place())));
                }
            }
            case HouseholdMatching.Match.Found(KnownRecord record) ->
                    take(prepared, record, matches);
        }
    }

    private PersonMatch match(RosterPerson row, RosterHousehold household) {
        PersonMatch match = persons.match(row, household.householdNo());
        RecordId id = match.id();
        if (id != null) {
            persons.take(id);
        }
        return match;
    }

    private void take(Prepared prepared, KnownRecord household, List<PersonMatch> matches) {
        boolean nobody = !apart && matches.stream().allMatch(m -> m instanceof PersonMatch.Held);
        if (!nobody) {
            RecordId village = village(prepared.household().village());
            takeHousehold(prepared, household, village);
        }
        for (int i = 0; i < matches.size(); i++) {
            switch (matches.get(i)) {
                case PersonMatch.Held(Problem problem) -> {
                    if (apart) {
                        RosterPerson row = prepared.household().persons().get(i);
                        tally.doubt(apart(problem).at(row.place()));
                        takePerson(prepared, i, apart(row, household.id()), household.id());
                    } else {
                        tally.hold(problem);
                    }
                }
                case PersonMatch.Known(KnownRecord known) ->
                        takePerson(prepared, i, known, household.id());
                case PersonMatch.Unknown() -> {
                    KnownRecord record = unknown(prepared, i, household.id());
                    takePerson(prepared, i, record, household.id());
                }
            }
        }
    }

    /// Reason: the number names somebody else, so it cannot make the id; the row can.
    private KnownRecord apart(RosterPerson row, RecordId household) {
        RecordId id = persons.fresh(row, household, source);
        persons.take(id);
        return persons.seen(id);
    }

    private static Problem apart(Problem problem) {
        String key =
                problem.key().equals("heldSplitOrJoin")
                        ? "heldSplitOrJoinApart"
                        : "heldSameNumberOtherPersonApart";
        return Problem.of(key, problem.args().toArray());
    }

    private KnownRecord unknown(Prepared prepared, int index, RecordId household) {
        RecordId natural = prepared.persons().get(index).id();
        if (household.equals(prepared.made().id()) && persons.isNew(natural)) {
            persons.take(natural);
            return KnownRecord.none(natural);
        }
        RosterPerson row = prepared.household().persons().get(index);
        if (persons.byName(row, household) instanceof PersonMatch.Known(KnownRecord known)) {
            persons.take(known.id());
            return known;
        }
        RecordId id = persons.fresh(row, household, source);
        persons.take(id);
        return persons.seen(id);
    }

    private RecordId village(RosterVillage village) {
        RecordId id = villagesFound.computeIfAbsent(village, villages::find);
        if (!tally.knows(id)) {
            KnownRecord known = persons.seen(id);
            Map<String, Values> stated = Map.of("basics", village.basics());
            tally.village(id, state(known, stated, Map.of(), Set.of(), null));
        }
        return id;
    }

    private void takeHousehold(Prepared prepared, KnownRecord known, RecordId village) {
        RosterHousehold household = prepared.household();
        tally.doubt(household.doubts());
        if (isNew(known, prepared.made()) && village.equals(prepared.village())) {
            tally.household(add(prepared.made()));
            return;
        }
        tally.household(
                state(
                        known,
                        Prepared.placed(household.stated(), village),
                        household.asked().getOrDefault(Kind.HOUSEHOLD, Map.of()),
                        household.untouched(),
                        household.place()));
    }

    private void takePerson(Prepared prepared, int index, KnownRecord known, RecordId household) {
        RosterPerson row = prepared.household().persons().get(index);
        tally.doubt(row.doubts());
        twice(row);
        Prepared.Made made = prepared.persons().get(index);
        if (isNew(known, made) && household.equals(prepared.made().id())) {
            tally.person(add(made));
            return;
        }
        moved(row, known, household);
        Map<String, Values> stated = Prepared.housed(row, household);
        if (row.id() instanceof IdReading.Damaged(String raw, _)
                && !known.shown("identity", "id_no").isEmpty()) {
            stated = withoutRaw(stated);
            tally.doubt(
                    Problem.of("rosterKnownId", raw, known.shown("identity", "id_no"))
                            .at(row.place()));
        }
        tally.person(
                state(
                        known,
                        stated,
                        prepared.household().asked().getOrDefault(Kind.PERSON, Map.of()),
                        row.untouched(),
                        row.place()));
    }

    private static boolean isNew(KnownRecord known, Prepared.Made made) {
        return !known.isKnown() && known.id().equals(made.id());
    }

    private Counts.Fate add(Prepared.Made made) {
        made.revisions().forEach(revision -> writer.addMade(revision, stamp));
        return Counts.Fate.FRESH;
    }

    /// Reason: the whole number is known, so the damaged one adds nothing but confusion.
    private static Map<String, Values> withoutRaw(Map<String, Values> stated) {
        var changed = new HashMap<>(stated);
        changed.computeIfPresent("identity", (_, v) -> v.only(p -> !p.equals("id_no_raw")));
        return changed;
    }

    private void twice(RosterPerson row) {
        if (row.id() instanceof IdReading.Whole(String text, _)) {
            Place first = idsSeen.putIfAbsent(CitizenId.person(text), row.place());
            if (first != null) {
                tally.doubt(Problem.of("R09", text, first.sheet(), first.row()).at(row.place()));
            }
        }
        if (!row.personNo().isEmpty()) {
            Place first = numbersSeen.putIfAbsent(row.personNo(), row.place());
            if (first != null) {
                tally.doubt(
                        Problem.of("R21", row.personNo(), first.sheet(), first.row())
                                .at(row.place()));
            }
        }
    }

    private void moved(RosterPerson row, KnownRecord known, RecordId household) {
        String before = known.shown("residence", "household");
        boolean moved =
                !before.isEmpty() && !workspace.one(before).equals(workspace.one(household).text());
        if (moved && !older) {
            tally.doubt(
                    Problem.of("rosterMoved", row.name(), household.shortKey()).at(row.place()));
        }
    }

    /// States all sections of a record; what is known stays as it is where the roster is older.
    private Counts.Fate state(
            KnownRecord known,
            Map<String, Values> stated,
            Map<String, Set<String>> asked,
            Set<String> untouched,
            @Nullable Place place) {
        if (known.isKnown() && older) {
            return Counts.Fate.SAME;
        }
        var sections = new TreeSet<>(stated.keySet());
        if (known.isKnown()) {
            sections.addAll(asked.keySet());
        }
        boolean changed = false;
        for (String section : sections) {
            var word =
                    new RosterLaw.Word(
                            known.id(),
                            section,
                            stated.getOrDefault(section, Values.NONE),
                            asked.getOrDefault(section, Set.of()),
                            untouched);
            changed |= state(word, known, place);
        }
        return !known.isKnown()
                ? Counts.Fate.FRESH
                : changed ? Counts.Fate.CHANGED : Counts.Fate.SAME;
    }

    private boolean state(RosterLaw.Word word, KnownRecord known, @Nullable Place place) {
        Optional<RosterLaw.Statement> statement =
                RosterLaw.statement(
                        word,
                        known.lastRoster(word.section()),
                        known.section(word.section()),
                        calculated(word));
        statement.ifPresent(s -> writer.addMade(s.revision(), stamp));
        statement.ifPresent(s -> cleared(s, place));
        return statement.filter(RosterLaw.Statement::fresh).isPresent();
    }

    private void cleared(RosterLaw.Statement statement, @Nullable Place place) {
        if (!statement.cleared().isEmpty() && place != null) {
            String labels =
                    String.join(
                            "、",
                            statement.cleared().stream()
                                    .map(p -> label(statement.revision().record().kind(), p))
                                    .toList());
            tally.doubt(Problem.of("rosterCleared", labels).at(place));
        }
    }

    private String label(Kind kind, String property) {
        return workspace.schema().property(kind, property).map(p -> p.label()).orElse(property);
    }

    private Predicate<String> calculated(RosterLaw.Word word) {
        return calculated.computeIfAbsent(
                word.record().kind() + "/" + word.section(),
                _ -> workspace.schema().calculated(word.record().kind(), word.section()));
    }
}

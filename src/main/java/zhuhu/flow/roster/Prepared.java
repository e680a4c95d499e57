package zhuhu.flow.roster;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import zhuhu.record.Ids;
import zhuhu.record.Kind;
import zhuhu.record.RecordId;
import zhuhu.record.Revision;
import zhuhu.record.Value;
import zhuhu.record.Values;
import zhuhu.workbook.roster.IdReading;
import zhuhu.workbook.roster.RosterHousehold;
import zhuhu.workbook.roster.RosterPerson;

/// A household of the roster with the records and revisions that it makes if nothing of it is known
/// yet. Those are hashed beside the thread that writes; where something is known they are made
/// anew.
record Prepared(RosterHousehold household, RecordId village, Made made, List<Made> persons) {

    /// A record with all that is stated of it.
    record Made(RecordId id, List<Revision> revisions) {}

    static Prepared of(RosterHousehold household, String source) {
        RosterHousehold h = household;
        RecordId village =
                Ids.village(h.village().county(), h.village().township(), h.village().name());
        RecordId id = HouseholdMatching.natural(h, source);
        List<Made> persons =
                h.persons().stream().map(p -> made(natural(p, id), housed(p, id))).toList();
        return new Prepared(h, village, made(id, placed(h.stated(), village)), persons);
    }

    private static RecordId natural(RosterPerson person, RecordId household) {
        if (!person.personNo().isEmpty()) {
            return Ids.personByNumber(person.personNo());
        }
        return person.id() instanceof IdReading.Whole(String text, _)
                ? Ids.personByIdNo(text)
                : Ids.personByName(household, person.name(), person.birthDate());
    }

    private static Made made(RecordId id, Map<String, Values> stated) {
        var revisions = new ArrayList<Revision>(stated.size());
        stated.forEach(
                (section, values) -> revisions.add(Revision.of(id, section, Set.of(), values)));
        return new Made(id, revisions);
    }

    /// What is stated of a household that lies in this village.
    static Map<String, Values> placed(Map<String, Values> stated, RecordId village) {
        return linked(stated, "place", Kind.VILLAGE.code(), village);
    }

    /// What is stated of a person who lives in this household.
    static Map<String, Values> housed(RosterPerson person, RecordId household) {
        return linked(person.stated(), "residence", Kind.HOUSEHOLD.code(), household);
    }

    private static Map<String, Values> linked(
            Map<String, Values> stated, String section, String property, RecordId to) {
        var linked = new HashMap<>(stated);
        linked.put(
                section,
                stated.getOrDefault(section, Values.NONE)
                        .with(property, new Value.Text(to.text())));
        return linked;
    }
}

package zhuhu.workbook.roster;

import java.util.List;
import java.util.Map;
import java.util.Set;
import zhuhu.base.Place;
import zhuhu.base.Problem;
import zhuhu.record.Kind;
import zhuhu.record.Values;

/// The rows of one household as statements. Shape: `householdNo` "" where none is given; `headName`
/// and `headId` of the row of the 户主 ("" without one); `stated` by section, as in [RosterPerson];
/// `asked` are the properties that the sheet has columns for, by kind and section: a blank cell of
/// one of them clears what the last roster said.
public record RosterHousehold(
        Place place,
        RosterVillage village,
        String householdNo,
        String headName,
        String headId,
        List<RosterPerson> persons,
        Map<String, Values> stated,
        Set<String> untouched,
        Map<Kind, Map<String, Set<String>>> asked,
        List<Problem> doubts) {

    public RosterHousehold {
        persons = List.copyOf(persons);
        stated = Map.copyOf(stated);
        untouched = Set.copyOf(untouched);
        doubts = List.copyOf(doubts);
    }
}

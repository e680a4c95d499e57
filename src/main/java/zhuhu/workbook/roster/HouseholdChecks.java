package zhuhu.workbook.roster;

import java.util.ArrayList;
import java.util.List;
import zhuhu.base.Place;
import zhuhu.base.Plain;
import zhuhu.base.Problem;

/// Doubts about a household as the roster lists it.
final class HouseholdChecks {

    private HouseholdChecks() {}

    static List<Problem> of(
            Place place, Statements stated, List<RosterPerson> persons, List<RosterRow> rows) {
        var doubts = new ArrayList<Problem>();
        String count = stated.get("members", "member_count").plain();
        if (!count.isEmpty() && !count.equals(Integer.toString(persons.size()))) {
            doubts.add(Problem.of("R19", count, persons.size()).at(place));
        }
        long heads = persons.stream().filter(RosterPerson::head).count();
        boolean asked = rows.getFirst().sheet().relation().isPresent();
        if (heads == 0 && asked) {
            doubts.add(Problem.of("R17").at(place));
        } else if (heads > 1) {
            doubts.add(Problem.of("R18", heads).at(place));
        }
        headName(place, stated, persons, doubts);
        villages(rows, doubts);
        return doubts;
    }

    private static void headName(
            Place place, Statements stated, List<RosterPerson> persons, List<Problem> doubts) {
        String listed = stated.get("place", "head_name").plain();
        persons.stream()
                .filter(RosterPerson::head)
                .findFirst()
                .filter(h -> !Plain.folded(listed).equals(Plain.folded(h.name())))
                .ifPresent(h -> doubts.add(Problem.of("R29", listed, h.name()).at(place)));
    }

    private static void villages(List<RosterRow> rows, List<Problem> doubts) {
        String first = "";
        for (RosterRow row : rows) {
            String village = row.village();
            if (first.isEmpty()) {
                first = village;
            } else if (!village.isEmpty() && !village.equals(first)) {
                doubts.add(Problem.of("R113", first, village).at(row.place()));
                return;
            }
        }
    }
}

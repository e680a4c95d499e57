package zhuhu.flow.roster;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import zhuhu.base.Problem;
import zhuhu.record.RecordId;
import zhuhu.workbook.roster.Roster;

/// Counts while a file is taken in.
final class Tally {

    private final Map<RecordId, Counts.Fate> villages = new HashMap<>();
    private final List<Problem> held = new ArrayList<>();
    private final List<Problem> doubts = new ArrayList<>();
    private final List<Problem> refused = new ArrayList<>();
    private Counts households = Counts.NONE;
    private Counts persons = Counts.NONE;

    boolean knows(RecordId village) {
        return villages.containsKey(village);
    }

    void village(RecordId village, Counts.Fate fate) {
        villages.put(village, fate);
    }

    void household(Counts.Fate fate) {
        households = households.plus(fate);
    }

    void person(Counts.Fate fate) {
        persons = persons.plus(fate);
    }

    void hold(Problem problem) {
        held.add(problem);
    }

    void doubt(Problem problem) {
        doubts.add(problem);
    }

    void doubt(List<Problem> problems) {
        doubts.addAll(problems);
    }

    void refuse(List<Problem> problems) {
        refused.addAll(problems);
    }

    ImportedRoster of(String file, Roster roster) {
        Counts all = Counts.NONE;
        for (Counts.Fate fate : villages.values()) {
            all = all.plus(fate);
        }
        return new ImportedRoster(
                file,
                roster.date().toString(),
                roster.rows(),
                all,
                households,
                persons,
                held,
                doubts,
                refused,
                roster.unknownColumns(),
                List.of());
    }
}

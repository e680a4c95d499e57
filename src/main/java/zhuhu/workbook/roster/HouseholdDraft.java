package zhuhu.workbook.roster;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import zhuhu.record.Kind;
import zhuhu.record.Value;
import zhuhu.record.Values;
import zhuhu.workbook.sheet.SheetRow;

/// What the rows of one household say of it and of its village, while they are read. The row of the
/// 户主 is read first, so its word stands where rows differ.
final class HouseholdDraft {

    private final Statements stated = new Statements();
    private final Statements village = new Statements();
    private final Set<String> untouched = new HashSet<>();
    private final Set<String> contradicted = new HashSet<>();
    private final Map<String, SheetRow> statedBy = new HashMap<>();

    /// States a property of the household or the village; returns what stands.
    Value state(SheetPlan.Known known, String property, Value value, RosterRow by) {
        Statements mine = known.kind() == Kind.VILLAGE ? village : stated;
        Value before = mine.get(known.section(), property);
        SheetRow row = statedBy.putIfAbsent(property, by.row());
        boolean sameRow = row == null || row == by.row();
        if (value instanceof Value.Many && sameRow) {
            // Reason: further causes stand in columns of their own (致贫原因2, 致贫原因3).
            Set<String> names = new HashSet<>();
            addNames(before, names);
            addNames(value, names);
            mine.put(known.section(), property, known.reader().inOrder(names));
            return value;
        }
        return mine.putFirst(known.section(), property, value);
    }

    private static void addNames(Value value, Set<String> names) {
        if (value instanceof Value.Many(var some)) {
            names.addAll(some);
        }
    }

    /// Whether this is the first time that rows of the household differ in a property.
    boolean contradicted(String property) {
        return contradicted.add(property);
    }

    void untouched(String property) {
        untouched.add(property);
    }

    Set<String> untouched() {
        return untouched;
    }

    Statements stated() {
        return stated;
    }

    Values village() {
        return village.values().getOrDefault("basics", Values.NONE);
    }
}

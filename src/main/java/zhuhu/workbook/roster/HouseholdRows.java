package zhuhu.workbook.roster;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import zhuhu.base.Plain;
import zhuhu.base.Problem;
import zhuhu.workbook.sheet.Cell;

/// Puts the rows of a file together by household: by 户编号 where there is one, else from one 户主 row
/// to the next.
final class HouseholdRows {

    /// The rows of one household; `number` "" where it has none.
    record Group(String number, List<RosterRow> rows) {}

    private final Map<String, Group> numbered = new LinkedHashMap<>();
    private final List<Group> groups = new ArrayList<>();
    private final List<Problem> refused = new ArrayList<>();
    private Group current = new Group("", List.of());
    private String village = "";

    /// All groups, in the order in which they begin.
    List<Group> groups() {
        return groups;
    }

    /// Rows that cannot be taken in.
    List<Problem> refused() {
        return refused;
    }

    void add(RosterSheet sheet) {
        current = new Group("", List.of());
        village = "";
        Optional<Column> number = sheet.header().column("household_no");
        Column name = sheet.header().column("person_name").orElseThrow();
        sheet.rows()
                .forEach(row -> {
                    var at = new RosterRow(sheet, row);
                    if (isNamed(at, name)) {
                        add(at, text(at, number), at.relation(), at.village());
                    }
                });
    }

    private boolean isNamed(RosterRow at, Column name) {
        String text = Plain.folded(at.cell(name).text());
        if (text.isEmpty()) {
            refused.add(Problem.of("rosterNoName").at(at.place(name)));
            return false;
        }
        if (at.cell(name).kind() == Cell.Kind.ERROR || TOTALS.contains(text)) {
            refused.add(Problem.of("rosterNoPerson", text).at(at.place(name)));
            return false;
        }
        return true;
    }

    private static final java.util.Set<String> TOTALS =
            java.util.Set.of("合计", "总计", "小计", "共计", "制表人", "填表人", "审核人");

    private void add(RosterRow at, String number, String relation, String place) {
        if (!number.isEmpty()) {
            current = numbered.computeIfAbsent(number, this::begin);
        } else if (begins(relation, place)) {
            current = begin("");
        }
        village = place.isEmpty() ? village : place;
        current.rows().add(at);
    }

    private boolean begins(String relation, String place) {
        boolean head = isHead(relation);
        boolean elsewhere = !place.isEmpty() && !village.isEmpty() && !place.equals(village);
        return head || elsewhere || current.rows().isEmpty();
    }

    static boolean isHead(String relation) {
        return relation.equals("户主")
                || relation.equals("本人")
                || relation.equals("本人或户主")
                || relation.equals("户主(本人或户主)")
                || relation.equals("01")
                || relation.equals("1")
                || relation.equals("01户主");
    }

    private Group begin(String number) {
        var group = new Group(number, new ArrayList<>());
        groups.add(group);
        return group;
    }

    private static String text(RosterRow at, Optional<Column> column) {
        return column.isEmpty() ? "" : Plain.folded(at.cell(column.get()).text());
    }
}

package zhuhu.flow;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import zhuhu.pack.PovertyLine;
import zhuhu.pack.Schema;
import zhuhu.record.Kind;
import zhuhu.record.RecordId;
import zhuhu.record.Section;
import zhuhu.record.Value;
import zhuhu.record.Values;
import zhuhu.store.Workspace;

/// A household's income in the years that are known, side by side. Shape: `years` ascending; `rows`
/// in the register's order, only those with a figure in some year. Pure once read.
public record IncomeYears(List<Year> years, List<Row> rows) {

    /// The property of the rosters' own figure.
    public static final String STATED = "stated_net_income_per_head";

    /// What is held against the line and against the year before.
    public static final String PER_HEAD = "net_income_per_head";

    private static final String YEAR = "income_year";
    private static final BigDecimal UP = new BigDecimal("0.5");
    private static final BigDecimal DOWN = new BigDecimal("-0.3");

    public IncomeYears {
        years = List.copyOf(years);
        rows = List.copyOf(rows);
    }

    /// A year with the poverty line that holds in it, if one is listed.
    public record Year(int year, Optional<PovertyLine> line) {}

    /// A property over the years; `cells` as many as years.
    public record Row(String property, String label, List<Cell> cells) {
        public Row {
            cells = List.copyOf(cells);
        }
    }

    /// A figure; `change` against the nearest year before that has one, as a share (0.5 is half as
    /// much again).
    public record Cell(Optional<BigDecimal> amount, Optional<BigDecimal> change) {

        /// R75: up by more than half, or down by more than three tenths.
        public boolean isLeap() {
            return change.map(c -> c.compareTo(UP) > 0 || c.compareTo(DOWN) < 0).orElse(false);
        }
    }

    /// As the register says now, with the years `asked` whether they are known or not.
    static IncomeYears of(Workspace workspace, RecordId household, Collection<Integer> asked) {
        SortedMap<Integer, Values> known = new TreeMap<>();
        asked.forEach(year -> known.put(year, Values.NONE));
        workspace
                .sections(household)
                .forEach((name, section) -> {
                    boolean yearly = name.matches("(stated_)?income@\\d{4}");
                    if (yearly && !(section instanceof Section.Unwritten)) {
                        known.merge(
                                Integer.parseInt(name.substring(name.indexOf('@') + 1)),
                                section.shown(),
                                (a, b) -> b.over(a));
                    }
                });
        String province = province(workspace, household);
        List<Year> years =
                known.keySet().stream()
                        .map(y -> new Year(y, workspace.pack().povertyLine(province, y)))
                        .toList();
        return new IncomeYears(years, rows(workspace.schema(), known));
    }

    private static String province(Workspace workspace, RecordId household) {
        String village = workspace.section(household, "place").shown().plain("village");
        return workspace
                .recordOf(village)
                .map(v -> workspace.section(v, "basics").shown().plain("province"))
                .filter(p -> !p.isEmpty())
                .orElse(workspace.pack().manifest().province());
    }

    private static List<Row> rows(Schema schema, SortedMap<Integer, Values> known) {
        var rows = new ArrayList<Row>();
        for (String section : List.of("income", "stated_income")) {
            schema.section(Kind.HOUSEHOLD, section).stream()
                    .flatMap(s -> s.properties().stream())
                    .map(p ->
                            new Row(
                                    p.name(),
                                    p.label(),
                                    cells(
                                            known.values().stream()
                                                    .map(v -> amount(v, p.name()))
                                                    .toList())))
                    .filter(row -> row.cells().stream().anyMatch(c -> c.amount().isPresent()))
                    .forEach(rows::add);
        }
        return rows;
    }

    private static Optional<BigDecimal> amount(Values values, String property) {
        return values.get(property).orElse(Value.EMPTY) instanceof Value.Number(BigDecimal number)
                ? Optional.of(number)
                : Optional.empty();
    }

    /// Amounts of one property over the years, each held against the one before it.
    private static List<Cell> cells(List<Optional<BigDecimal>> amounts) {
        var cells = new ArrayList<Cell>();
        Optional<BigDecimal> before = Optional.empty();
        for (Optional<BigDecimal> amount : amounts) {
            Optional<BigDecimal> base = before;
            cells.add(new Cell(amount, amount.flatMap(now -> base.flatMap(b -> change(b, now)))));
            before = amount.or(() -> base);
        }
        return cells;
    }

    private static Optional<BigDecimal> change(BigDecimal before, BigDecimal now) {
        return before.signum() <= 0
                ? Optional.empty()
                : Optional.of(now.subtract(before).divide(before, 4, RoundingMode.HALF_UP));
    }

    /// With the answers of an open visit in the place of what the register says of their year.
    public IncomeYears with(Worksheet now) {
        int year = now.stated().getOrDefault(YEAR, BigDecimal.ZERO).intValue();
        var names = new LinkedHashSet<String>();
        now.labels().keySet().stream()
                .filter(p -> !p.equals(YEAR) && now.stated().containsKey(p))
                .forEach(names::add);
        rows.forEach(row -> names.add(row.property()));
        return new IncomeYears(years, names.stream().map(p -> row(p, year, now)).toList());
    }

    private Row row(String property, int now, Worksheet sheet) {
        Optional<Row> known = rows.stream().filter(r -> r.property().equals(property)).findFirst();
        var amounts = new ArrayList<Optional<BigDecimal>>();
        for (int i = 0; i < years.size(); i++) {
            int at = i;
            boolean asked = years.get(i).year() == now && sheet.labels().containsKey(property);
            amounts.add(
                    asked
                            ? Optional.ofNullable(sheet.stated().get(property))
                            : known.flatMap(r -> r.cells().get(at).amount()));
        }
        String label = known.map(Row::label).orElse(sheet.labels().getOrDefault(property, ""));
        return new Row(property, label, cells(amounts));
    }
}

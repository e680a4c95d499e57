package zhuhu.flow;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import zhuhu.base.Texts;
import zhuhu.flow.HouseholdCard.Block;
import zhuhu.flow.HouseholdCard.Row;
import zhuhu.flow.handout.Rounds;
import zhuhu.pack.Schema;
import zhuhu.record.Kind;
import zhuhu.record.RecordId;
import zhuhu.record.Section;
import zhuhu.record.Value;
import zhuhu.record.Values;
import zhuhu.store.Workspace;

/// What a household's card shows that is no section of the register: the years beside each other,
/// and the last check of the five places. Such blocks are read, never corrected.
final class CardExtras {

    private static final List<String> FACTS =
            List.of("people", "cause", "income", "housing", "measures", "helper", "status");
    private static final List<String> COMPARED =
            List.of("total_income", "net_income", IncomeYears.PER_HEAD, IncomeYears.STATED);

    private final Workspace workspace;
    private final RecordId household;
    private final Texts texts = Texts.chinese();

    private CardExtras(Workspace workspace, RecordId household) {
        this.workspace = workspace;
        this.household = household;
    }

    static List<Block> of(Workspace workspace, RecordId household) {
        var extras = new CardExtras(workspace, household);
        var blocks = new ArrayList<Block>();
        extras.years().ifPresent(blocks::add);
        extras.fivePlaces().ifPresent(blocks::add);
        return blocks;
    }

    private Optional<Block> years() {
        IncomeYears years = IncomeYears.of(workspace, household, List.of());
        List<Row> rows =
                years.rows().stream()
                        .filter(row -> COMPARED.contains(row.property()))
                        .map(row -> new Row(row.property(), row.label(), words(years, row)))
                        .toList();
        return years.years().size() < 2 || rows.isEmpty()
                ? Optional.empty()
                : Optional.of(block("years", texts.of("years.title"), rows));
    }

    private String words(IncomeYears years, IncomeYears.Row row) {
        var parts = new ArrayList<String>();
        for (int i = 0; i < years.years().size(); i++) {
            IncomeYears.Cell cell = row.cells().get(i);
            String year = Integer.toString(years.years().get(i).year());
            cell.amount()
                    .map(amount -> texts.of("card.year", year, amount.toPlainString()))
                    .map(said -> said + cell.change().map(c -> change(c, cell)).orElse(""))
                    .ifPresent(parts::add);
        }
        return String.join("　", parts);
    }

    private String change(BigDecimal share, IncomeYears.Cell cell) {
        String percent = share.movePointRight(2).setScale(0, RoundingMode.HALF_UP).toPlainString();
        String signed = share.signum() > 0 ? "+" + percent : percent;
        return texts.of(cell.isLeap() ? "card.yearLeap" : "card.yearChange", signed);
    }

    private Optional<Block> fivePlaces() {
        return workspace
                .query(
                        "SELECT id, round FROM visit WHERE subject = ? AND round IS NOT NULL ORDER BY id",
                        household.text())
                .stream()
                .sorted(Rounds.of(workspace).rows().reversed())
                .map(row ->
                        new RecordId(Kind.VISIT, UUID.fromString(String.valueOf(row.get("id")))))
                .map(visit -> workspace.section(visit, "five_check"))
                .filter(section -> !(section instanceof Section.Unwritten))
                .findFirst()
                .map(Section::shown)
                .map(this::rows)
                .filter(rows -> !rows.isEmpty())
                .map(rows -> block("five_check", texts.of("card.five"), rows));
    }

    private List<Row> rows(Values said) {
        Map<String, Schema.Property> known = new HashMap<>();
        workspace.schema().section(Kind.VISIT, "five_check").stream()
                .flatMap(section -> section.properties().stream())
                .forEach(property -> known.put(property.name(), property));
        var rows = new ArrayList<Row>();
        for (String fact : FACTS) {
            Schema.Property property = known.get("agree_" + fact);
            Value places = said.get("agree_" + fact).orElse(Value.EMPTY);
            if (property != null && !places.equals(Value.EMPTY)) {
                String mend = said.plain("mend_" + fact);
                boolean agree = places.plain().equals("00");
                String words =
                        agree
                                ? texts.of("card.agree")
                                : texts.of("card.differ", InWords.of(property, places), mend);
                rows.add(new Row("agree_" + fact, property.label(), words));
            }
        }
        return rows;
    }

    private static Block block(String name, String label, List<Row> rows) {
        return new Block(HouseholdCard.READ_ONLY + name, label, rows, Optional.empty(), false);
    }
}

package zhuhu.flow;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import zhuhu.base.Texts;
import zhuhu.flow.Worksheet.Line;
import zhuhu.flow.Worksheet.Move;
import zhuhu.form.Ref;
import zhuhu.pack.CostRate;
import zhuhu.record.Value;

/// What a visitor does with the worksheet of an open visit: list what is known of wages and
/// payments, add a crop with its cost rate, take the sums over into the income answers, and take
/// that back. The visit's thread.
public final class FillWorksheet {

    private static final String SCREEN = "income";
    private static final int PENSION_AGE = 60;

    private final Visit visit;
    private final Texts texts;

    public FillWorksheet(Visit visit, Texts texts) {
        this.visit = visit;
        this.texts = texts;
    }

    /// Adds a line for each wage and payment that the visit's own answers speak of and that has no
    /// line yet; amounts of money are left to be asked. Gives how many.
    public int listKnown() {
        List<Map<String, Value>> known = known();
        known.forEach(this::add);
        return known.size();
    }

    /// The lines that [#listKnown()] would add.
    public List<Map<String, Value>> known() {
        List<Line> there = worksheet().map(Worksheet::lines).orElse(List.of());
        var lines = new ArrayList<Map<String, Value>>();
        visit.rows("members").forEach(member -> member(member, lines));
        household(lines);
        lines.removeIf(line ->
                there.stream()
                        .anyMatch(l ->
                                l.kind().equals(plain(line, "line_kind"))
                                        && l.what().equals(plain(line, "line_what"))));
        return lines;
    }

    private void member(String row, List<Map<String, Value>> lines) {
        if (said("change", row).equals("2")) {
            return;
        }
        String name = said("person_name", row);
        wages(texts.of("sheet.work", name), said("work_months", row), lines);
        wages(texts.of("sheet.post", name), said("public_post_months", row), lines);
        int age = number(said("age", row)).map(BigDecimal::intValue).orElse(0);
        if (age >= PENSION_AGE && said("pension_insurance", row).equals("1")) {
            lines.add(line("pension_income", texts.of("sheet.pension", name), "", month()));
        }
        if (said("dibao", row).equals("1")) {
            lines.add(line("dibao_income", texts.of("sheet.dibao", name), "", month()));
        }
    }

    private void wages(String what, String months, List<Map<String, Value>> lines) {
        if (number(months).map(m -> m.signum() > 0).orElse(false)) {
            lines.add(line("wage_income", what, months, month()));
        }
    }

    private void household(List<Map<String, Value>> lines) {
        String type = known("household_type");
        boolean listed = lines.stream().anyMatch(l -> plain(l, "line_kind").equals("dibao_income"));
        if (!listed && (type.equals("02") || type.equals("04"))) {
            lines.add(line("dibao_income", texts.of("sheet.dibaoHouse"), "", month()));
        }
        if (type.equals("03") || type.equals("06")) {
            lines.add(line("wubao_income", texts.of("sheet.wubao"), "", month()));
        }
        String forest = known("grain_to_green_land");
        if (number(forest).map(f -> f.signum() > 0).orElse(false)) {
            lines.add(
                    line(
                            "ecological_income",
                            texts.of("sheet.forest"),
                            forest,
                            texts.of("sheet.mu")));
        }
        if (known("two_daughters").equals("1") || known("only_child").equals("1")) {
            lines.add(line("family_planning_income", texts.of("sheet.children"), "", ""));
        }
    }

    private String month() {
        return texts.of("sheet.month");
    }

    private Map<String, Value> line(String kind, String what, String amount, String unit) {
        var line = new HashMap<String, Value>();
        line.put("line_kind", Value.text(kind));
        line.put("line_what", Value.text(what));
        number(amount).ifPresent(a -> line.put("line_amount", Value.number(a)));
        line.put("line_unit", Value.text(unit));
        return line;
    }

    /// Adds a line for a crop or an animal with what it usually costs; gives the row.
    public String addRate(CostRate rate) {
        var line = new HashMap<String, Value>();
        line.put("line_kind", Value.text("business_income"));
        line.put("line_what", Value.text(rate.item()));
        line.put("line_unit", Value.text(rate.unit()));
        line.put("line_share", Value.number(rate.costShare()));
        String source =
                rate.verified()
                        ? texts.of("sheet.rate", rate.costShare(), rate.source())
                        : texts.of("sheet.rateUnsure", rate.costShare(), rate.source());
        line.put("line_note", Value.text(source));
        return add(line);
    }

    private String add(Map<String, Value> line) {
        String row = visit.addRow(Worksheet.REPEAT);
        // Reason: cost and share are asked only of business lines, so the kind comes first.
        answer("line_kind", row, line);
        line.keySet().stream()
                .filter(name -> !name.equals("line_kind"))
                .sorted()
                .forEach(name -> answer(name, row, line));
        return row;
    }

    private void answer(String name, String row, Map<String, Value> line) {
        visit.find(name, row)
                .forEach(ref -> visit.answer(ref, line.getOrDefault(name, Value.EMPTY)));
    }

    /// Takes the sums over into the income answers; gives what changed.
    public List<Move> adopt() {
        List<Move> moves = worksheet().map(Worksheet::moves).orElse(List.of());
        moves.forEach(move -> put(move.property(), Optional.of(move.after())));
        return moves;
    }

    /// Puts the answers back that were taken over, where nobody has changed them since.
    public void takeBack(List<Move> moves) {
        for (Move move : moves) {
            boolean untouched =
                    answer(move.property())
                            .map(ref -> visit.value(ref).equals(Value.number(move.after())))
                            .orElse(false);
            if (untouched) {
                put(move.property(), move.before());
            }
        }
    }

    /// As it stands; empty where the form has none or the screen is not asked now.
    public Optional<Worksheet> worksheet() {
        boolean asked =
                visit.parts().stream()
                        .flatMap(p -> p.screens().stream())
                        .anyMatch(s -> s.name().equals(SCREEN));
        return asked ? Worksheet.of(visit.screen(SCREEN)) : Optional.empty();
    }

    private void put(String property, Optional<BigDecimal> amount) {
        Value value = amount.map(Value::number).orElse(Value.EMPTY);
        answer(property).ifPresent(ref -> visit.answer(ref, value));
    }

    private Optional<Ref> answer(String question) {
        return visit.find(question, "").stream().findFirst();
    }

    /// The visit's answer, else what the register says.
    private String known(String property) {
        String answer = said(property, "");
        return answer.isEmpty() ? visit.registered(property).plain() : answer;
    }

    private String said(String question, String row) {
        return visit.find(question, row).stream()
                .findFirst()
                .map(ref -> visit.value(ref).plain())
                .orElse("");
    }

    private static String plain(Map<String, Value> line, String name) {
        return line.getOrDefault(name, Value.EMPTY).plain();
    }

    private static Optional<BigDecimal> number(String text) {
        return text.matches("-?\\d+(\\.\\d+)?")
                ? Optional.of(new BigDecimal(text))
                : Optional.empty();
    }
}

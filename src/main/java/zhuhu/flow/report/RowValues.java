package zhuhu.flow.report;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import zhuhu.flow.report.ReportField.Saying;
import zhuhu.flow.report.ReportField.Source;
import zhuhu.flow.report.ReportField.What;
import zhuhu.form.AnswerKind;
import zhuhu.pack.Schema;
import zhuhu.record.Kind;
import zhuhu.workbook.template.CellValue;
import zhuhu.workbook.template.Places;
import zhuhu.workbook.template.TemplateColumn;

/// Values as cells hold them: choices in words, counts and sums as numbers, ids and codes as text.
/// Pure but for the running numbers; one thread.
final class RowValues {

    private final MappedTemplate.Sheet sheet;
    private final ReportFields fields;
    private final Function<ReportField, CellValue> said;
    private long number;

    /// `said`: what is not about a row.
    RowValues(
            MappedTemplate.Sheet sheet,
            ReportFields fields,
            Function<ReportField, CellValue> said) {
        this.sheet = sheet;
        this.fields = fields;
        this.said = said;
    }

    /// The rows of one household.
    List<Map<Integer, CellValue>> of(RegisterRows.Household household) {
        if (sheet.rows() != Kind.PERSON) {
            return List.of(row(household, head(household), 1));
        }
        var rows = new ArrayList<Map<Integer, CellValue>>();
        List<Map<String, String>> persons =
                household.persons().isEmpty() ? List.of(Map.of()) : household.persons();
        for (Map<String, String> person : persons) {
            rows.add(row(household, person, rows.size() + 1));
        }
        return rows;
    }

    /// The row of a village.
    Map<Integer, CellValue> of(Map<String, String> village, Map<What, Long> totals) {
        number++;
        return cells(field ->
                switch (field.source()) {
                    case Source.Total(What what) -> CellValue.of(totals.getOrDefault(what, 0L));
                    case Source.Said(Saying saying) when saying == Saying.NUMBER ->
                            CellValue.of(number);
                    case Source.Of(Kind kind, _, _, Schema.Property property)
                            when kind == Kind.VILLAGE ->
                            cell(property, village.getOrDefault(property.name(), ""));
                    default -> said.apply(field);
                });
    }

    static Map<String, String> head(RegisterRows.Household household) {
        return household.persons().isEmpty() ? Map.of() : household.persons().getFirst();
    }

    private Map<Integer, CellValue> row(
            RegisterRows.Household household, Map<String, String> person, int within) {
        number++;
        return cells(field ->
                switch (field.source()) {
                    case Source.Said(Saying saying) when saying == Saying.NUMBER ->
                            CellValue.of(number);
                    case Source.Said(Saying saying) when saying == Saying.WITHIN ->
                            CellValue.of(within);
                    default -> of(field, household, person);
                });
    }

    /// The value of a field that is about this household or person.
    CellValue of(ReportField field, RegisterRows.Household household, Map<String, String> person) {
        return switch (field.source()) {
            case Source.Of(Kind kind, _, _, Schema.Property property) ->
                    cell(
                            property,
                            switch (kind) {
                                case VILLAGE ->
                                        household.village().getOrDefault(property.name(), "");
                                case HOUSEHOLD -> ofHousehold(property.name(), household);
                                default -> person.getOrDefault(property.name(), "");
                            });
            case Source.OfHead(Schema.Property property) ->
                    cell(property, head(household).getOrDefault(property.name(), ""));
            case Source.NetIncome() ->
                    number(household.household().getOrDefault("net_income_now", ""));
            case Source.Other(String heading) ->
                    CellValue.of(person.getOrDefault("other." + heading, ""));
            case Source.Total _, Source.Said _ -> said.apply(field);
        };
    }

    private static String ofHousehold(String property, RegisterRows.Household household) {
        String known = household.household().getOrDefault(property, "");
        return known.isEmpty() && property.equals("member_count")
                ? String.valueOf(household.persons().size())
                : known;
    }

    private Map<Integer, CellValue> cells(Function<ReportField, CellValue> value) {
        var cells = new HashMap<Integer, CellValue>();
        var spread = new HashMap<ReportField, Integer>();
        sheet.columns()
                .forEach((column, field) ->
                        field.ifPresent(f -> cells.put(column, part(f, value.apply(f), spread))));
        for (TemplateColumn column : sheet.shape().columns()) {
            if (!column.pattern().isEmpty()) {
                cells.put(
                        column.index(),
                        Places.fill(
                                column.pattern(),
                                name -> fields.named(name).map(value).orElse(CellValue.BLANK)));
            }
        }
        return cells;
    }

    /// Several choices go into the columns that a template has for them, what is left into the
    /// last.
    private CellValue part(ReportField field, CellValue whole, Map<ReportField, Integer> spread) {
        long columns = sheet.columns().values().stream().filter(Optional.of(field)::equals).count();
        boolean many =
                field.source() instanceof Source.Of(_, _, _, Schema.Property property)
                        && property.type() == AnswerKind.MANY;
        if (columns < 2 || !many) {
            return whole;
        }
        int at = spread.merge(field, 1, Integer::sum);
        List<String> parts = List.of(whole.words().split("、", -1));
        if (at > parts.size()) {
            return CellValue.BLANK;
        }
        return CellValue.of(
                at == columns
                        ? String.join("、", parts.subList(at - 1, parts.size()))
                        : parts.get(at - 1));
    }

    /// A derived table's text as its property means it.
    static CellValue cell(Schema.Property property, String text) {
        if (text.isEmpty()) {
            return CellValue.BLANK;
        }
        return switch (property.type()) {
            case INTEGER, DECIMAL -> number(text);
            case ONE -> CellValue.of(property.labelOf(text));
            case MANY, RANK -> {
                var words = new ArrayList<String>();
                for (String name : RegisterRows.words(text)) {
                    words.add(property.labelOf(name));
                }
                yield CellValue.of(String.join("、", words));
            }
            case DATE -> day(text);
            case TEXT, TIME, DATE_TIME, IMAGE, ACKNOWLEDGE, NONE -> CellValue.of(text);
        };
    }

    private static CellValue number(String text) {
        if (text.isEmpty()) {
            return CellValue.BLANK;
        }
        try {
            return new CellValue.Figure(new BigDecimal(text));
        } catch (NumberFormatException e) {
            // Reason: what a roster kept as it stood there is still shown.
            return CellValue.of(text);
        }
    }

    private static CellValue day(String text) {
        try {
            return new CellValue.Day(LocalDate.parse(text));
        } catch (DateTimeException e) {
            return CellValue.of(text);
        }
    }
}

package zhuhu.flow.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import zhuhu.base.Outcome;
import zhuhu.base.Place;
import zhuhu.base.Problem;
import zhuhu.pack.Headings;
import zhuhu.record.Kind;
import zhuhu.workbook.template.TemplateColumn;

/// Lays a person's corrections over a mapping: `HEADING=FIELD` lines, where HEADING is a column's
/// heading or its letters, and FIELD a field's key or name, "" to leave the column blank. Pure; any
/// thread.
public final class CorrectMapping {

    private final ReportFields fields;

    public CorrectMapping(ReportFields fields) {
        this.fields = fields;
    }

    /// Failed, with every line that means nothing here. `rows`: `person`, `household` or `village`.
    public Outcome<MappedTemplate> apply(
            MappedTemplate mapped, List<String> lines, Optional<String> rows) {
        var problems = new ArrayList<Problem>();
        MappedTemplate corrected = mapped;
        for (String line : lines) {
            int at = line.lastIndexOf('=');
            String heading = at < 0 ? line : line.substring(0, at).strip();
            String name = at < 0 ? "" : line.substring(at + 1).strip();
            Optional<ReportField> field = name.isEmpty() ? Optional.empty() : fields.named(name);
            if (at < 0 || !name.isEmpty() && field.isEmpty()) {
                problems.add(
                        Problem.of(
                                "reportMap",
                                line,
                                String.join(
                                        "、",
                                        fields.suggestions(name, 3).stream()
                                                .map(ReportField::label)
                                                .toList())));
                continue;
            }
            boolean found = false;
            for (int sheet = 0; sheet < mapped.sheets().size(); sheet++) {
                for (TemplateColumn column : mapped.sheets().get(sheet).shape().columns()) {
                    if (is(column, heading)) {
                        corrected = corrected.with(sheet, column.index(), field);
                        found = true;
                    }
                }
            }
            if (!found) {
                problems.add(Problem.of("reportMapHeading", heading));
            }
        }
        Optional<Kind> kind = rows.flatMap(Kind::of);
        if (rows.isPresent()
                && (kind.isEmpty()
                        || !List.of(Kind.PERSON, Kind.HOUSEHOLD, Kind.VILLAGE)
                                .contains(kind.get()))) {
            problems.add(Problem.of("reportRowsKind", rows.get()));
        } else if (kind.isPresent()) {
            for (int sheet = 0; sheet < corrected.sheets().size(); sheet++) {
                corrected = corrected.about(sheet, kind.get());
            }
        }
        return problems.isEmpty() ? Outcome.done(corrected) : Outcome.failed(problems);
    }

    private static boolean is(TemplateColumn column, String heading) {
        String folded = Headings.folded(heading);
        return Headings.folded(column.heading()).equals(folded)
                || Headings.folded(column.path().getLast()).equals(folded)
                || Place.letters(column.index()).equals(heading);
    }
}

package zhuhu.flow.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import zhuhu.record.Kind;
import zhuhu.workbook.template.Template;
import zhuhu.workbook.template.TemplateColumn;
import zhuhu.workbook.template.TemplateSheet;

/// A template and what each of its columns is filled with. Immutable.
public record MappedTemplate(Template template, List<Sheet> sheets) {

    public MappedTemplate {
        sheets = List.copyOf(sheets);
    }

    /// A sheet of it. Shape: `rows` what each row of a list is about; `columns` by index from 0, in
    /// order, empty where a column stays blank; `known` whether that was remembered from an earlier
    /// time.
    public record Sheet(
            TemplateSheet shape,
            Kind rows,
            SequencedMap<Integer, Optional<ReportField>> columns,
            boolean known) {

        public Sheet {
            columns = java.util.Collections.unmodifiableSequencedMap(new LinkedHashMap<>(columns));
        }

        /// Columns with a heading that nothing is put under.
        public List<TemplateColumn> blank() {
            return shape.columns().stream()
                    .filter(c -> c.pattern().isEmpty())
                    .filter(c -> columns.getOrDefault(c.index(), Optional.empty()).isEmpty())
                    .toList();
        }

        Sheet with(int column, Optional<ReportField> field) {
            var changed = new LinkedHashMap<Integer, Optional<ReportField>>(columns);
            changed.put(column, field);
            return new Sheet(shape, rows, changed, known);
        }

        Sheet about(Kind kind) {
            return new Sheet(shape, kind, columns, known);
        }
    }

    /// The same with another field for a column of a sheet; `sheet` its position in the list.
    public MappedTemplate with(int sheet, int column, Optional<ReportField> field) {
        var changed = new ArrayList<>(sheets);
        changed.set(sheet, sheets.get(sheet).with(column, field));
        return new MappedTemplate(template, changed);
    }

    /// The same with rows about something else.
    public MappedTemplate about(int sheet, Kind rows) {
        var changed = new ArrayList<>(sheets);
        changed.set(sheet, sheets.get(sheet).about(rows));
        return new MappedTemplate(template, changed);
    }

    /// Whether every sheet was mapped at an earlier time.
    public boolean known() {
        return sheets.stream().allMatch(Sheet::known);
    }
}

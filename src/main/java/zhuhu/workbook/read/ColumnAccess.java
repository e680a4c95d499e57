package zhuhu.workbook.read;

import java.util.Optional;
import java.util.Set;
import zhuhu.form.AnswerKind;
import zhuhu.pack.Schema;
import zhuhu.record.Kind;
import zhuhu.workbook.export.BookColumn;
import zhuhu.workbook.export.SheetLayout;

/// Which columns a hand edit may change. Source: decision 0017.
record ColumnAccess(Schema schema, Kind kind) {

    /// Whom a row speaks of, in whatever record it stands.
    private static final Set<String> WHO =
            Set.of(
                    "person_name",
                    "id_no",
                    "id_no_raw",
                    "household_no",
                    "person_no",
                    "head_name",
                    "head_id_no");

    private static final Set<String> VILLAGE =
            Set.of("village_name", "village_code", "township", "county", "city", "province");

    /// Sections that the program writes by itself.
    private static final Set<String> OWN = Set.of("finalised", "edit", "reasons", SheetLayout.NOTE);

    Column.Access of(BookColumn column, Optional<Schema.Property> property) {
        String section = column.section();
        if (WHO.contains(column.property())
                || section.equals("about")
                || kind == Kind.LINK
                || kind == Kind.VILLAGE && VILLAGE.contains(column.property())
                || isRecord(column.property())) {
            return Column.Access.IDENTITY;
        }
        if (OWN.contains(section)
                || section.startsWith("review.")
                || column.type() == AnswerKind.NONE
                || column.type() == AnswerKind.IMAGE) {
            return Column.Access.READ_ONLY;
        }
        return property.map(Schema.Property::calculated).orElse(false)
                ? Column.Access.CALCULATED
                : Column.Access.OPEN;
    }

    /// Reason: a property named like a kind holds the id of such a record.
    static boolean isRecord(String property) {
        return Kind.of(property).isPresent();
    }
}

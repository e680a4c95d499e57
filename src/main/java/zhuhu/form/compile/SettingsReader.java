package zhuhu.form.compile;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import zhuhu.base.Place;
import zhuhu.base.Problem;
import zhuhu.form.xpath.References;

/// Reads the settings sheet: one row under its headers.
final class SettingsReader {

    private static final Pattern NAMESPACE =
            Pattern.compile("[A-Za-z_][A-Za-z0-9_.-]*=(\"[^\"]*\"|'[^']*')");

    private SettingsReader() {}

    static Settings read(List<Row> rows, Optional<String> name, Refusals refusals) {
        if (rows.size() > 1) {
            Row second = rows.get(1);
            refusals.add(
                    Problem.of("formSettingsRows"),
                    new Place(second.sheet(), second.number(), null));
        }
        Row row = rows.isEmpty() ? Row.none("settings") : rows.getFirst();
        String root = name.orElse(textOr(row, Column.NAME, "data"));
        if (!References.isName(root)) {
            refusals.add(Problem.of("formName", root), row.place(Column.NAME));
        }
        row.cell(Column.NAMESPACES).ifPresent(cell -> namespaces(cell, refusals));
        // Reason: a form is known by its id in file names, links and every attestation.
        String id = textOr(row, Column.FORM_ID, root);
        return new Settings(
                root,
                id,
                row.text(Column.VERSION),
                textOr(row, Column.FORM_TITLE, id),
                row.text(Column.STYLE),
                row.text(Column.DEFAULT_LANGUAGE),
                YesNo.of(row.text(Column.ALLOW_CHOICE_DUPLICATES)).orElse(false),
                row.cell(Column.INSTANCE_NAME),
                row.cell(Column.NAMESPACES));
    }

    private static void namespaces(Cell cell, Refusals refusals) {
        for (String one : cell.text().split(" ", -1)) {
            if (!NAMESPACE.matcher(one).matches()) {
                refusals.add(Problem.of("formNamespace", one), cell.place());
            }
        }
    }

    private static String textOr(Row row, Column column, String otherwise) {
        return row.cell(column).map(Cell::text).orElse(otherwise);
    }
}

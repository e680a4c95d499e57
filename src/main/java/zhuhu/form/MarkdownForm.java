package zhuhu.form;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import zhuhu.base.Outcome;
import zhuhu.base.Place;
import zhuhu.base.Problem;

/// XLSForms as Markdown tables, one a sheet: a line `| survey |`, then rows whose first cell is
/// empty. A pipe in a cell is `\|`, a line break `&#10;`; lines that begin with `#` are comments.
/// Pure; any thread. Source: the format that pyxform reads.
public final class MarkdownForm {

    private static final Pattern RULE = Pattern.compile("[|\\s:-]*-[|\\s:-]*");
    private static final Pattern PIPE = Pattern.compile("(?<!\\\\)\\|");
    private static final String BREAK = "&#10;";

    private MarkdownForm() {}

    /// Reads a file's text. Shape: row 1 of each sheet is its header; blank rows count, rules
    /// (`|---|`) and comments do not, so rows are numbered as in the workbook made from it.
    public static Outcome<FormSheets> read(String file, String text) {
        var sheets = new ArrayList<FormSheets.Sheet>();
        var rows = new ArrayList<List<String>>();
        String name = "";
        int line = 0;
        // Reason: Windows editors begin a UTF-8 file with a byte order mark.
        String plain = text.startsWith("\uFEFF") ? text.substring(1) : text;
        for (String raw : plain.split("\\R", -1)) {
            line++;
            String row = raw.strip();
            if (!row.startsWith("|") || RULE.matcher(row).matches()) {
                continue;
            }
            List<String> cells = cells(row);
            if (!cells.getFirst().isEmpty()) {
                close(name, rows, sheets);
                name = cells.getFirst();
                String now = name;
                if (sheets.stream().anyMatch(s -> s.name().equals(now))) {
                    return Outcome.failed(
                            Problem.of("formMarkdownTwice", name).at(new Place(file, line, null)));
                }
            } else if (name.isEmpty()) {
                return Outcome.failed(
                        Problem.of("formMarkdownNoSheet").at(new Place(file, line, null)));
            }
            List<String> rest = cells.subList(1, cells.size());
            boolean isContent = !rest.stream().allMatch(String::isEmpty);
            if (isContent || cells.getFirst().isEmpty() && !rows.isEmpty()) {
                rows.add(rest);
            }
        }
        close(name, rows, sheets);
        return sheets.isEmpty()
                ? Outcome.failed(Problem.of("formMarkdownEmpty").at(Place.in(file)))
                : Outcome.done(new FormSheets(file, sheets));
    }

    private static void close(String name, List<List<String>> rows, List<FormSheets.Sheet> sheets) {
        while (!rows.isEmpty() && rows.getLast().stream().allMatch(String::isEmpty)) {
            rows.removeLast();
        }
        if (!name.isEmpty()) {
            sheets.add(new FormSheets.Sheet(name, rows));
        }
        rows.clear();
    }

    private static List<String> cells(String row) {
        String inner = row.substring(1);
        String[] parts = PIPE.split(inner, -1);
        // Reason: what stands behind the last pipe is outside the table.
        int count = parts.length > 1 && parts[parts.length - 1].isBlank() ? 1 : 0;
        var cells = new ArrayList<String>();
        for (int i = 0; i < parts.length - count; i++) {
            cells.add(parts[i].strip().replace("\\|", "|").replace(BREAK, "\n"));
        }
        while (cells.size() > 1 && cells.getLast().isEmpty()) {
            cells.removeLast();
        }
        return cells;
    }

    /// The sheets as a file's text, columns aligned; read again it gives the same sheets.
    public static String write(FormSheets sheets) {
        var out = new StringBuilder();
        for (FormSheets.Sheet sheet : sheets.sheets()) {
            out.append(out.isEmpty() ? "" : "\n");
            sheet(sheet, out);
        }
        return out.toString();
    }

    private static void sheet(FormSheets.Sheet sheet, StringBuilder out) {
        out.append("| ").append(sheet.name()).append(" |\n");
        int columns = sheet.rows().stream().mapToInt(List::size).max().orElse(0);
        for (List<String> row : sheet.rows()) {
            out.append("| ");
            for (int i = 0; i < columns; i++) {
                String cell = i < row.size() ? escaped(row.get(i)) : "";
                out.append("| ").append(cell).append(cell.isEmpty() ? "" : " ");
            }
            out.append("|\n");
        }
    }

    private static String escaped(String cell) {
        return cell.strip().replace("|", "\\|").replaceAll("\\R", BREAK);
    }
}

package zhuhu.workbook.export;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import zhuhu.base.Sha256;
import zhuhu.record.Kind;
import zhuhu.workbook.export.xlsx.BookOut;
import zhuhu.workbook.export.xlsx.SheetSetup;

/// The very hidden sheet `_package`: names and values, one a row, closed by the package's id, which
/// is their hash.
public record PackageSheet(SequencedMap<String, String> lines) {

    public static final String NAME = "_package";

    /// The version of the whole format; a reader refuses one it does not know.
    public static final String FORMAT = "1";

    static PackageSheet of(
            BookHead head,
            Optional<TaskPart> task,
            Optional<String> purpose,
            Map<Kind, Long> records,
            RevisionSheets.Written written) {
        var lines = new LinkedHashMap<String, String>();
        lines.put("format", FORMAT);
        lines.put("program", head.program());
        lines.put("training", head.use() == BookHead.Use.TRAINING ? "1" : "0");
        lines.put("pack", head.packName());
        lines.put("pack_hash", head.packHash());
        head.forms().forEach(f -> lines.put("form." + f.id(), f.version() + " " + f.hash()));
        lines.put("round", head.round());
        task.ifPresent(part -> put(lines, head, part));
        purpose.ifPresent(is -> lines.put("purpose", is));
        lines.put("author", head.author().name());
        lines.put("unit", head.author().unit());
        lines.put("phone", head.author().phone());
        lines.put("device", head.author().device());
        lines.put("at", head.at().withNano(0).toString());
        records.forEach((kind, count) -> lines.put("records." + kind.code(), count.toString()));
        lines.put("revisions", Long.toString(written.revisions()));
        lines.put("attestations", Long.toString(written.attestations()));
        lines.put("withdrawals", Long.toString(written.others()));
        lines.put("revision_sheets", Integer.toString(written.sheets()));
        lines.put("content_hash", written.hash());
        return new PackageSheet(lines);
    }

    private static void put(Map<String, String> lines, BookHead head, TaskPart task) {
        lines.put("purpose", TaskPart.PURPOSE);
        lines.put("villages", String.join("、", head.units()));
        lines.put("round_title", head.roundTitle());
        lines.put("round_start", task.roundStart());
        lines.put("round_due", head.roundDue());
        lines.put("round_income_year", Integer.toString(task.incomeYear()));
    }

    /// 32 hex digits.
    String id() {
        return id(lines);
    }

    /// The id that these lines must be closed by: the first 128 bits of the SHA-256 of `name TAB
    /// value LF` of each.
    public static String id(SequencedMap<String, String> lines) {
        var all = new StringBuilder();
        lines.forEach((name, value) -> all.append(name).append('\t').append(value).append('\n'));
        return Sha256.half(all.toString());
    }

    void write(BookOut book, int tab) throws IOException {
        var sheet = book.sheet(SheetSetup.hidden(NAME, tab, SheetSetup.Visibility.VERY_HIDDEN));
        List<Map.Entry<String, String>> rows = new ArrayList<>(lines.sequencedEntrySet());
        rows.add(Map.entry("package", id()));
        for (Map.Entry<String, String> row : rows) {
            sheet.row();
            sheet.text(0, 0, row.getKey());
            if (!row.getValue().isEmpty()) {
                sheet.text(1, 0, row.getValue());
            }
        }
        sheet.finish();
    }
}

package zhuhu.workbook.export;

import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import zhuhu.base.Texts;
import zhuhu.workbook.export.xlsx.SheetOut;
import zhuhu.workbook.export.xlsx.SheetSetup;

/// The first sheet, a page to sign: what the workbook is, from whom, how far the work has come.
final class CoverSheet {

    private static final int COLUMNS = 6;
    private static final int LINE = 20;

    private final SheetOut sheet;
    private final Looks looks;
    private final Texts texts;
    private final BookHead head;
    private final Optional<TaskPart> task;
    private int headingRow = -1;

    CoverSheet(SheetOut sheet, Looks looks, Texts texts, BookHead head, Optional<TaskPart> task) {
        this.task = task;
        this.sheet = sheet;
        this.looks = looks;
        this.texts = texts;
        this.head = head;
    }

    static List<SheetSetup.Column> columns() {
        return Collections.nCopies(COLUMNS, new SheetSetup.Column(15.5, false, 0));
    }

    /// `rows`: how many rows each sheet has, by its name; `hash` of the facts, `id` of the package.
    void write(SequencedMap<String, Long> rows, long revisions, String hash, String id)
            throws IOException {
        if (head.use() == BookHead.Use.TRAINING) {
            across(30, looks.alarm, texts.of("export.training"));
        }
        across(
                34,
                looks.title,
                texts.of(task.isPresent() ? "handout.cover.title" : "export.title"));
        across(LINE, looks.subtitle, head.packTitle());
        writeIdentity();
        if (task.isPresent()) {
            writeTask(task.get());
        }
        writeCounts(rows, revisions);
        writeProgress();
        writeStandards();
        writeDrafts();
        writeRemarks(hash, id);
        writeSeal();
        sheet.finish();
    }

    private void writeIdentity() throws IOException {
        BookHead.Author author = head.author();
        heading(texts.of("export.cover.identity"));
        pair(texts.of("export.cover.villages"), String.join("、", head.units()));
        pairs(
                texts.of("export.cover.round"),
                head.roundTitle().isEmpty() ? head.round() : head.roundTitle(),
                texts.of("export.cover.due"),
                head.roundDue());
        pairs(
                texts.of("export.cover.unit"),
                author.unit(),
                texts.of("export.cover.at"),
                head.at().withNano(0).toString().replace('T', ' '));
        pairs(
                texts.of("export.cover.author"),
                author.name(),
                texts.of("export.cover.phone"),
                author.phone());
    }

    /// What the village shall do, and how it starts.
    private void writeTask(TaskPart part) throws IOException {
        heading(texts.of("handout.cover.points", part.points().size()));
        if (part.points().isEmpty()) {
            across(LINE, looks.paragraph, texts.of("handout.cover.noPoints"));
        }
        for (TaskPart.Point point : part.points()) {
            sheet.row(Math.min(6, TextWidth.lines(point.words(), 46)) * LINE);
            cell(0, looks.head, point.kind());
            wide(1, 2, looks.item, point.about());
            wide(3, COLUMNS - 1, looks.item, point.words());
        }
        heading(texts.of("handout.cover.how"));
        across(2 * LINE, looks.paragraph, texts.of("handout.cover.how.start"));
        across(2 * LINE, looks.paragraph, texts.of("handout.cover.how.go"));
    }

    private void writeCounts(SequencedMap<String, Long> rows, long revisions) throws IOException {
        heading(texts.of("export.cover.contents"));
        var names = List.copyOf(rows.sequencedKeySet());
        for (int i = 0; i < names.size(); i += 3) {
            sheet.row(LINE);
            for (int place = 0; place < 3; place++) {
                boolean there = i + place < names.size();
                String name = there ? names.get(i + place) : "";
                cell(2 * place, looks.head, name);
                cell(
                        2 * place + 1,
                        looks.itemNumber,
                        there ? rows.get(name) + texts.of("export.rows") : "");
            }
        }
        pair(texts.of("export.cover.history"), texts.of("export.cover.revisions", revisions));
    }

    private void writeProgress() throws IOException {
        heading(texts.of("export.cover.progress"));
        table(
                texts.of("export.cover.village"),
                texts.of("export.cover.done"),
                texts.of("export.cover.dueCount"),
                texts.of("export.cover.share"));
        for (BookHead.Progress one : head.progress()) {
            table(
                    one.village(),
                    Long.toString(one.done()),
                    Long.toString(one.due()),
                    percent(one.done(), one.due()));
        }
    }

    private static String percent(long part, long whole) {
        return whole == 0 ? CellText.NOT_ASKED : Math.round(1000.0 * part / whole) / 10.0 + "%";
    }

    private void writeStandards() throws IOException {
        if (head.standards().isEmpty()) {
            return;
        }
        heading(texts.of("export.cover.standards"));
        table(
                texts.of("export.cover.standard"),
                texts.of("export.cover.met"),
                texts.of("export.cover.notMet"),
                texts.of("export.cover.unknown"));
        for (BookHead.Standard one : head.standards()) {
            table(
                    one.title(),
                    Long.toString(one.met()),
                    Long.toString(one.notMet()),
                    Long.toString(one.unknown()));
        }
    }

    private void writeDrafts() throws IOException {
        heading(texts.of("export.cover.drafts"));
        if (head.drafts().isEmpty()) {
            across(LINE, looks.paragraph, texts.of("export.cover.noDrafts"));
        }
        for (String draft : head.drafts()) {
            across(LINE, looks.paragraph, draft);
        }
    }

    private void writeRemarks(String hash, String id) throws IOException {
        heading(texts.of("export.cover.remarks"));
        across(34, looks.paragraph, texts.of("export.remark.history"));
        across(34, looks.paragraph, texts.of("export.remark.editing"));
        across(34, looks.paragraph, texts.of("export.remark.blank"));
        across(LINE, looks.paragraph, texts.of("export.remark.hash", hash));
        across(
                LINE,
                looks.paragraph,
                texts.of(
                        "export.remark.package",
                        id,
                        head.packName(),
                        head.round(),
                        PackageSheet.FORMAT));
    }

    private void writeSeal() throws IOException {
        sheet.row(14);
        sealLine(texts.of("export.seal.author"));
        sealLine(texts.of("export.seal.head"));
        sealLine(texts.of("export.seal.unit"));
    }

    private void sealLine(String who) throws IOException {
        sheet.row(34);
        sheet.label(0, looks.seal, who);
        sheet.label(3, looks.seal, texts.of("export.seal.date"));
    }

    private void heading(String words) throws IOException {
        sheet.row(26);
        sheet.label(0, looks.sub, words);
        sheet.merge(0, COLUMNS - 1);
        headingRow = sheet.rowIndex();
    }

    private void across(int height, int look, String words) throws IOException {
        sheet.row(height);
        wide(0, COLUMNS - 1, look, words);
    }

    private void pair(String name, String value) throws IOException {
        sheet.row(TextWidth.of(value) > 84 ? 2 * LINE : LINE);
        cell(0, looks.head, name);
        wide(1, COLUMNS - 1, looks.item, value);
    }

    private void pairs(String name, String value, String other, String otherValue)
            throws IOException {
        sheet.row(LINE);
        cell(0, looks.head, name);
        wide(1, 2, looks.item, value);
        cell(3, looks.head, other);
        wide(4, 5, looks.item, otherValue);
    }

    /// A line of a table of four: the first cell is three columns wide.
    private void table(String first, String second, String third, String fourth)
            throws IOException {
        boolean top = sheet.rowIndex() == headingRow;
        sheet.row(LINE);
        int look = top ? looks.head : looks.itemNumber;
        wide(0, 2, top ? looks.head : looks.item, first);
        cell(3, look, second);
        cell(4, look, third);
        cell(5, look, fourth);
    }

    private void wide(int from, int to, int look, String words) throws IOException {
        cell(from, look, words);
        for (int column = from + 1; column <= to; column++) {
            sheet.blank(column, look);
        }
        sheet.merge(from, to);
    }

    private void cell(int column, int look, String words) throws IOException {
        if (words.isEmpty()) {
            sheet.blank(column, look);
        } else {
            sheet.text(column, look, words);
        }
    }
}

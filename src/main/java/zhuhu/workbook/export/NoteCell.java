package zhuhu.workbook.export;

import java.util.SortedMap;
import java.util.stream.Collectors;
import zhuhu.record.Section;
import zhuhu.record.Value;
import zhuhu.record.Values;

/// The cell that shows all notes of a visit, oldest first, a line each; for reading only.
public final class NoteCell {

    private NoteCell() {}

    /// Whether a section is a note.
    public static boolean isNote(String section) {
        return section.startsWith(SheetLayout.NOTE + "@");
    }

    /// What the cell shows; nothing asked where there are no notes.
    public static Values of(SortedMap<String, Section> sections) {
        String notes =
                sections.entrySet().stream()
                        .filter(e -> isNote(e.getKey()))
                        .map(e -> e.getValue().shown())
                        .filter(note -> !note.plain(SheetLayout.NOTE_TEXT).isEmpty())
                        .map(NoteCell::line)
                        .sorted()
                        .collect(Collectors.joining("\n"));
        return notes.isEmpty()
                ? Values.NONE
                : Values.NONE.with(SheetLayout.NOTE_TEXT, Value.text(notes));
    }

    private static String line(Values note) {
        String at = note.plain("note_at").replace('T', ' ');
        return at + " " + note.plain("note_by") + "：" + note.plain(SheetLayout.NOTE_TEXT);
    }
}

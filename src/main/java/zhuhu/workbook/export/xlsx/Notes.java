package zhuhu.workbook.export.xlsx;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// The notes of a sheet: their text part and the drawing part that Excel wants beside it.
final class Notes {

    private static final int LONGEST = 2_000;

    private final List<Note> notes = new ArrayList<>();

    private record Note(int row, int column, String text) {}

    /// `row`, `column` from 0.
    void add(int row, int column, String text) {
        String short_ = text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
        notes.add(new Note(row, column, short_));
    }

    boolean isEmpty() {
        return notes.isEmpty();
    }

    void writeTexts(XmlOut xml, String author) throws IOException {
        xml.raw(BookOut.XML)
                .raw("<comments xmlns=\"")
                .raw(BookOut.MAIN)
                .raw("\"><authors><author>");
        xml.escape(author).raw("</author></authors><commentList>");
        for (Note note : notes) {
            xml.raw("<comment ref=\"").raw(SheetOut.letters(note.column)).raw(note.row + 1);
            xml.raw("\" authorId=\"0\"><text><t xml:space=\"preserve\">").cellText(note.text);
            xml.raw("</t></text></comment>");
        }
        xml.raw("</commentList></comments>");
    }

    void writeDrawing(XmlOut xml) throws IOException {
        xml.raw(
                "<xml xmlns:v=\"urn:schemas-microsoft-com:vml\""
                        + " xmlns:o=\"urn:schemas-microsoft-com:office:office\""
                        + " xmlns:x=\"urn:schemas-microsoft-com:office:excel\">"
                        + "<o:shapelayout v:ext=\"edit\"><o:idmap v:ext=\"edit\" data=\"1\"/></o:shapelayout>"
                        + "<v:shapetype id=\"_x0000_t202\" coordsize=\"21600,21600\" o:spt=\"202\" path=\"m,l,21600r21600,l21600,xe\">"
                        + "<v:stroke joinstyle=\"miter\"/><v:path gradientshapeok=\"t\" o:connecttype=\"rect\"/></v:shapetype>");
        int number = 1025;
        for (Note note : notes) {
            xml.raw("<v:shape id=\"_x0000_s").raw(number++).raw("\" type=\"#_x0000_t202\"");
            xml.raw(" style=\"position:absolute;visibility:hidden\" fillcolor=\"#fffbe6\">");
            xml.raw(
                    "<v:fill color2=\"#fffbe6\"/><v:shadow on=\"t\" color=\"black\" obscured=\"t\"/>");
            xml.raw(
                    "<v:textbox style=\"mso-direction-alt:auto\"/><x:ClientData ObjectType=\"Note\">");
            xml.raw("<x:MoveWithCells/><x:SizeWithCells/><x:Anchor>");
            anchor(xml, note);
            xml.raw("</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>").raw(note.row);
            xml.raw("</x:Row><x:Column>").raw(note.column);
            xml.raw("</x:Column></x:ClientData></v:shape>");
        }
        xml.raw("</xml>");
    }

    /// Beside the cell, three columns wide, as high as the text has lines.
    private static void anchor(XmlOut xml, Note note) throws IOException {
        int lines = (int) note.text.lines().mapToLong(l -> 1 + l.length() / 20).sum();
        xml.raw(note.column + 1).raw(",12,").raw(note.row).raw(",6,").raw(note.column + 4);
        xml.raw(",12,").raw(note.row + Math.max(3, lines + 1)).raw(",6");
    }
}

package zhuhu.workbook.export.xlsx;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// An `.xlsx` file being written as a stream: sheet after sheet in any order, shown in the order of
/// their tabs. Nothing is kept in memory but shared labels and notes; nothing is written anywhere
/// but into the stream. The same calls give the same bytes. One thread.
public final class BookOut {

    static final String XML = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
    static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    static final String RELATIONS =
            "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    // Reason: deflating is two thirds of writing; level 4 costs a tenth in size and saves a third
    // of
    // the time.
    private static final int LEVEL = 3;

    private final ZipOutputStream zip;
    private final XmlOut xml;
    private final LookTable looks;
    private final BookTitle title;
    private final List<Written> sheets = new ArrayList<>();
    private final SequencedMap<String, Integer> shared = new LinkedHashMap<>();
    private boolean open;

    private record Written(SheetSetup setup, Notes notes, SheetOut out) {}

    /// What the file says of itself. Shape: `at` the local time of making it.
    public record BookTitle(String title, String author, LocalDateTime at) {}

    /// `usual`: the look of cells that have none of their own.
    public BookOut(OutputStream out, BookTitle title, CellLook usual) {
        this.zip = new ZipOutputStream(out);
        zip.setLevel(LEVEL);
        this.xml = new XmlOut(zip);
        this.title = title;
        this.looks = new LookTable(usual);
    }

    /// The number by which cells name a look.
    public int look(CellLook look) {
        return looks.of(look);
    }

    int shared(String text) {
        return shared.computeIfAbsent(text, _ -> shared.size());
    }

    /// Begins a sheet; the one before must be finished.
    public SheetOut sheet(SheetSetup setup) throws IOException {
        if (open) {
            throw new IllegalStateException("A sheet is still being written");
        }
        open = true;
        begin("xl/worksheets/sheet" + (sheets.size() + 1) + ".xml");
        var notes = new Notes();
        var out = new SheetOut(this, setup, xml, notes);
        sheets.add(new Written(setup, notes, out));
        return out;
    }

    void ended() throws IOException {
        end();
        open = false;
        int number = sheets.size();
        Notes notes = sheets.getLast().notes();
        if (notes.isEmpty()) {
            return;
        }
        begin("xl/comments" + number + ".xml");
        notes.writeTexts(xml, title.author());
        end();
        begin("xl/drawings/vmlDrawing" + number + ".vml");
        notes.writeDrawing(xml);
        end();
        begin("xl/worksheets/_rels/sheet" + number + ".xml.rels");
        var links = new Links(xml);
        links.add("vmlDrawing", "../drawings/vmlDrawing" + number + ".vml");
        links.add("comments", "../comments" + number + ".xml");
        links.end();
        end();
    }

    /// Writes what is left and ends the zip; the stream under it stays open.
    public void finish() throws IOException {
        begin("xl/sharedStrings.xml");
        xml.raw(XML).raw("<sst xmlns=\"").raw(MAIN).raw("\">");
        for (String text : shared.sequencedKeySet()) {
            xml.raw("<si><t xml:space=\"preserve\">").cellText(text).raw("</t></si>");
        }
        xml.raw("</sst>");
        end();
        begin("xl/styles.xml");
        looks.write(xml);
        end();
        writeWorkbook();
        writeProperties();
        writeRelations();
        begin("[Content_Types].xml");
        writeTypes();
        end();
        zip.finish();
    }

    private void writeWorkbook() throws IOException {
        begin("xl/workbook.xml");
        xml.raw(XML).raw("<workbook xmlns=\"").raw(MAIN).raw("\" xmlns:r=\"").raw(RELATIONS);
        xml.raw(
                "\"><bookViews><workbookView activeTab=\"0\" tabRatio=\"750\"/></bookViews><sheets>");
        List<Written> inOrder =
                sheets.stream().sorted(Comparator.comparingInt(w -> w.setup().tab())).toList();
        for (Written sheet : inOrder) {
            int number = sheets.indexOf(sheet) + 1;
            xml.raw("<sheet").attribute("name", sheet.setup().name());
            xml.attribute("sheetId", number).raw(state(sheet.setup().visibility()));
            xml.raw(" r:id=\"rId").raw(number).raw("\"/>");
        }
        xml.raw("</sheets>");
        writeNames(inOrder);
        xml.raw("</workbook>");
        end();
    }

    private static String state(SheetSetup.Visibility visibility) {
        return switch (visibility) {
            case VISIBLE -> "";
            case HIDDEN -> " state=\"hidden\"";
            case VERY_HIDDEN -> " state=\"veryHidden\"";
        };
    }

    private void writeNames(List<Written> inOrder) throws IOException {
        var names = new ArrayList<String>();
        for (int i = 0; i < inOrder.size(); i++) {
            names.addAll(SheetNames.of(inOrder.get(i).setup(), inOrder.get(i).out().filter(), i));
        }
        if (!names.isEmpty()) {
            xml.raw("<definedNames>");
            for (String name : names) {
                xml.raw(name);
            }
            xml.raw("</definedNames>");
        }
    }

    private void writeProperties() throws IOException {
        begin("docProps/core.xml");
        xml.raw(XML)
                .raw(
                        "<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/")
                .raw("metadata/core-properties\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\"")
                .raw(" xmlns:dcterms=\"http://purl.org/dc/terms/\"")
                .raw(" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"><dc:title>");
        xml.escape(title.title()).raw("</dc:title><dc:creator>").escape(title.author());
        xml.raw("</dc:creator><dcterms:created xsi:type=\"dcterms:W3CDTF\">");
        xml.raw(DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(title.at().withNano(0))).raw("Z");
        xml.raw("</dcterms:created></cp:coreProperties>");
        end();
    }

    private void writeRelations() throws IOException {
        begin("_rels/.rels");
        var top = new Links(xml);
        top.add("officeDocument", "xl/workbook.xml");
        top.add("metadata/core-properties", "docProps/core.xml");
        top.end();
        end();
        begin("xl/_rels/workbook.xml.rels");
        var links = new Links(xml);
        for (int i = 1; i <= sheets.size(); i++) {
            links.add("worksheet", "worksheets/sheet" + i + ".xml");
        }
        links.add("styles", "styles.xml");
        links.add("sharedStrings", "sharedStrings.xml");
        links.end();
        end();
    }

    private void writeTypes() throws IOException {
        var types = new ContentTypes(xml);
        types.part("/xl/workbook.xml", "spreadsheetml.sheet.main");
        for (int i = 1; i <= sheets.size(); i++) {
            types.part("/xl/worksheets/sheet" + i + ".xml", "spreadsheetml.worksheet");
            if (!sheets.get(i - 1).notes().isEmpty()) {
                types.part("/xl/comments" + i + ".xml", "spreadsheetml.comments");
            }
        }
        types.part("/xl/styles.xml", "spreadsheetml.styles");
        types.part("/xl/sharedStrings.xml", "spreadsheetml.sharedStrings");
        types.end();
    }

    private void begin(String part) throws IOException {
        var entry = new ZipEntry(part);
        entry.setTimeLocal(title.at());
        zip.putNextEntry(entry);
    }

    private void end() throws IOException {
        xml.flush();
        zip.closeEntry();
    }
}

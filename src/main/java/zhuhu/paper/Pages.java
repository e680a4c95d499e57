package zhuhu.paper;

import java.awt.Color;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.openpdf.text.Document;
import org.openpdf.text.DocumentException;
import org.openpdf.text.Element;
import org.openpdf.text.PageSize;
import org.openpdf.text.Paragraph;
import org.openpdf.text.Phrase;
import org.openpdf.text.Rectangle;
import org.openpdf.text.pdf.PdfDestination;
import org.openpdf.text.pdf.PdfOutline;
import org.openpdf.text.pdf.PdfPCell;
import org.openpdf.text.pdf.PdfPTable;
import org.openpdf.text.pdf.PdfWriter;

/// Draws papers as one PDF. Sizes in points. One document at a time.
final class Pages {

    private static final float BODY = 8.2f;
    private static final float SMALL = 7f;
    private static final float SIDE = 34;
    private static final float TOP = 34;
    private static final float BOTTOM = 42;
    private static final float PART_ROOM = 110;
    private static final float HEADING_ROOM = 75;

    private final Document document;
    private final PdfWriter writer;
    private final Type type;
    private final PageFeet feet;
    private final PageWords words;

    private Pages(Document document, PdfWriter writer, Type type, PageFeet feet, PageWords words) {
        this.document = document;
        this.writer = writer;
        this.type = type;
        this.feet = feet;
        this.words = words;
    }

    /// Writes all papers and gives the number of pages.
    static int write(
            OutputStream out,
            Iterator<Paper> papers,
            PageWords words,
            boolean backed,
            Optional<Attachment> text)
            throws IOException {
        var document = new Document(PageSize.A4, SIDE, SIDE, TOP, BOTTOM);
        try {
            var writer = PdfWriter.getInstance(document, out);
            writer.setCloseStream(false);
            var type = new Type();
            var feet = new PageFeet(type, words);
            writer.setPageEvent(feet);
            var pages = new Pages(document, writer, type, feet, words);
            while (papers.hasNext()) {
                pages.add(papers.next(), backed);
            }
            if (document.isOpen()) {
                if (text.isPresent()) {
                    text.get().into(writer);
                }
                feet.end(writer);
                document.close();
            }
            return feet.pages();
        } catch (DocumentException e) {
            throw new IOException(e);
        }
    }

    private void add(Paper paper, boolean backed) {
        document.setPageSize(
                paper.shape() == Paper.Shape.ACROSS ? PageSize.A4.rotate() : PageSize.A4);
        if (document.isOpen()) {
            feet.end(writer);
            document.newPage();
            if (backed && feet.pages() % 2 == 1) {
                feet.blank();
                writer.setPageEmpty(false);
                document.newPage();
            }
            feet.begin(paper);
        } else {
            feet.begin(paper);
            document.open();
        }
        var here = new PdfDestination(PdfDestination.FITH, document.top() + TOP);
        new PdfOutline(writer.getRootOutline(), here, paper.bookmark());
        document.add(title(paper));
        paper.blocks().forEach(this::draw);
    }

    private Element title(Paper paper) {
        var whole = new PdfPTable(1);
        whole.setWidthPercentage(100);
        whole.setSpacingAfter(4);
        whole.addCell(bare(new Phrase(type.strong(paper.title(), 14)), Element.ALIGN_CENTER, 3));
        if (!paper.subtitle().isEmpty()) {
            var below = new Phrase(type.plain(paper.subtitle(), BODY, Type.SOFT));
            whole.addCell(bare(below, Element.ALIGN_CENTER, 4));
        }
        return whole;
    }

    private void draw(Block block) {
        switch (block) {
            case Block.Part(String label) -> {
                keepRoom(PART_ROOM);
                document.add(band(label));
            }
            case Block.Heading(String label) -> {
                keepRoom(HEADING_ROOM);
                document.add(heading(label));
            }
            case Block.Note(String note) -> document.add(note(note));
            case Block.Fields(List<Block.Field> fields) -> document.add(fields(fields));
            case Block.Table table -> document.add(table(table));
            case Block.Signatures(List<String> who) -> document.add(signatures(who));
        }
    }

    /// Reason: a heading at the foot of a page says nothing.
    private void keepRoom(float room) {
        if (writer.getVerticalPosition(false) - room < document.bottom()) {
            document.newPage();
        }
    }

    private PdfPTable band(String label) {
        var table = row(1, 5);
        PdfPCell cell = bare(new Phrase(type.strong(label, 10)), Element.ALIGN_LEFT, 4);
        cell.setBackgroundColor(Type.BAND);
        table.addCell(cell);
        table.setKeepTogether(true);
        return table;
    }

    private Element heading(String label) {
        var words = new Paragraph(new Phrase(type.strong(label, 9)));
        words.setSpacingBefore(4);
        words.setSpacingAfter(3);
        words.setLeading(12);
        return words;
    }

    private Element note(String note) {
        var words = new Paragraph(new Phrase(type.plain(note, SMALL, Type.SOFT)));
        words.setLeading(SMALL * 1.45f);
        words.setSpacingAfter(2);
        return words;
    }

    private PdfPTable fields(List<Block.Field> fields) {
        var table = row(2, 0);
        int column = 0;
        for (int i = 0; i < fields.size(); i++) {
            Block.Field field = fields.get(i);
            boolean last = i + 1 == fields.size();
            boolean alone = column == 0 && (last || fields.get(i + 1).wide());
            PdfPCell cell = boxed(field(field), 3);
            if (field.wide() || alone) {
                cell.setColspan(2);
            }
            table.addCell(cell);
            column = cell.getColspan() == 2 ? 0 : 1 - column;
        }
        return table;
    }

    private Phrase field(Block.Field field) {
        var phrase = new Phrase();
        phrase.setLeading(BODY * 1.5f);
        phrase.add(type.plain(field.number() + " ", SMALL, Type.SOFT));
        phrase.add(type.plain(field.label() + "　", BODY, Type.INK));
        if (field.answered() == Block.Answered.GIVEN) {
            phrase.add(type.strong(field.answer(), BODY));
            return phrase;
        }
        for (String option : field.options()) {
            phrase.add(type.plain("□" + option + "　", BODY, Type.INK));
        }
        if (field.options().isEmpty()) {
            phrase.add(type.plain(field.wide() ? "_".repeat(44) : "_".repeat(14), BODY, Type.LINE));
            phrase.add(type.plain("　", BODY, Type.INK));
        }
        if (!field.answer().isEmpty()) {
            phrase.add(type.plain(words.known(), SMALL, Type.SOFT));
            phrase.add(type.strong(field.answer(), BODY));
        }
        return phrase;
    }

    private PdfPTable table(Block.Table model) {
        float[] weights = new float[model.weights().size()];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = model.weights().get(i);
        }
        var table = new PdfPTable(weights);
        table.setWidthPercentage(100);
        table.setSpacingAfter(3);
        table.setHeaderRows(1);
        table.setSplitLate(true);
        for (String head : model.heads()) {
            PdfPCell cell = boxed(new Phrase(type.strong(head, SMALL)), 2.5f);
            cell.setBackgroundColor(Type.HEAD);
            table.addCell(cell);
        }
        for (List<String> cells : model.rows()) {
            cells.forEach(c -> table.addCell(cell(c)));
        }
        for (int i = 0; i < model.blank() * weights.length; i++) {
            table.addCell(cell(""));
        }
        return table;
    }

    private PdfPCell cell(String words) {
        PdfPCell cell = boxed(new Phrase(type.plain(words, BODY - 0.4f, Type.INK)), 2.5f);
        cell.setMinimumHeight(16);
        return cell;
    }

    private PdfPTable signatures(List<String> who) {
        var table = row(Math.min(2, who.size()), 8);
        table.setKeepTogether(true);
        for (String person : who) {
            PdfPCell cell = boxed(new Phrase(type.plain(person, BODY, Type.INK)), 5);
            cell.setMinimumHeight(40);
            table.addCell(cell);
        }
        table.completeRow();
        return table;
    }

    private static PdfPTable row(int columns, float before) {
        var table = new PdfPTable(columns);
        table.setWidthPercentage(100);
        table.setSpacingBefore(before);
        table.setSpacingAfter(3);
        return table;
    }

    private static PdfPCell boxed(Phrase phrase, float padding) {
        PdfPCell cell = bare(phrase, Element.ALIGN_LEFT, padding);
        cell.setBorder(Rectangle.BOX);
        cell.setBorderWidth(0.5f);
        cell.setBorderColor(Type.LINE);
        return cell;
    }

    private static PdfPCell bare(Phrase phrase, int align, float padding) {
        var cell = new PdfPCell(phrase);
        cell.setBorder(Rectangle.NO_BORDER);
        cell.setHorizontalAlignment(align);
        cell.setVerticalAlignment(Element.ALIGN_MIDDLE);
        cell.setPadding(padding);
        cell.setPaddingBottom(padding + 1.5f);
        cell.setUseAscender(true);
        cell.setUseDescender(true);
        cell.setLeading(0, 1.35f);
        return cell;
    }

    /// What stands behind the words where a page may not be taken for real.
    static Color watermark() {
        return new Color(0xe3, 0xe6, 0xe8);
    }
}

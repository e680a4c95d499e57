package zhuhu.paper;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openpdf.text.Document;
import org.openpdf.text.Element;
import org.openpdf.text.Phrase;
import org.openpdf.text.pdf.ColumnText;
import org.openpdf.text.pdf.PdfContentByte;
import org.openpdf.text.pdf.PdfPageEventHelper;
import org.openpdf.text.pdf.PdfTemplate;
import org.openpdf.text.pdf.PdfWriter;

/// The foot of each page: whose paper it is, and which of how many pages of that paper. The last
/// number is known only at the paper's end, so it is filled in then.
final class PageFeet extends PdfPageEventHelper {

    private static final float SIZE = 7;
    private static final float BASE = 24;

    private final Type type;
    private final PageWords words;
    private final List<PdfTemplate> waiting = new ArrayList<>();
    private @Nullable Paper paper;
    private int pages;
    private int last;
    private boolean blank;

    PageFeet(Type type, PageWords words) {
        this.type = type;
        this.words = words;
    }

    int pages() {
        return pages;
    }

    /// The pages from now on belong to this paper.
    void begin(Paper next) {
        paper = next;
        blank = false;
    }

    /// The page that ends now is only the back of a sheet.
    void blank() {
        blank = true;
    }

    /// The paper ends with the page that is open: its pages are counted.
    void end(PdfWriter writer) {
        Paper ending = paper;
        if (ending == null) {
            return;
        }
        int total = waiting.size() + 1;
        for (int i = 0; i < waiting.size(); i++) {
            write(waiting.get(i), i + 1, total);
        }
        waiting.clear();
        last = total;
    }

    @Override
    public void onEndPage(PdfWriter writer, Document document) {
        pages++;
        Paper now = paper;
        if (now == null || blank) {
            return;
        }
        PdfContentByte over = writer.getDirectContent();
        ColumnText.showTextAligned(
                over,
                Element.ALIGN_LEFT,
                new Phrase(type.plain(now.foot().strip(), SIZE, Type.SOFT)),
                document.left(),
                BASE,
                0);
        PdfTemplate count = over.createTemplate(120, 14);
        over.addTemplate(count, document.right() - 120, BASE - 3);
        if (last > 0) {
            write(count, last, last);
            last = 0;
        } else {
            waiting.add(count);
        }
        mark(writer, document, now);
    }

    private void write(PdfTemplate place, int page, int total) {
        ColumnText.showTextAligned(
                place,
                Element.ALIGN_RIGHT,
                new Phrase(type.plain(words.page().formatted(page, total), SIZE, Type.SOFT)),
                118,
                3,
                0);
    }

    private void mark(PdfWriter writer, Document document, Paper now) {
        if (now.watermark().isEmpty()) {
            return;
        }
        PdfContentByte under = writer.getDirectContentUnder();
        ColumnText.showTextAligned(
                under,
                Element.ALIGN_CENTER,
                new Phrase(type.plain(now.watermark(), 54, Pages.watermark())),
                (document.left() + document.right()) / 2,
                (document.top() + document.bottom()) / 2,
                35);
    }
}

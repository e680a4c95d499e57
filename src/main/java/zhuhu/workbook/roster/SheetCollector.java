package zhuhu.workbook.roster;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;
import zhuhu.base.Place;
import zhuhu.base.Plain;
import zhuhu.base.Problem;
import zhuhu.pack.Headings;
import zhuhu.workbook.PlainBook;
import zhuhu.workbook.sheet.RowSink;
import zhuhu.workbook.sheet.SheetRow;

/// Collects the data rows of every sheet that has a header. One thread; made for one file.
final class SheetCollector implements RowSink {

    private static final int LOOKED_AT = 40;
    private static final int TELL_EVERY = 1_000;

    private final Headings headings;
    private final LongConsumer rowsRead;
    private final BooleanSupplier cancelled;
    private final List<RosterSheet> sheets = new ArrayList<>();
    private final List<Problem> left = new ArrayList<>();
    private final List<SheetRow> top = new ArrayList<>();
    private List<SheetRow> rows = new ArrayList<>();
    private Optional<Header> header = Optional.empty();
    private String name = "";
    private String mark = "";
    private boolean isHidden;
    private long count;

    SheetCollector(Headings headings, LongConsumer rowsRead, BooleanSupplier cancelled) {
        this.headings = headings;
        this.rowsRead = rowsRead;
        this.cancelled = cancelled;
    }

    @Override
    public boolean sheet(String sheetName, boolean hidden) {
        finish();
        name = sheetName;
        isHidden = hidden;
        return !cancelled.getAsBoolean();
    }

    @Override
    public boolean row(SheetRow row) {
        if (isHidden) {
            top.add(row);
            return top.size() < LOOKED_AT;
        }
        if (header.isPresent()) {
            take(row, header.get());
        } else {
            top.add(row);
            if (top.size() == LOOKED_AT) {
                settle();
            }
        }
        if (++count % TELL_EVERY == 0) {
            rowsRead.accept(count);
            return !cancelled.getAsBoolean();
        }
        return header.isPresent() || top.size() < LOOKED_AT;
    }

    List<RosterSheet> sheets() {
        finish();
        return sheets;
    }

    /// Whether the file is marked as one for practising.
    boolean training() {
        return mark.equals(PlainBook.TRAINING_MARK);
    }

    /// Whether the file is a workbook that this program wrote, and no roster.
    boolean isWorkbook() {
        return !mark.isEmpty() && !training();
    }

    /// Sheets that were not read, with the reason.
    List<Problem> left() {
        return left;
    }

    private void settle() {
        header = Header.find(top, headings);
        header.ifPresent(h -> {
            for (SheetRow row : top.subList(h.first() + h.rows(), top.size())) {
                take(row, h);
            }
        });
    }

    private void take(SheetRow row, Header h) {
        // Reason: long lists repeat their header on every printed page.
        boolean repeated =
                h.column("person_name")
                        .map(c -> Plain.folded(row.cell(c.index()).text()))
                        .flatMap(headings::meaning)
                        .isPresent();
        if (!repeated) {
            rows.add(row.first(h.width()));
        }
    }

    private void finishHidden() {
        if (name.equals(PlainBook.MARK_SHEET) && !top.isEmpty()) {
            mark = top.getFirst().cell(0).text();
        } else if (Header.find(top, headings).isPresent()) {
            left.add(Problem.of("rosterHiddenSheet", name).at(Place.in(name)));
        }
    }

    private void finish() {
        if (isHidden) {
            finishHidden();
            top.clear();
            name = "";
            isHidden = false;
            return;
        }
        if (header.isEmpty() && !top.isEmpty()) {
            settle();
        }
        if (header.isPresent()) {
            sheets.add(new RosterSheet(name, header.get(), titles(header.get()), rows));
        } else if (!name.isEmpty() && !top.isEmpty()) {
            left.add(Problem.of("rosterNoHeader", name).at(Place.in(name)));
        }
        header = Optional.empty();
        top.clear();
        rows = new ArrayList<>();
        name = "";
    }

    private List<String> titles(Header h) {
        var titles = new LinkedHashSet<String>();
        for (SheetRow row : top.subList(0, h.first())) {
            for (int i = 0; i < row.size(); i++) {
                titles.add(Plain.text(row.cell(i).text()));
            }
        }
        titles.remove("");
        return List.copyOf(titles);
    }
}

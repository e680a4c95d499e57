package zhuhu.workbook.export;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import zhuhu.record.Revision;
import zhuhu.record.Stamp;
import zhuhu.record.TakeBack;
import zhuhu.record.Withdrawal;
import zhuhu.workbook.export.xlsx.BookOut;
import zhuhu.workbook.export.xlsx.SheetOut;
import zhuhu.workbook.export.xlsx.SheetSetup;

/// Writes `_revisions` and the sheets that go on from it. Each row: a fact's JSON in one or more
/// cells, then the row's hash.
public final class RevisionSheets implements BookSource.FactSink {

    private final BookOut book;
    private final int tab;
    private final int rowsASheet;
    private final Pace pace;
    private final Map<Stamp, Integer> stamps = new HashMap<>();
    private final MessageDigest content = digest();
    private SheetOut sheet;
    private int sheets = 1;
    private long revisions;
    private long attestations;
    private long others;

    /// What was written. Shape: `hash` 64 hex digits, of the hashes of all rows; `others`
    /// withdrawals and takings-back.
    record Written(String hash, long revisions, long attestations, long others, int sheets) {}

    RevisionSheets(BookOut book, int tab, int rowsASheet, Pace pace) throws IOException {
        this.book = book;
        this.tab = tab;
        this.rowsASheet = rowsASheet;
        this.pace = pace;
        this.sheet = begin(name(1));
    }

    /// The name of the sheet with that number, from 1.
    public static String name(int sheet) {
        return sheet == 1 ? "_revisions" : "_revisions_" + sheet;
    }

    private SheetOut begin(String name) throws IOException {
        return book.sheet(SheetSetup.hidden(name, tab, SheetSetup.Visibility.VERY_HIDDEN));
    }

    @Override
    public void revision(Revision revision, List<Stamp> by) {
        var numbers = new ArrayList<Integer>(by.size());
        for (Stamp stamp : by) {
            numbers.add(number(stamp));
        }
        line(FactLines.revision(revision, numbers));
        revisions++;
        attestations += numbers.size();
        if (revisions % 500 == 0) {
            Stopped.check(pace, "export.step.revisions", revisions, 0);
        }
    }

    private int number(Stamp stamp) {
        Integer known = stamps.get(stamp);
        if (known != null) {
            return known;
        }
        int number = stamps.size() + 1;
        stamps.put(stamp, number);
        line(FactLines.stamp(number, stamp));
        return number;
    }

    @Override
    public void withdrawal(Withdrawal withdrawal) {
        line(FactLines.withdrawal(withdrawal));
        others++;
    }

    @Override
    public void takeBack(TakeBack takeBack) {
        line(FactLines.takeBack(takeBack));
        others++;
    }

    private void line(String json) {
        try {
            if (sheet.rowIndex() + 1 == rowsASheet) {
                sheet.finish();
                sheet = begin(name(++sheets));
            }
            content.update(HashedRow.write(sheet, json));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Written finish() throws IOException {
        sheet.finish();
        return new Written(
                HexFormat.of().formatHex(content.digest()),
                revisions,
                attestations,
                others,
                sheets);
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

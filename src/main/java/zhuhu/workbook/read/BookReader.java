package zhuhu.workbook.read;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import zhuhu.base.Outcome;
import zhuhu.base.Place;
import zhuhu.base.Problem;
import zhuhu.base.Texts;
import zhuhu.workbook.export.PackageSheet;
import zhuhu.workbook.sheet.Sheets;
import zhuhu.workbook.sheet.SpreadsheetFile;

/// Opens a workbook of ours, whatever became of it: re-saved by another program as `.xlsx` or
/// `.xls`, encrypted, its hidden sheets lost. Source: `docs/workbook-format.md`, reading.
public final class BookReader {

    private BookReader() {}

    /// Failed: no spreadsheet, damaged, hostile, encrypted with another password, of a newer
    /// format, or none of ours.
    public static Outcome<OpenBook> open(Path file, Optional<String> password, Texts texts) {
        return SpreadsheetFile.open(file, password).then(taken -> open(taken, texts));
    }

    private static Outcome<OpenBook> open(SpreadsheetFile file, Texts texts) {
        return file.sheets()
                .then(sheets -> {
                    Outcome<OpenBook> book = open(file, sheets, texts);
                    if (book instanceof Outcome.Failed<OpenBook>) {
                        close(sheets);
                    }
                    return book;
                });
    }

    private static Outcome<OpenBook> open(SpreadsheetFile file, Sheets sheets, Texts texts) {
        try {
            BookParts parts = BookParts.find(sheets, texts);
            BookAbout about = AboutReader.read(parts, texts);
            String format = about.format();
            if (!format.isEmpty() && !format.equals(PackageSheet.FORMAT)) {
                return Outcome.failed(Problem.of("bookFormat", format).at(Place.in(file.name())));
            }
            if (!parts.isOurs() && format.isEmpty()) {
                return Outcome.failed(
                        Problem.of("readNotOurs", file.name()).at(Place.in(file.name())));
            }
            return Outcome.done(new OpenBook(file, parts, about));
        } catch (IOException e) {
            return Outcome.failed(List.of(file.broken(e)));
        }
    }

    private static void close(Sheets sheets) {
        try {
            sheets.close();
        } catch (IOException e) {
            // Reason: it was only read, and lies in memory.
            throw new java.io.UncheckedIOException(e);
        }
    }
}

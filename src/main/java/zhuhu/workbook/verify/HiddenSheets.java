package zhuhu.workbook.verify;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Stream;
import org.apache.poi.poifs.crypt.Decryptor;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import zhuhu.base.Outcome;
import zhuhu.base.Problem;
import zhuhu.workbook.export.PackageSheet;
import zhuhu.workbook.export.RevisionSheets;

/// The sheets of a workbook that programs read. Closing it frees the file. One thread.
final class HiddenSheets implements AutoCloseable {

    private final ReadableWorkbook book;

    /// A row of `_revisions`. Shape: `number` as Excel shows it; `json` of all its cells; `hash`
    /// its last cell.
    record Line(String sheet, int number, String json, String hash) {}

    private HiddenSheets(ReadableWorkbook book) {
        this.book = book;
    }

    static Outcome<HiddenSheets> open(Path file, Optional<String> password) {
        try {
            byte[] start = start(file);
            if (ReadableWorkbook.isOLE2Header(start)) {
                return password.isEmpty()
                        ? Outcome.failed(Problem.of("bookNeedsPassword", file))
                        : decrypted(file, password.get());
            }
            return ReadableWorkbook.isOOXMLZipHeader(start)
                    ? Outcome.done(new HiddenSheets(new ReadableWorkbook(file.toFile())))
                    : Outcome.failed(Problem.of("bookNoWorkbook", file));
        } catch (IOException | RuntimeException e) {
            return Outcome.failed(Problem.of("bookUnreadable", file, e.getMessage()));
        }
    }

    private static byte[] start(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(8);
        }
    }

    /// Decrypted in memory: no plain text reaches the disk.
    private static Outcome<HiddenSheets> decrypted(Path file, String password) throws IOException {
        try (var files = new POIFSFileSystem(file.toFile(), true)) {
            Decryptor decryptor = Decryptor.getInstance(new EncryptionInfo(files));
            if (!decryptor.verifyPassword(password)) {
                return Outcome.failed(Problem.of("bookWrongPassword", file));
            }
            try (InputStream in = decryptor.getDataStream(files)) {
                var plain = new ByteArrayInputStream(in.readAllBytes());
                return Outcome.done(new HiddenSheets(new ReadableWorkbook(plain)));
            }
        } catch (GeneralSecurityException e) {
            return Outcome.failed(Problem.of("bookUnreadable", file, e.getMessage()));
        }
    }

    /// Names and values of `_package`, in their order; empty if the sheet is gone.
    SequencedMap<String, String> about() throws IOException {
        var lines = new LinkedHashMap<String, String>();
        Optional<Sheet> sheet = book.findSheet(PackageSheet.NAME);
        if (sheet.isPresent()) {
            try (Stream<Row> rows = sheet.get().openStream()) {
                rows.filter(r -> !text(r, 0).isEmpty())
                        .forEach(r -> lines.put(text(r, 0), text(r, 1)));
            }
        }
        return lines;
    }

    /// Names of the sheets with facts, in the order of their numbers.
    List<String> factSheets() {
        var names = new ArrayList<String>();
        for (int n = 1; book.findSheet(RevisionSheets.name(n)).isPresent(); n++) {
            names.add(RevisionSheets.name(n));
        }
        return names;
    }

    /// The rows of one of them; rows without text are left out. Close the stream.
    Stream<Line> lines(String name) throws IOException {
        return book.findSheet(name)
                .orElseThrow()
                .openStream()
                .map(row -> line(name, row))
                .filter(line -> !line.json().isEmpty() || !line.hash().isEmpty());
    }

    private static Line line(String sheet, Row row) {
        var cells = new ArrayList<String>();
        row.stream()
                .filter(c -> c != null)
                .map(HiddenSheets::text)
                .filter(t -> !t.isEmpty())
                .forEach(cells::add);
        String hash = cells.isEmpty() ? "" : cells.removeLast();
        return new Line(sheet, row.getRowNum(), String.join("", cells), hash);
    }

    private static String text(Row row, int column) {
        return row.getOptionalCell(column).map(HiddenSheets::text).orElse("");
    }

    private static String text(Cell cell) {
        // Reason: a hash of digits alone comes back as a number after some programs saved the file.
        String text = cell.getText();
        return text == null ? "" : text;
    }

    @Override
    public void close() throws IOException {
        book.close();
    }
}

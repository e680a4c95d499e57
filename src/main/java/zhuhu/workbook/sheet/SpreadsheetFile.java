package zhuhu.workbook.sheet;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.poi.hssf.record.crypto.Biff8EncryptionKey;
import org.apache.poi.poifs.crypt.Decryptor;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import zhuhu.base.Outcome;
import zhuhu.base.Place;
import zhuhu.base.Problem;
import zhuhu.base.Sha256;

/// A spreadsheet file taken whole into memory, so that nothing of it, decrypted least of all, is
/// ever written anywhere. Shape: `id` is the SHA-256 of the file as it lies on the disk, 64 hex
/// digits.
public final class SpreadsheetFile {

    private static final long MOST_BYTES = 512L << 20;

    private final String name;
    private final String id;
    private final byte[] bytes;
    private final Optional<String> password;

    private SpreadsheetFile(String name, byte[] bytes, Optional<String> password) {
        this.name = name;
        this.id = Sha256.hex(bytes);
        this.bytes = bytes;
        this.password = password;
    }

    /// Takes the file in; `password` opens it if it is encrypted.
    public static Outcome<SpreadsheetFile> open(Path file, Optional<String> password) {
        String name = String.valueOf(file.getFileName());
        try {
            if (Files.size(file) > MOST_BYTES) {
                return Outcome.failed(problem("sheetTooLarge", name));
            }
            return Outcome.done(new SpreadsheetFile(name, Files.readAllBytes(file), password));
        } catch (NoSuchFileException e) {
            return Outcome.failed(problem("sheetNoFile", name));
        } catch (IOException e) {
            return Outcome.failed(problem("sheetUnreadable", name));
        }
    }

    public String name() {
        return name;
    }

    public String id() {
        return id;
    }

    /// Hands all rows to `sink`. A failure may come after some rows were handed over.
    public Outcome<SpreadsheetFile> read(RowSink sink) {
        try {
            if (begins(0x50, 0x4B)) {
                XlsxFile.read(bytes, sink);
            } else if (begins(0xD0, 0xCF)) {
                return readOle(sink);
            } else {
                return Outcome.failed(problem("sheetNoSpreadsheet", name));
            }
            return Outcome.done(this);
        } catch (ZipParts.Hostile e) {
            return Outcome.failed(problem("sheetHostile", name));
        } catch (IOException e) {
            return Outcome.failed(problem("sheetDamaged", name));
        }
    }

    /// Opens the sheets, to be read one by one.
    public Outcome<Sheets> sheets() {
        try {
            if (begins(0x50, 0x4B)) {
                return Outcome.done(XlsxSheets.open(bytes));
            }
            return begins(0xD0, 0xCF)
                    ? sheetsOfOle()
                    : Outcome.failed(problem("sheetNoSpreadsheet", name));
        } catch (IOException e) {
            return Outcome.failed(broken(e));
        } catch (RuntimeException e) {
            // Reason: a broken package raises whatever its broken place happens to raise.
            return Outcome.failed(problem("sheetDamaged", name));
        }
    }

    /// What to say where reading a sheet of this file threw.
    public Problem broken(IOException e) {
        boolean hostile = e instanceof ZipParts.Hostile || e.getCause() instanceof ZipParts.Hostile;
        return problem(hostile ? "sheetHostile" : "sheetDamaged", name);
    }

    private Outcome<Sheets> sheetsOfOle() throws IOException {
        try (var file = new POIFSFileSystem(new ByteArrayInputStream(bytes))) {
            if (file.getRoot().hasEntryCaseInsensitive(EncryptionInfo.ENCRYPTION_INFO_ENTRY)) {
                return decrypted(file).then(SpreadsheetFile::opened);
            }
            return file.getRoot().hasEntryCaseInsensitive("Workbook")
                    ? Outcome.done(XlsBook.open(bytes, password))
                    : Outcome.failed(problem("sheetNoSpreadsheet", name));
        } catch (org.apache.poi.EncryptedDocumentException e) {
            return Outcome.failed(passwordProblem());
        } catch (UncheckedIOException e) {
            throw Objects.requireNonNull(e.getCause());
        } catch (RuntimeException e) {
            // Reason: POI answers broken bytes with whatever the broken place happens to raise.
            throw new IOException(e);
        }
    }

    private static Outcome<Sheets> opened(byte[] plain) {
        try {
            return Outcome.done(XlsxSheets.open(plain));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean begins(int first, int second) {
        return bytes.length > 8 && (bytes[0] & 0xFF) == first && (bytes[1] & 0xFF) == second;
    }

    private Outcome<SpreadsheetFile> readOle(RowSink sink) throws IOException {
        try (var file = new POIFSFileSystem(new ByteArrayInputStream(bytes))) {
            if (file.getRoot().hasEntryCaseInsensitive(EncryptionInfo.ENCRYPTION_INFO_ENTRY)) {
                return readEncrypted(file, sink);
            }
            if (!file.getRoot().hasEntryCaseInsensitive("Workbook")) {
                return Outcome.failed(problem("sheetNoSpreadsheet", name));
            }
            return readXls(file, sink);
        } catch (IOException e) {
            throw e;
        } catch (RuntimeException e) {
            // Reason: POI answers broken bytes with whatever exception the broken place happens to
            // raise.
            throw new IOException(e);
        }
    }

    private Outcome<SpreadsheetFile> readXls(POIFSFileSystem file, RowSink sink)
            throws IOException {
        // Reason: POI takes the password of an .xls from a thread-local of its own.
        Biff8EncryptionKey.setCurrentUserPassword(password.orElse(null));
        try {
            XlsFile.read(file, sink);
            return Outcome.done(this);
        } catch (org.apache.poi.EncryptedDocumentException e) {
            return Outcome.failed(passwordProblem());
        } finally {
            Biff8EncryptionKey.setCurrentUserPassword(null);
        }
    }

    private Outcome<SpreadsheetFile> readEncrypted(POIFSFileSystem file, RowSink sink)
            throws IOException {
        return switch (decrypted(file)) {
            case Outcome.Failed<byte[]>(List<Problem> why) -> Outcome.failed(why);
            case Outcome.Done<byte[]>(byte[] plain) -> {
                XlsxFile.read(plain, sink);
                yield Outcome.done(this);
            }
        };
    }

    /// Decrypted in memory: no plain text reaches the disk.
    private Outcome<byte[]> decrypted(POIFSFileSystem file) throws IOException {
        try {
            Decryptor decryptor = Decryptor.getInstance(new EncryptionInfo(file));
            if (password.isEmpty() || !decryptor.verifyPassword(password.get())) {
                return Outcome.failed(passwordProblem());
            }
            try (InputStream plain = decryptor.getDataStream(file)) {
                return Outcome.done(plain.readAllBytes());
            }
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
    }

    private Problem passwordProblem() {
        return problem(password.isEmpty() ? "sheetNeedsPassword" : "sheetWrongPassword", name);
    }

    private static Problem problem(String code, String name) {
        return Problem.of(code, name).at(Place.in(name));
    }
}

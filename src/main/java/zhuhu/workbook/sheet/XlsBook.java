package zhuhu.workbook.sheet;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.poi.hssf.record.crypto.Biff8EncryptionKey;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/// The sheets of an `.xls` that is held in memory. The format has no index that can be trusted, so
/// each reading walks the file; no more than 65 536 rows a sheet stand in it.
final class XlsBook implements Sheets {

    private final byte[] file;
    private final Optional<String> password;
    private final List<Name> names;

    private XlsBook(byte[] file, Optional<String> password) throws IOException {
        this.file = file;
        this.password = password;
        var found = new ArrayList<Name>();
        walk(
                new RowSink() {
                    @Override
                    public boolean sheet(String name, boolean hidden) {
                        found.add(new Name(name, hidden));
                        return false;
                    }

                    @Override
                    public boolean row(SheetRow row) {
                        return false;
                    }
                });
        this.names = List.copyOf(found);
    }

    static XlsBook open(byte[] file, Optional<String> password) throws IOException {
        return new XlsBook(file, password);
    }

    private void walk(RowSink sink) throws IOException {
        // Reason: POI takes the password of an .xls from a thread-local of its own.
        Biff8EncryptionKey.setCurrentUserPassword(password.orElse(null));
        try (var ole = new POIFSFileSystem(new ByteArrayInputStream(file))) {
            XlsFile.read(ole, sink);
        } finally {
            Biff8EncryptionKey.setCurrentUserPassword(null);
        }
    }

    @Override
    public List<Name> names() {
        return names;
    }

    @Override
    public void read(Name sheet, Look look, Predicate<SheetRow> rows) throws IOException {
        try {
            walk(
                    new RowSink() {
                        @Override
                        public boolean sheet(String name, boolean hidden) {
                            return name.equals(sheet.name());
                        }

                        @Override
                        public boolean row(SheetRow row) {
                            return rows.test(row);
                        }
                    });
        } catch (IllegalStateException | IllegalArgumentException | IndexOutOfBoundsException e) {
            // Reason: POI answers broken bytes with whatever the broken place happens to raise.
            throw new IOException(e);
        }
    }

    @Override
    public void close() {
        // Reason: nothing is held open between two readings.
    }
}

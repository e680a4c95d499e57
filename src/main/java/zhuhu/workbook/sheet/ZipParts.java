package zhuhu.workbook.sheet;

import java.io.Closeable;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.Locale;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/// The parts of an `.xlsx` package held in memory, read within limits that a hostile file breaks.
final class ZipParts implements Closeable {

    /// The file is not what a spreadsheet program writes: too many parts, or one that swells.
    static final class Hostile extends IOException {
        private static final long serialVersionUID = 1;

        Hostile(String what) {
            super(what);
        }
    }

    private static final int MOST_PARTS = 5_000;
    private static final long MOST_BYTES = 4L << 30;
    private static final long FREE_BYTES = 16L << 20;
    private static final int MOST_RATIO = 200;

    private final ZipFile zip;
    private final long packed;

    ZipParts(byte[] file) throws IOException {
        packed = file.length;
        zip = ZipFile.builder().setSeekableByteChannel(new SeekableInMemoryByteChannel(file)).get();
        if (Collections.list(zip.getEntries()).size() > MOST_PARTS) {
            throw new Hostile("entries");
        }
    }

    boolean has(String part) {
        return entry(part) != null;
    }

    /// Reading past a limit throws [Hostile].
    InputStream open(String part) throws IOException {
        ZipArchiveEntry entry = entry(part);
        if (entry == null) {
            throw new IOException("No part " + part);
        }
        return new Limited(zip.getInputStream(entry), packed);
    }

    private @org.jspecify.annotations.Nullable ZipArchiveEntry entry(String part) {
        ZipArchiveEntry exact = zip.getEntry(part);
        if (exact != null) {
            return exact;
        }
        // Reason: part names are compared without case (OPC), and some programs write them so.
        String wanted = part.toLowerCase(Locale.ROOT);
        return Collections.list(zip.getEntries()).stream()
                .filter(e -> e.getName().replace('\\', '/').toLowerCase(Locale.ROOT).equals(wanted))
                .findFirst()
                .orElse(null);
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    private static final class Limited extends FilterInputStream {

        private final long packed;
        private long read;

        Limited(InputStream in, long packed) {
            super(in);
            this.packed = packed;
        }

        @Override
        public int read() throws IOException {
            int one = super.read();
            count(one < 0 ? 0 : 1);
            return one;
        }

        @Override
        public int read(byte[] buffer, int from, int length) throws IOException {
            int got = super.read(buffer, from, length);
            count(Math.max(got, 0));
            return got;
        }

        private void count(int more) throws Hostile {
            read += more;
            if (read > MOST_BYTES || read > FREE_BYTES && read / MOST_RATIO > packed) {
                throw new Hostile("ratio");
            }
        }
    }
}

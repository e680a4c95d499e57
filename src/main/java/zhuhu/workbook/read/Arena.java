package zhuhu.workbook.read;

import java.util.ArrayList;
import java.util.List;

/// Many small byte strings, one behind the other, so that a million of them cost little more than
/// their bytes. Only grows; one thread.
final class Arena {

    private static final int CHUNK = 1 << 20;

    private final List<byte[]> chunks = new ArrayList<>();
    private int used = CHUNK;

    /// Where it is kept: to be given to [#at(long, Reader)].
    long add(byte[] bytes) {
        int size = bytes.length + 4;
        if (used + size > CHUNK) {
            chunks.add(new byte[Math.max(CHUNK, size)]);
            used = 0;
        }
        byte[] chunk = chunks.getLast();
        long place = (long) (chunks.size() - 1) << 32 | used;
        for (int i = 0; i < 4; i++) {
            chunk[used + i] = (byte) (bytes.length >>> 8 * i);
        }
        System.arraycopy(bytes, 0, chunk, used + 4, bytes.length);
        used += size;
        return place;
    }

    /// What is done with the bytes from `from` on.
    interface Reader<T> {
        T read(byte[] chunk, int from, int length) throws java.io.IOException;
    }

    <T> T at(long place, Reader<T> reader) throws java.io.IOException {
        byte[] chunk = chunks.get((int) (place >>> 32));
        int from = (int) place;
        int length = 0;
        for (int i = 0; i < 4; i++) {
            length |= (chunk[from + i] & 0xFF) << 8 * i;
        }
        return reader.read(chunk, from + 4, length);
    }
}

package zhuhu.workbook.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds the merged ranges of a sheet before its rows are read: they stand behind the rows.
final class MergeTail {

    private static final byte[] END = "sheetData>".getBytes(StandardCharsets.US_ASCII);
    private static final int MOST = 16 << 20;
    private static final Pattern RANGE =
            Pattern.compile(
                    "mergeCell\\s[^>]*?ref=[\"']([A-Z]{1,3})(\\d{1,7}):([A-Z]{1,3})(\\d{1,7})[\"']");

    private MergeTail() {}

    static List<Merges.Range> ranges(InputStream sheet) throws IOException {
        Matcher found = RANGE.matcher(tail(sheet));
        var ranges = new ArrayList<Merges.Range>();
        while (found.find()) {
            ranges.add(
                    new Merges.Range(
                            Integer.parseInt(found.group(2)) - 1,
                            column(found.group(1)),
                            Integer.parseInt(found.group(4)) - 1,
                            column(found.group(3))));
        }
        return ranges;
    }

    private static int column(String letters) {
        int column = 0;
        for (char c : letters.toCharArray()) {
            column = column * 26 + c - 'A' + 1;
        }
        return column - 1;
    }

    /// What stands behind the last `sheetData>`.
    private static String tail(InputStream in) throws IOException {
        try (in) {
            var tail = new java.io.ByteArrayOutputStream();
            boolean keeping = false;
            var buffer = new byte[1 << 16];
            int held = 0;
            for (int got = in.read(buffer, held, buffer.length - held);
                    got >= 0;
                    got = in.read(buffer, held, buffer.length - held)) {
                int end = held + got;
                int from = lastAfter(buffer, end);
                if (from >= 0) {
                    tail.reset();
                    keeping = true;
                    tail.write(buffer, from, end - from);
                } else if (keeping) {
                    tail.write(buffer, held, got);
                    keeping = tail.size() < MOST;
                }
                // Reason: the words may lie across two reads, so the end of one is looked at again.
                int keep = from >= 0 ? 0 : Math.min(END.length - 1, end);
                System.arraycopy(buffer, end - keep, buffer, 0, keep);
                held = keep;
            }
            return keeping ? tail.toString(StandardCharsets.ISO_8859_1) : "";
        }
    }

    private static int lastAfter(byte[] buffer, int end) {
        for (int i = end - 1; i >= END.length - 1; i--) {
            if (buffer[i] == '>' && buffer[i - 1] == 'a' && matches(buffer, i + 1 - END.length)) {
                return i + 1;
            }
        }
        return -1;
    }

    private static boolean matches(byte[] buffer, int from) {
        for (int i = 0; i < END.length; i++) {
            if (buffer[from + i] != END[i]) {
                return false;
            }
        }
        return true;
    }
}

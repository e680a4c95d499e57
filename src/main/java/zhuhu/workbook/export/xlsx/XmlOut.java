package zhuhu.workbook.export.xlsx;

import java.io.IOException;
import java.io.OutputStream;
import java.util.HexFormat;

/// XML text as UTF-8 bytes, buffered. Flushes into the stream, never closes it. One thread.
final class XmlOut {

    private static final int ROOM = 1 << 16;
    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private final OutputStream out;
    private final byte[] buffer = new byte[ROOM];
    private int used;

    XmlOut(OutputStream out) {
        this.out = out;
    }

    /// Markup as it stands.
    XmlOut raw(String markup) throws IOException {
        int length = markup.length();
        for (int i = 0; i < length; i++) {
            char c = markup.charAt(i);
            if (c < 0x80) {
                put((byte) c);
            } else {
                i += put(markup, i);
            }
        }
        return this;
    }

    XmlOut raw(int number) throws IOException {
        if (number < 0) {
            return raw(Integer.toString(number));
        }
        int unit = 1;
        for (int rest = number; rest > 9; rest /= 10) {
            unit *= 10;
        }
        for (; unit > 0; unit /= 10) {
            put((byte) ('0' + number / unit % 10));
        }
        return this;
    }

    /// ` name="value"`, escaped.
    XmlOut attribute(String name, String value) throws IOException {
        raw(" ").raw(name).raw("=\"");
        for (String part = value; ; ) {
            int quote = part.indexOf('"');
            escape(quote < 0 ? part : part.substring(0, quote));
            if (quote < 0) {
                return raw("\"");
            }
            raw("&quot;");
            part = part.substring(quote + 1);
        }
    }

    XmlOut attribute(String name, int value) throws IOException {
        return raw(" ").raw(name).raw("=\"").raw(value).raw("\"");
    }

    /// Text of a cell. Reason: ST_Xstring reads `_x000D_` as a character, so what XML cannot hold
    /// is written that way, and text that only looks like it has its first underscore written so.
    XmlOut cellText(String text) throws IOException {
        int length = text.length();
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if (isPlain(c)) {
                put((byte) c);
            } else if (c == '_' && looksEscaped(text, i)) {
                raw("_x005F_");
            } else if (!allowed(text, i)) {
                raw("_x").raw(HEX.toHexDigits(c)).raw("_");
            } else {
                i += escape(text, i);
            }
        }
        return this;
    }

    private static boolean isPlain(char c) {
        return c >= ' ' && c < 0x80 && c != '&' && c != '<' && c != '>' && c != '_';
    }

    /// Text that is no cell's; what XML cannot hold becomes U+FFFD.
    XmlOut escape(String text) throws IOException {
        for (int i = 0; i < text.length(); i++) {
            if (allowed(text, i)) {
                i += escape(text, i);
            } else {
                raw("\uFFFD");
            }
        }
        return this;
    }

    private int escape(String text, int i) throws IOException {
        switch (text.charAt(i)) {
            case '&' -> raw("&amp;");
            case '<' -> raw("&lt;");
            case '>' -> raw("&gt;");
            default -> {
                return put(text, i);
            }
        }
        return 0;
    }

    private void put(byte one) throws IOException {
        if (used == ROOM) {
            flush();
        }
        buffer[used++] = one;
    }

    void flush() throws IOException {
        out.write(buffer, 0, used);
        used = 0;
    }

    /// Whether `_xHHHH_` stands at `i`.
    static boolean looksEscaped(String text, int i) {
        if (i + 7 > text.length() || text.charAt(i + 1) != 'x' || text.charAt(i + 6) != '_') {
            return false;
        }
        for (int digit = i + 2; digit < i + 6; digit++) {
            if (!HexFormat.isHexDigit(text.charAt(digit))) {
                return false;
            }
        }
        return true;
    }

    /// Whether XML 1.0 may hold the character at `i` as it stands.
    static boolean allowed(String text, int i) {
        char c = text.charAt(i);
        if (c < ' ') {
            return c == '\n' || c == '\t';
        }
        if (Character.isHighSurrogate(c)) {
            return i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1));
        }
        if (Character.isLowSurrogate(c)) {
            return i > 0 && Character.isHighSurrogate(text.charAt(i - 1));
        }
        return c < '\uFFFE';
    }

    /// Writes the character at `i`; returns how many further chars belonged to it.
    private int put(String text, int i) throws IOException {
        if (used + 4 > ROOM) {
            flush();
        }
        char c = text.charAt(i);
        if (c < 0x80) {
            buffer[used++] = (byte) c;
        } else if (c < 0x800) {
            buffer[used++] = (byte) (0xC0 | c >> 6);
            buffer[used++] = (byte) (0x80 | c & 63);
        } else if (Character.isHighSurrogate(c)) {
            int point = text.codePointAt(i);
            buffer[used++] = (byte) (0xF0 | point >> 18);
            buffer[used++] = (byte) (0x80 | point >> 12 & 63);
            buffer[used++] = (byte) (0x80 | point >> 6 & 63);
            buffer[used++] = (byte) (0x80 | point & 63);
            return 1;
        } else {
            buffer[used++] = (byte) (0xE0 | c >> 12);
            buffer[used++] = (byte) (0x80 | c >> 6 & 63);
            buffer[used++] = (byte) (0x80 | c & 63);
        }
        return 0;
    }
}

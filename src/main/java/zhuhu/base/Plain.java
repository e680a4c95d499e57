package zhuhu.base;

import java.text.Normalizer;
import java.text.Normalizer.Form;

/// Text made plain, so that the same statement typed in two ways is the same text. Pure; any
/// thread.
public final class Plain {

    private Plain() {}

    /// NFC, full-width digits and letters made half-width, trimmed of every kind of space. Source:
    /// `docs/file-format.md`, canonical values.
    public static String text(String raw) {
        if (isPlain(raw)) {
            return raw;
        }
        var plain = new StringBuilder(raw.length());
        Normalizer.normalize(raw, Form.NFC).chars().forEach(c -> plain.append(narrow((char) c)));
        return trim(plain.toString());
    }

    /// For comparing names and headings: plain, without any space, and brackets and punctuation
    /// half-width.
    public static String folded(String raw) {
        var folded = new StringBuilder(raw.length());
        for (char c : text(raw).toCharArray()) {
            if (!isSpace(c)) {
                folded.append(c > 0xFF00 && c < 0xFF5F ? (char) (c - 0xFEE0) : c);
            }
        }
        return folded.toString();
    }

    private static boolean isPlain(String raw) {
        int length = raw.length();
        for (int i = 0; i < length; i++) {
            char c = raw.charAt(i);
            // Reason: characters up to U+02FF and the unified ideographs are NFC as they stand.
            boolean fine =
                    c > ' ' && c < 0x7F
                            || c >= 0x4E00 && c <= 0x9FFF
                            || c == ' ' && i > 0 && i < length - 1;
            if (!fine) {
                return false;
            }
        }
        return true;
    }

    private static char narrow(char c) {
        boolean digit = c >= '０' && c <= '９';
        boolean letter = c >= 'Ａ' && c <= 'Ｚ' || c >= 'ａ' && c <= 'ｚ';
        return digit || letter ? (char) (c - 0xFEE0) : c;
    }

    private static String trim(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && isSpace(text.charAt(from))) {
            from++;
        }
        while (to > from && isSpace(text.charAt(to - 1))) {
            to--;
        }
        return text.substring(from, to);
    }

    private static boolean isSpace(char c) {
        return c <= ' '
                || c == '\u00A0'
                || c == '\u200B'
                || c == '\uFEFF'
                || Character.isSpaceChar(c);
    }
}

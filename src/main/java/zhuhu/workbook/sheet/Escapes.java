package zhuhu.workbook.sheet;

import java.util.regex.Pattern;

/// Characters that XML cannot hold stand in a cell as `_x000D_`.
final class Escapes {

    private static final Pattern ESCAPE = Pattern.compile("_x([0-9A-Fa-f]{4})_");

    private Escapes() {}

    static String decoded(String text) {
        return text.contains("_x")
                ? ESCAPE.matcher(text)
                        .replaceAll(m ->
                                java.util.regex.Matcher.quoteReplacement(
                                        String.valueOf((char) Integer.parseInt(m.group(1), 16))))
                : text;
    }
}

package zhuhu.workbook.export;

import java.util.List;

/// How wide text stands in a cell, in characters of the usual font: a Chinese character counts two.
final class TextWidth {

    private static final double NARROWEST = 7;
    private static final double WIDEST = 34;

    private TextWidth() {}

    static int of(String text) {
        int width = 0;
        for (int i = 0; i < text.length(); i++) {
            width += text.charAt(i) < 0x2E80 ? 1 : 2;
        }
        return width;
    }

    /// How many lines a text takes in a column of that width; long ones are guessed from their
    /// length.
    static int lines(String text, double width) {
        if (2 * text.length() < width && text.indexOf('\n') < 0) {
            return 1;
        }
        return text.length() > 1_000
                ? text.length() / 10
                : text.lines().mapToInt(l -> 1 + (int) (of(l) / Math.max(1, width - 1))).sum();
    }

    /// The width of a column whose label may break into two lines, and whose cells may wrap where
    /// they are long.
    static double column(String label, List<String> cells) {
        double label_ = of(label) / 2.0 + 2;
        double widest = cells.stream().mapToInt(TextWidth::of).max().orElse(0) + 2.0;
        return Math.clamp(Math.max(label_, widest), NARROWEST, WIDEST);
    }
}

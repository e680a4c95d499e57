package zhuhu.screen.start;

import zhuhu.base.Texts;

/// How well a passphrase would keep a file that was lost with its USB stick.
public enum Strength {
    SHORT,
    WEAK,
    FAIR,
    STRONG;

    private static final int LEAST = 8;
    private static final int GOOD = 12;

    /// Judges by length, kinds of characters and runs such as 1234 or aaaa.
    public static Strength of(String typed) {
        int[] points = typed.codePoints().toArray();
        if (points.length < LEAST) {
            return SHORT;
        }
        long kinds = typed.codePoints().map(Strength::kind).distinct().count();
        if (steps(points) * 2 > points.length
                || kinds == 1 && points.length < GOOD && !han(points)) {
            return WEAK;
        }
        return points.length >= GOOD && kinds > 1 || points.length >= 18 ? STRONG : FAIR;
    }

    /// In words, with what would make it better.
    public String words(Texts texts) {
        return switch (this) {
            case SHORT -> texts.of("start.strength.short");
            case WEAK -> texts.of("start.strength.weak");
            case FAIR -> texts.of("start.strength.fair");
            case STRONG -> texts.of("start.strength.strong");
        };
    }

    private static int steps(int[] points) {
        int steps = 0;
        for (int i = 1; i < points.length; i++) {
            if (Math.abs(points[i] - points[i - 1]) <= 1) {
                steps++;
            }
        }
        return steps;
    }

    private static boolean han(int[] points) {
        return kind(points[0]) == 4;
    }

    private static int kind(int point) {
        if (Character.isIdeographic(point)) {
            return 4;
        }
        if (Character.isDigit(point)) {
            return 0;
        }
        if (Character.isUpperCase(point)) {
            return 1;
        }
        return Character.isLetter(point) ? 2 : 3;
    }
}

package zhuhu.base;

import java.util.regex.Pattern;

/// Hides most of a number from those who look over a shoulder, at a projector or at a lost sheet of
/// paper. Pure; any thread.
public final class Masks {

    private static final Pattern LONG = Pattern.compile("[0-9]{7,}[0-9Xx]*");

    private Masks() {}

    /// Whether a property holds a citizen id, a phone or a bank number.
    public static boolean personal(String property) {
        return property.endsWith("id_no")
                || property.endsWith("id_no_raw")
                || property.endsWith("phone")
                || property.equals("bank_account");
    }

    /// Keeps the first three and the last two of a long number, the last two of a short one.
    public static String hide(String number) {
        int length = number.length();
        if (length <= 2) {
            return number;
        }
        int head = length >= 10 ? 3 : 0;
        return number.substring(0, head)
                + "*".repeat(length - head - 2)
                + number.substring(length - 2);
    }

    /// Covers every number of seven digits or more that stands in a sentence.
    public static String hideIn(String words) {
        return LONG.matcher(words).replaceAll(n -> hide(n.group()));
    }
}

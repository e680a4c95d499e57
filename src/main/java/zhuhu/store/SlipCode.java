package zhuhu.store;

import java.text.Normalizer;
import java.util.Locale;
import java.util.random.RandomGenerator;
import zhuhu.base.Outcome;
import zhuhu.base.Problem;

/// What stands on a recovery slip: 24 letters and digits, the last of which checks the others. None
/// of them is taken for another by eye: no 0 and O, no 1, I and L's small twin. 23 x 5 = 115 bits
/// of chance.
public final class SlipCode {

    private static final String ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
    private static final int LENGTH = 24;
    private static final int GROUP = 4;

    private final String letters;

    private SlipCode(String letters) {
        this.letters = letters;
    }

    /// A new one; `chance` must be a generator for keys.
    public static SlipCode of(RandomGenerator chance) {
        var letters = new StringBuilder();
        for (int i = 0; i < LENGTH - 1; i++) {
            letters.append(ALPHABET.charAt(chance.nextInt(ALPHABET.length())));
        }
        return new SlipCode(letters.append(check(letters.toString())).toString());
    }

    /// As it was typed: small letters, full width, blanks and dashes do not matter. Says what is
    /// wrong with it without looking at any file.
    public static Outcome<SlipCode> of(String typed) {
        String letters =
                Normalizer.normalize(typed, Normalizer.Form.NFKC)
                        .toUpperCase(Locale.ROOT)
                        .replaceAll("[\\s\\p{Pd}_.·]", "");
        for (int i = 0; i < letters.length(); i++) {
            if (ALPHABET.indexOf(letters.charAt(i)) < 0) {
                return Outcome.failed(Problem.of("slipLetter", i + 1, letters.charAt(i)));
            }
        }
        if (letters.length() != LENGTH) {
            return Outcome.failed(Problem.of("slipLength", LENGTH, letters.length()));
        }
        return check(letters.substring(0, LENGTH - 1)) == letters.charAt(LENGTH - 1)
                ? Outcome.done(new SlipCode(letters))
                : Outcome.failed(Problem.of("slipTypo"));
    }

    /// Reason: odd weights find every single wrong letter, and nearly all that changed places.
    private static char check(String letters) {
        int sum = 0;
        for (int i = 0; i < letters.length(); i++) {
            sum += (2 * i + 1) * ALPHABET.indexOf(letters.charAt(i));
        }
        return ALPHABET.charAt(sum % ALPHABET.length());
    }

    String letters() {
        return letters;
    }

    /// In groups of four, as it is printed.
    public String printed() {
        var printed = new StringBuilder();
        for (int i = 0; i < LENGTH; i += GROUP) {
            printed.append(i == 0 ? "" : "-").append(letters, i, i + GROUP);
        }
        return printed.toString();
    }

    @Override
    public String toString() {
        return "SlipCode(...)";
    }
}

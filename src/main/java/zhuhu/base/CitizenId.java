package zhuhu.base;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;

/// A well-formed 公民身份号码 (GB 11643-1999), or the 20-digit number of a 残疾人证 that begins with one.
/// Shape: `text` has 18 or 20 characters, X upper case; the check character and the birth date are
/// right.
public record CitizenId(String text) {

    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECKS = "10X98765432";

    /// Why a text is no citizen id; the names are the numbers of the cleaning rules.
    public enum Fault {
        /// Neither 18 nor 20 characters.
        R03,
        /// Something else than digits (and a last X).
        R04,
        /// The check character does not fit.
        R05,
        /// No such birth date, or one after the day of reference, or over 120 years before it.
        R06,
        /// The 19th or 20th character of a disability number is out of range.
        R12
    }

    /// The text as it should be written: plain, without inner spaces, x as X.
    public static String normal(String raw) {
        return Plain.folded(raw).toUpperCase(java.util.Locale.ROOT);
    }

    /// What is wrong with a normalised text; empty if nothing is. `today` is the day that ages are
    /// counted at.
    public static Optional<Fault> fault(String text, LocalDate today) {
        if (text.length() != 18 && text.length() != 20) {
            return Optional.of(Fault.R03);
        }
        if (!text.substring(0, 18).matches("[0-9]{17}[0-9X]")
                || !text.substring(18).matches("[0-9]*")) {
            return Optional.of(Fault.R04);
        }
        if (check(text) != text.charAt(17)) {
            return Optional.of(Fault.R05);
        }
        if (text.length() == 20 && !text.substring(18).matches("[1-7][1-4]")) {
            return Optional.of(Fault.R12);
        }
        return birth(text)
                        .filter(date -> !date.isAfter(today) && date.plusYears(121).isAfter(today))
                        .isPresent()
                ? Optional.empty()
                : Optional.of(Fault.R06);
    }

    /// The date that stands in characters 7 to 14, if there is such a date.
    public static Optional<LocalDate> birth(String text) {
        if (text.length() < 14 || !text.substring(6, 14).matches("[0-9]{8}")) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    LocalDate.of(
                            Integer.parseInt(text.substring(6, 10)),
                            Integer.parseInt(text.substring(10, 12)),
                            Integer.parseInt(text.substring(12, 14))));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /// The first 18 characters: the person, whatever card the number was read from.
    public static String person(String text) {
        return text.length() == 20 ? text.substring(0, 18) : text;
    }

    /// The check character for the first 17 digits.
    public static char check(String text) {
        int sum = 0;
        for (int i = 0; i < 17; i++) {
            sum += (text.charAt(i) - '0') * WEIGHTS[i];
        }
        return CHECKS.charAt(sum % 11);
    }
}

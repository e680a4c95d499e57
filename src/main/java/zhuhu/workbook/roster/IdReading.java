package zhuhu.workbook.roster;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import zhuhu.base.CitizenId;
import zhuhu.workbook.sheet.Cell;

/// What a cell of 证件号码 holds.
public sealed interface IdReading {

    /// Nothing, or a word that says so.
    record None() implements IdReading {}

    /// A number as it was written, kept even if it is wrong.
    record Whole(String text, Optional<CitizenId.Fault> fault) implements IdReading {}

    /// A number that Excel turned into a figure of 15 digits. Shape: `raw` as the cell held it;
    /// `first` are its first 14 digits, "" where fewer are left.
    record Damaged(String raw, String first) implements IdReading {}

    IdReading NONE = new None();

    /// `day` is the one that ages are counted at.
    static IdReading of(Cell cell, LocalDate day) {
        String text = CitizenId.normal(cell.text()).replaceFirst("^['’`]+", "");
        if (text.isEmpty() || Words.NO_ID.contains(text)) {
            return NONE;
        }
        if (isExponent(text)) {
            String digits = new BigDecimal(text).toPlainString();
            int kept = text.substring(0, text.indexOf('E')).replace(".", "").length();
            return new Damaged(text, kept >= 14 ? first(digits) : "");
        }
        if (cell.kind() == Cell.Kind.NUMBER && text.length() > 15 && isDigits(text)) {
            return new Damaged(text, first(text));
        }
        Optional<CitizenId.Fault> fault = CitizenId.fault(text, day);
        // Reason: Excel sets the digits past the fifteenth to 0, and the check digit then seldom
        // fits.
        if (text.length() == 18 && text.endsWith("000") && fault.isPresent() && isDigits(text)) {
            return new Damaged(text, first(text));
        }
        return new Whole(text, fault);
    }

    private static String first(String digits) {
        return digits.length() >= 14 ? digits.substring(0, 14) : "";
    }

    private static boolean isExponent(String text) {
        return text.indexOf('E') > 0 && text.matches("[0-9](\\.[0-9]+)?E\\+?[0-9]{2}");
    }

    private static boolean isDigits(String text) {
        return text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    /// Words that stand where a number is missing.
    final class Words {
        private static final Set<String> NO_ID =
                Set.of("无", "暂无", "没有", "未办", "无证件", "无身份证", "无证", "-", "—", "/");

        private Words() {}
    }
}

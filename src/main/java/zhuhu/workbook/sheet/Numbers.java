package zhuhu.workbook.sheet;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;

/// Numbers of cells as text.
final class Numbers {

    // Reason: Excel keeps and shows 15 significant digits; what stands behind them is noise of
    // binary fractions (2952.1999999999998 for 2952.2).
    private static final MathContext SHOWN = new MathContext(15, RoundingMode.HALF_EVEN);

    private Numbers() {}

    /// Without exponent, trailing zeros and binary noise; the text itself if it is no number.
    static String plain(String raw) {
        if (isShortInteger(raw)) {
            return raw;
        }
        try {
            BigDecimal number = new BigDecimal(raw).round(SHOWN);
            return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
        } catch (NumberFormatException e) {
            return raw;
        }
    }

    static String plain(double number) {
        return plain(Double.toString(number));
    }

    private static boolean isShortInteger(String raw) {
        if (raw.length() > 15 || raw.isEmpty() || raw.length() > 1 && raw.charAt(0) == '0') {
            return false;
        }
        for (int i = 0; i < raw.length(); i++) {
            if (raw.charAt(i) < '0' || raw.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    /// The ISO date of a serial day number; the number itself if it is no day.
    static String date(String raw, boolean from1904) {
        try {
            double serial = Double.parseDouble(raw);
            if (serial < 1 || serial > 2_958_465) {
                return plain(raw);
            }
            // Reason: Excel believes in 29 February 1900, so days before 1 March 1900 are one off.
            LocalDate zero =
                    from1904
                            ? LocalDate.of(1904, 1, 1)
                            : serial < 60 ? LocalDate.of(1899, 12, 31) : LocalDate.of(1899, 12, 30);
            return zero.plusDays((long) serial).toString();
        } catch (NumberFormatException e) {
            return raw;
        }
    }

    /// Whether a number format shows a day.
    static boolean isDate(int id, String format) {
        if (id >= 14 && id <= 17 || id == 22 || id >= 27 && id <= 31 || id == 36) {
            return true;
        }
        if (id >= 50 && id <= 54 || id == 57 || id == 58) {
            return true;
        }
        String bare = format.replaceAll("\"[^\"]*\"|\\[[^\\]]*\\]|\\\\.|_.|\\*.", "");
        return bare.matches("(?is).*(yy|d).*") && !bare.matches("(?s).*[0#?].*");
    }
}

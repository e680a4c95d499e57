package zhuhu.record;

import java.util.Locale;

/// In what way somebody came to stand behind a revision.
public enum How {
    ROSTER,
    TYPED,
    CONFIRMED,
    WORKBOOK,
    RESOLVED;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// `code`: one that [#code()] gave.
    public static How of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}

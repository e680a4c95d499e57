package zhuhu.record;

import java.util.Locale;
import java.util.Optional;

/// What a record is about. The order here is the order in which kinds are listed.
public enum Kind {
    VILLAGE,
    HOUSEHOLD,
    PERSON,
    VISIT,
    PAIRING,
    ISSUE,
    MEASURE,
    PROJECT,
    SITE,
    FUND,
    TASK,
    LINK;

    /// The name in files: lower-case English.
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Kind> of(String code) {
        for (Kind kind : values()) {
            if (kind.code().equals(code)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }
}

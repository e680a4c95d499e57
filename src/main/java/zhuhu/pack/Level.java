package zhuhu.pack;

import java.util.Locale;
import java.util.Optional;

/// How much a finding weighs. An error stops finalising the visit that can mend it, and never an
/// export; a doubt asks for a reason, which travels with the visit; a hint is only shown.
public enum Level {
    ERROR,
    DOUBT,
    HINT;

    /// The name in files: lower-case English.
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Level> of(String code) {
        for (Level level : values()) {
            if (level.code().equals(code)) {
                return Optional.of(level);
            }
        }
        return Optional.empty();
    }
}

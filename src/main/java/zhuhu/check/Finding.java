package zhuhu.check;

import java.util.List;
import zhuhu.pack.Level;

/// Something wrong or odd, at its place. Shape: `record` and `household` ids as text (`record` a
/// person or the household itself); `section` and `question` where it stands, "" if nowhere in
/// particular; `reason` what somebody gave for it, "" if nobody did; `usual` reasons that often
/// hold.
public record Finding(
        String rule,
        Level level,
        String record,
        String household,
        String section,
        String question,
        String message,
        String next,
        List<String> usual,
        String reason) {

    public Finding {
        usual = List.copyOf(usual);
    }

    /// What the finding is told apart by: the same doubt at the same record is the same doubt.
    public record Key(String rule, String record) {}

    public Key key() {
        return new Key(rule, record);
    }

    public Finding because(String given) {
        return new Finding(
                rule, level, record, household, section, question, message, next, usual, given);
    }

    /// A doubt that nobody has explained.
    public boolean wantsReason() {
        return level == Level.DOUBT && reason.isBlank();
    }
}

package zhuhu.flow.ledger;

import java.math.BigDecimal;
import java.util.List;
import zhuhu.record.Kind;
import zhuhu.record.Values;

/// How far an entry of the ledger has come. Pure; any thread.
public final class LedgerStates {

    private LedgerStates() {}

    /// The states that entries of a kind can be in, in the order of their way; empty for kinds that
    /// are not in the ledger.
    public static List<String> of(Kind kind) {
        return switch (kind) {
            case ISSUE -> List.of("open", "doing", "solved", "checked");
            case MEASURE -> List.of("planned", "working", "finished");
            case PAIRING -> List.of("current", "ended");
            case VILLAGE, HOUSEHOLD, PERSON, VISIT, PROJECT, SITE, FUND, TASK, LINK -> List.of();
        };
    }

    /// The state of an entry that says this.
    public static String of(Kind kind, Values said) {
        return switch (kind) {
            case ISSUE -> ofIssue(said.plain("state"));
            case MEASURE -> ofMeasure(said.plain("progress"));
            case PAIRING -> ofPairing(said.plain("until"));
            case VILLAGE, HOUSEHOLD, PERSON, VISIT, PROJECT, SITE, FUND, TASK, LINK -> "";
        };
    }

    /// An issue without a state is open.
    public static String ofIssue(String state) {
        return state.isEmpty() ? "open" : state;
    }

    /// By its progress per cent.
    public static String ofMeasure(String progress) {
        if (!progress.matches("\\d+(\\.\\d+)?") || new BigDecimal(progress).signum() == 0) {
            return "planned";
        }
        return new BigDecimal(progress).compareTo(BigDecimal.valueOf(100)) < 0
                ? "working"
                : "finished";
    }

    /// Current as long as no end is named.
    public static String ofPairing(String until) {
        return until.isEmpty() ? "current" : "ended";
    }

    /// Whether nothing is left to do, so that no date can be missed.
    public static boolean isDone(String state) {
        return List.of("solved", "checked", "finished", "ended").contains(state);
    }
}

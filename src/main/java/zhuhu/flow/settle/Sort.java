package zhuhu.flow.settle;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import zhuhu.base.Texts;

/// What kind of disagreement a conflict is, in the words a clerk sorts them by.
public enum Sort {
    /// Somebody who had not seen an earlier settlement said something else.
    SINCE_SETTLED,
    /// Two visitors, two answers.
    TWO_VISITORS,
    /// One visitor, two answers: two devices, or a copy that was carried on.
    ONE_VISITOR,
    /// Two copies of one workbook, each retyped by hand.
    TWO_COPIES,
    HAND_AGAINST_VISIT,
    ROSTER_AGAINST_VISIT,
    OTHER;

    /// As commands name it: `two-visitors`.
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// As a person reads it: “两名入户人、两种答案”.
    public String words(Texts texts) {
        return switch (this) {
            case SINCE_SETTLED -> texts.of("settle.sort.sinceSettled");
            case TWO_VISITORS -> texts.of("settle.sort.twoVisitors");
            case ONE_VISITOR -> texts.of("settle.sort.oneVisitor");
            case TWO_COPIES -> texts.of("settle.sort.twoCopies");
            case HAND_AGAINST_VISIT -> texts.of("settle.sort.handAgainstVisit");
            case ROSTER_AGAINST_VISIT -> texts.of("settle.sort.rosterAgainstVisit");
            case OTHER -> texts.of("settle.sort.other");
        };
    }

    static Sort of(List<Side> sides) {
        if (sides.stream().anyMatch(s -> s.voice() == Voice.SETTLED)) {
            return SINCE_SETTLED;
        }
        List<Side> visits = with(sides, Voice.VISIT);
        if (visits.size() > 1) {
            return visits.stream().map(Side::by).distinct().count() > 1
                    ? TWO_VISITORS
                    : ONE_VISITOR;
        }
        List<Side> books = with(sides, Voice.BOOK);
        if (books.size() > 1 && isOnePackage(books)) {
            return TWO_COPIES;
        }
        if (visits.isEmpty()) {
            return OTHER;
        }
        return !books.isEmpty()
                ? HAND_AGAINST_VISIT
                : with(sides, Voice.ROSTER).isEmpty() ? OTHER : ROSTER_AGAINST_VISIT;
    }

    private static List<Side> with(List<Side> sides, Voice voice) {
        return sides.stream().filter(s -> s.voice() == voice).toList();
    }

    private static boolean isOnePackage(List<Side> books) {
        Set<String> packages = new HashSet<>(books.getFirst().vias());
        books.forEach(b -> packages.retainAll(b.vias()));
        return !packages.isEmpty();
    }
}

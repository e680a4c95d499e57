package zhuhu.flow.settle;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import zhuhu.base.Texts;
import zhuhu.record.FactId;
import zhuhu.record.Kind;
import zhuhu.store.Arrival;

/// A sentence that decides conflicts of one kind: by whom, by when, or by how something was said.
/// Shape: `section` limits it to one section of one kind of record, empty for all; `name` the
/// visitor, "" unless [Test#BY]. Stated days are what devices said; they decide only because a
/// person chose the rule that goes by them.
public record Rule(Test test, String name, Optional<Where> section) {

    /// A section by its name alone, without row and year; `label` as people call it.
    public record Where(Kind kind, String name, String label) {

        static Where of(Conflict conflict) {
            int at = conflict.section().indexOf('@');
            String name = at < 0 ? conflict.section() : conflict.section().substring(0, at);
            return new Where(conflict.record().kind(), name, conflict.sectionLabel());
        }

        boolean holds(Conflict conflict) {
            Where other = of(conflict);
            return other.kind() == kind && other.name().equals(name);
        }
    }

    /// What the rule goes by.
    public enum Test {
        /// The latest stated day of the visits.
        LATER_VISIT,
        /// What that person said.
        BY,
        /// Visits before rosters.
        VISIT_OVER_ROSTER,
        /// Visits before cells retyped by hand.
        VISIT_OVER_HAND,
        /// Of files retyped by hand, the one that came later.
        LATER_FILE,
        /// The newest roster before visits.
        ROSTER_OVER_VISIT,
        /// The earlier settlement stays.
        KEEP_SETTLED;

        /// As commands name it: `later-visit`.
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /// How commands name it: `later-visit`, `by:李志远`, `later-visit@household.income`.
    public String code() {
        String by = test == Test.BY ? ":" + name : "";
        return test.code()
                + by
                + section.map(s -> "@" + s.kind().code() + "." + s.name()).orElse("");
    }

    /// As a person reads it: “在『收入』一屏，以回访日期较晚者为准”.
    public String sentence(Texts texts) {
        String what = words(texts);
        return section.map(s -> texts.of("settle.rule.in", s.label(), what)).orElse(what);
    }

    private String words(Texts texts) {
        return switch (test) {
            case LATER_VISIT -> texts.of("settle.rule.laterVisit");
            case BY -> texts.of("settle.rule.by", name);
            case VISIT_OVER_ROSTER -> texts.of("settle.rule.visitOverRoster");
            case VISIT_OVER_HAND -> texts.of("settle.rule.visitOverHand");
            case LATER_FILE -> texts.of("settle.rule.laterFile");
            case ROSTER_OVER_VISIT -> texts.of("settle.rule.rosterOverVisit");
            case KEEP_SETTLED -> texts.of("settle.rule.keepSettled");
        };
    }

    /// Whether it speaks of that conflict at all.
    boolean speaksOf(Conflict conflict) {
        return section.map(s -> s.holds(conflict)).orElse(true) && applies(conflict);
    }

    private boolean applies(Conflict conflict) {
        return switch (test) {
            case LATER_VISIT -> with(conflict, Voice.VISIT).size() > 1;
            case BY -> conflict.sides().stream().anyMatch(s -> s.authors().contains(name));
            case VISIT_OVER_ROSTER, ROSTER_OVER_VISIT ->
                    has(conflict, Voice.VISIT) && has(conflict, Voice.ROSTER);
            case VISIT_OVER_HAND -> has(conflict, Voice.VISIT) && has(conflict, Voice.BOOK);
            case LATER_FILE -> with(conflict, Voice.BOOK).size() > 1;
            case KEEP_SETTLED -> has(conflict, Voice.SETTLED);
        };
    }

    /// The side that it takes; empty where it does not decide.
    Optional<FactId> takes(Conflict conflict) {
        if (!speaksOf(conflict)) {
            return Optional.empty();
        }
        return switch (test) {
            case LATER_VISIT -> later(conflict, Voice.VISIT);
            case LATER_FILE -> laterFile(conflict);
            case BY ->
                    only(
                            conflict.sides().stream()
                                    .filter(s -> s.authors().contains(name))
                                    .toList());
            case VISIT_OVER_ROSTER -> over(conflict, Voice.VISIT, Voice.ROSTER);
            case ROSTER_OVER_VISIT -> over(conflict, Voice.ROSTER, Voice.VISIT);
            case VISIT_OVER_HAND -> over(conflict, Voice.VISIT, Voice.BOOK);
            case KEEP_SETTLED -> only(with(conflict, Voice.SETTLED));
        };
    }

    /// The one side of that voice, where all others are of the other voice.
    private static Optional<FactId> over(Conflict conflict, Voice stronger, Voice weaker) {
        boolean both =
                conflict.sides().stream()
                        .allMatch(s -> s.voice() == stronger || s.voice() == weaker);
        return both ? only(with(conflict, stronger)) : Optional.empty();
    }

    /// Of that voice the side with the latest stated day, where every side has a day, all sides are
    /// of that voice, and no two share the latest day.
    private static Optional<FactId> later(Conflict conflict, Voice voice) {
        List<Side> sides = with(conflict, voice);
        boolean known =
                sides.size() == conflict.sides().size()
                        && sides.stream().noneMatch(s -> s.day().isEmpty());
        if (!known) {
            return Optional.empty();
        }
        String last = sides.stream().map(Side::day).max(String::compareTo).orElse("");
        return only(sides.stream().filter(s -> s.day().equals(last)).toList());
    }

    /// Of files retyped by hand the one that was merged here last; where one was not merged here,
    /// the one with the latest stated day.
    private static Optional<FactId> laterFile(Conflict conflict) {
        List<Side> sides = with(conflict, Voice.BOOK);
        if (sides.size() != conflict.sides().size()
                || sides.stream().anyMatch(s -> s.file().isEmpty())) {
            return later(conflict, Voice.BOOK);
        }
        long last = sides.stream().mapToLong(Rule::arrival).max().orElse(0);
        return only(sides.stream().filter(s -> arrival(s) == last).toList());
    }

    private static long arrival(Side side) {
        return side.file().map(Arrival::n).orElse(0L);
    }

    private static Optional<FactId> only(List<Side> sides) {
        return sides.size() == 1 ? Optional.of(sides.getFirst().id()) : Optional.empty();
    }

    private static List<Side> with(Conflict conflict, Voice voice) {
        return conflict.sides().stream().filter(s -> s.voice() == voice).toList();
    }

    private static boolean has(Conflict conflict, Voice voice) {
        return !with(conflict, voice).isEmpty();
    }

    /// Every rule that decides at least one of these conflicts, each with what it decides: those
    /// for everything first, then by section; more decided first.
    public static List<Ruling> of(List<Conflict> conflicts) {
        var rulings = new ArrayList<Ruling>();
        for (Rule rule : thinkable(conflicts)) {
            Ruling ruling = Ruling.of(rule, conflicts);
            if (!ruling.decided().isEmpty()) {
                rulings.add(ruling);
            }
        }
        rulings.removeIf(r -> r.rule().section().isPresent() && isSame(r, rulings));
        rulings.sort(
                java.util.Comparator.comparing((Ruling r) -> r.rule().test())
                        .thenComparing(r -> r.rule().name())
                        .thenComparing(r -> r.rule().section().isPresent())
                        .thenComparing(r -> -r.decided().size()));
        return List.copyOf(rulings);
    }

    /// Whether the rule for all sections decides the very same.
    private static boolean isSame(Ruling one, List<Ruling> all) {
        return all.stream()
                .anyMatch(r ->
                        r.rule().section().isEmpty()
                                && r.rule().test() == one.rule().test()
                                && r.rule().name().equals(one.rule().name())
                                && r.decided().size() == one.decided().size());
    }

    private static List<Rule> thinkable(List<Conflict> conflicts) {
        List<Where> sections = conflicts.stream().map(Where::of).distinct().toList();
        List<String> names =
                conflicts.stream()
                        .flatMap(c -> c.sides().stream())
                        .filter(s -> s.voice() == Voice.VISIT || s.voice() == Voice.BOOK)
                        .flatMap(s -> s.authors().stream())
                        .distinct()
                        .sorted()
                        .toList();
        var rules = new ArrayList<Rule>();
        for (Test test : Test.values()) {
            for (String name : test == Test.BY ? names : List.of("")) {
                rules.add(new Rule(test, name, Optional.empty()));
                sections.forEach(s -> rules.add(new Rule(test, name, Optional.of(s))));
            }
        }
        return rules;
    }
}

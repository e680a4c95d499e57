package zhuhu.flow.change;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import zhuhu.flow.change.RosterChange.Sort;
import zhuhu.pack.Headings;
import zhuhu.pack.Schema;
import zhuhu.record.FactId;
import zhuhu.record.How;
import zhuhu.record.Kind;
import zhuhu.record.Revision;
import zhuhu.record.Section;
import zhuhu.record.Value;
import zhuhu.store.Told;
import zhuhu.store.Told.Heard;

/// Holds what a household or person says now against what the last roster said of it. One thread;
/// it remembers which properties rosters ever spoke of.
final class RecordComparison {

    /// A difference. Shape: `section` as the record names it, "" for the record as a whole;
    /// `roster` what the last roster says, empty where it says nothing; `verified` what was found,
    /// several where sides differ; `finder` who found it first; `listed` the order of the newest
    /// roster that speaks of it, 0 for none; `says` whether that one says what was found;
    /// `contested` where nobody has settled it.
    record Finding(
            Sort sort,
            String section,
            Schema.@Nullable Property property,
            Optional<Value> roster,
            List<Value> verified,
            Heard finder,
            long listed,
            boolean says,
            boolean contested) {}

    private static final BigDecimal ROUNDING = new BigDecimal("0.5");
    private static final Comparator<Heard> BY_DATE =
            Comparator.<Heard, String>comparing(h -> Objects.requireNonNullElse(h.stamp().at(), ""))
                    .thenComparingLong(Heard::order);

    private final Schema schema;
    private final Headings headings;
    private final Map<String, Set<String>> columns;
    private final Set<String> spokenOf = new HashSet<>();

    /// `columns`: what is known of rosters' columns, by package.
    RecordComparison(Schema schema, Headings headings, Map<String, Set<String>> columns) {
        this.schema = schema;
        this.headings = headings;
        this.columns = columns;
        columns.values().forEach(spokenOf::addAll);
    }

    /// Whether any roster has a column for it, as far as was seen.
    boolean isSpokenOf(Kind kind, String section, String property) {
        return spokenOf.contains(name(kind, section, property));
    }

    List<Finding> of(Told told) {
        List<Heard> rosters = told.heard().stream().filter(RecordComparison::isRoster).toList();
        rosters.forEach(this::remember);
        Optional<Heard> first =
                told.heard().stream()
                        .filter(h -> !isRoster(h))
                        .min(Comparator.comparingLong(Heard::order));
        if (first.isEmpty()) {
            return List.of();
        }
        var found = new ArrayList<Finding>();
        boolean isNew = rosters.stream().noneMatch(r -> r.order() < first.get().order());
        Optional<Finding> ended = ended(told, rosters);
        if (isNew && ended.isEmpty()) {
            found.add(
                    new Finding(
                            told.record().kind() == Kind.HOUSEHOLD
                                    ? Sort.NEW_HOUSEHOLD
                                    : Sort.NEW_PERSON,
                            "",
                            null,
                            Optional.empty(),
                            List.of(),
                            first.get(),
                            listed(rosters),
                            !rosters.isEmpty(),
                            isContested(told)));
        }
        if (!rosters.isEmpty()) {
            ended.ifPresent(found::add);
            if (ended.isEmpty()) {
                properties(told, found);
            }
        }
        return found;
    }

    private static boolean isContested(Told told) {
        return told.sections().values().stream().anyMatch(s -> s instanceof Section.Contested);
    }

    static long listed(List<Heard> rosters) {
        return rosters.stream().mapToLong(Heard::order).max().orElse(0);
    }

    static boolean isRoster(Heard heard) {
        return heard.stamp().how() == How.ROSTER;
    }

    private void remember(Heard roster) {
        Revision revision = roster.revision();
        revision.values()
                .map()
                .keySet()
                .forEach(p -> spokenOf.add(name(revision.record().kind(), revision.section(), p)));
    }

    private static String name(Kind kind, String section, String property) {
        return kind.code() + "." + section + "." + property;
    }

    // ---- somebody is gone

    private Optional<Finding> ended(Told told, List<Heard> rosters) {
        boolean household = told.record().kind() == Kind.HOUSEHOLD;
        String section = household ? "ended" : "change";
        Value wanted = Value.text(household ? "1" : "2");
        Section now = told.sections().get(section);
        if (now == null) {
            return Optional.empty();
        }
        List<Value> said = said(now, section);
        if (!said.contains(wanted)) {
            return Optional.empty();
        }
        return told.heard().stream()
                .filter(h ->
                        h.revision().section().equals(section)
                                && h.revision()
                                        .values()
                                        .get(section)
                                        .filter(wanted::equals)
                                        .isPresent()
                                && !isRoster(h))
                .min(Comparator.comparingLong(Heard::order))
                .map(finder ->
                        new Finding(
                                household ? Sort.ENDED_HOUSEHOLD : Sort.ENDED_PERSON,
                                section,
                                null,
                                Optional.empty(),
                                now instanceof Section.Contested ? said : List.of(wanted),
                                finder,
                                listed(rosters),
                                false,
                                now instanceof Section.Contested));
    }

    /// What the sides say of a property, each once.
    private static List<Value> said(Section now, String property) {
        Stream<Revision> sides =
                switch (now) {
                    case Section.Unwritten() -> Stream.of();
                    case Section.Agreed(Revision revision, _) -> Stream.of(revision);
                    case Section.Contested(List<Revision> all, _, _) -> all.stream();
                };
        return sides.flatMap(r -> r.values().get(property).stream()).distinct().toList();
    }

    // ---- property by property

    private void properties(Told told, List<Finding> found) {
        Kind kind = told.record().kind();
        told.sections()
                .forEach((name, now) -> {
                    Optional<Schema.Section> section = schema.section(kind, name);
                    boolean whole = name.equals("change") || name.equals("ended");
                    if (section.isPresent() && !whole) {
                        for (Schema.Property property : section.get().properties()) {
                            if (counts(kind, section.get(), property)) {
                                property(told, name, property, now).ifPresent(found::add);
                            }
                        }
                    }
                });
    }

    /// Whether the national system has a place for it: a column that is known, or one in rosters.
    boolean counts(Kind kind, Schema.Section section, Schema.Property property) {
        return !property.national().isEmpty()
                || headings.usual(kind, section.name(), property.name()).isPresent();
    }

    private Optional<Finding> property(
            Told told, String section, Schema.Property property, Section now) {
        String name = property.name();
        var asked = Asked.of(section, name);
        List<Heard> rosters = rosters(told, asked);
        Optional<Heard> last = rosters.stream().max(BY_DATE);
        Optional<Value> says = last.flatMap(r -> r.revision().values().get(asked.property()));
        List<Value> said = said(now, name);
        if (now instanceof Section.Contested) {
            return said.stream().allMatch(v -> asked.same(Optional.of(v), says))
                    ? Optional.empty()
                    : heardOf(told, section, now)
                            .map(finder -> finding(told, section, property, says, said, finder));
        }
        if (said.isEmpty() || isUnknown(said.getFirst())) {
            return Optional.empty();
        }
        Value value = said.getFirst();
        Optional<Heard> finder = finder(told, section, now, name, value);
        if (finder.isEmpty()) {
            return Optional.empty();
        }
        if (asked.same(Optional.of(value), says)) {
            return rosters.stream()
                    .filter(r -> r.order() < finder.get().order())
                    .max(BY_DATE)
                    .map(r -> r.revision().values().get(asked.property()))
                    .filter(before -> !asked.same(Optional.of(value), before))
                    .map(before ->
                            settled(
                                    sort(told, section, property),
                                    section,
                                    property,
                                    before,
                                    value,
                                    finder.get(),
                                    last));
        }
        return Optional.of(
                new Finding(
                        sort(told, section, property),
                        section,
                        property,
                        says,
                        said,
                        finder.get(),
                        last.map(Heard::order).orElse(0L),
                        false,
                        false));
    }

    private static Finding settled(
            Sort sort,
            String section,
            Schema.Property property,
            Optional<Value> before,
            Value value,
            Heard finder,
            Optional<Heard> last) {
        return new Finding(
                sort,
                section,
                property,
                before,
                List.of(value),
                finder,
                last.map(Heard::order).orElse(0L),
                true,
                false);
    }

    private Finding finding(
            Told told,
            String section,
            Schema.Property property,
            Optional<Value> says,
            List<Value> said,
            Heard finder) {
        return new Finding(
                sort(told, section, property),
                section,
                property,
                says,
                said,
                finder,
                0,
                false,
                true);
    }

    private Sort sort(Told told, String section, Schema.Property property) {
        var asked = Asked.of(section, property.name());
        if (section.equals("residence") && property.name().equals("household")) {
            return Sort.MOVED_PERSON;
        }
        return isSpokenOf(told.record().kind(), asked.section(), asked.property())
                ? Sort.PROPERTY
                : Sort.UNLISTED;
    }

    /// What rosters say of a property that a visit answers. Reason: rosters state the income of a
    /// year in a section of their own, so that the visits' reckoning is never overwritten.
    private record Asked(String section, String property, boolean rounded) {

        static Asked of(String section, String property) {
            return property.equals("net_income_per_head") && section.startsWith("income@")
                    ? new Asked("stated_" + section, "stated_net_income_per_head", true)
                    : new Asked(section, property, false);
        }

        /// Empty and not said are the same to a clerk; rosters round what is reckoned.
        boolean same(Optional<Value> found, Optional<Value> roster) {
            Value one = found.orElse(Value.EMPTY);
            Value other = roster.orElse(Value.EMPTY);
            return one.equals(other)
                    || rounded
                            && one instanceof Value.Number(BigDecimal a)
                            && other instanceof Value.Number(BigDecimal b)
                            && a.subtract(b).abs().compareTo(ROUNDING) <= 0;
        }
    }

    /// The rosters that speak of it: not those that are known to have no such column.
    private List<Heard> rosters(Told told, Asked asked) {
        String name = name(told.record().kind(), asked.section(), asked.property());
        return told.heard().stream()
                .filter(h -> isRoster(h) && h.revision().section().equals(asked.section()))
                .filter(h -> {
                    Set<String> known = columns.get(h.stamp().via());
                    return known == null || known.contains(name);
                })
                .toList();
    }

    private static boolean isUnknown(Value value) {
        return value.plain().equals("unknown");
    }

    /// Who said first what now holds, without anybody saying otherwise in between.
    private static Optional<Heard> finder(
            Told told, String section, Section now, String property, Value value) {
        Map<FactId, Revision> known = new HashMap<>();
        told.heard().stream()
                .map(Heard::revision)
                .filter(r -> r.section().equals(section))
                .forEach(r -> known.put(r.id(), r));
        var chain = new HashSet<FactId>();
        var waiting = new ArrayList<Revision>(now.allHeads());
        while (!waiting.isEmpty()) {
            Revision revision = waiting.removeLast();
            boolean holds = revision.values().get(property).filter(value::equals).isPresent();
            if (holds && chain.add(revision.id())) {
                for (FactId below : revision.supersedes()) {
                    Revision earlier = known.get(below);
                    if (earlier != null) {
                        waiting.add(earlier);
                    }
                }
            }
        }
        return told.heard().stream()
                .filter(h -> !isRoster(h) && chain.contains(h.revision().id()))
                .min(Comparator.comparingLong(Heard::order));
    }

    /// The first who is no roster and stands behind one of the sides.
    private static Optional<Heard> heardOf(Told told, String section, Section now) {
        Set<FactId> sides = new HashSet<>();
        now.allHeads().forEach(head -> sides.add(head.id()));
        return told.heard().stream()
                .filter(h -> h.revision().section().equals(section))
                .filter(h -> !isRoster(h) && sides.contains(h.revision().id()))
                .min(Comparator.comparingLong(Heard::order));
    }
}

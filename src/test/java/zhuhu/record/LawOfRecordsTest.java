package zhuhu.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What must hold in every history. A failure names its seed; `-Dzhuhu.seed=N` plays it alone.
final class LawOfRecordsTest {

    private static final RecordId HOUSEHOLD = Ids.householdByNumber("5223010001");

    static Stream<Long> seeds() {
        return Histories.seeds(300).stream();
    }

    private static Facts all(long seed) {
        return Histories.laptops(seed).stream().reduce(Facts.NONE, Facts::union);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void unionIsCommutativeAssociativeAndIdempotent(long seed) {
        List<Facts> laptops = Histories.laptops(seed);
        Facts a = laptops.get(0);
        Facts b = laptops.get(1);
        Facts c = laptops.get(2);
        assertThat(a.union(b)).as("seed %d", seed).isEqualTo(b.union(a));
        assertThat(a.union(b).union(c)).as("seed %d", seed).isEqualTo(a.union(b.union(c)));
        assertThat(a.union(b).union(a).union(b)).as("seed %d", seed).isEqualTo(a.union(b));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void headsDoNotDependOnTheOrderOfRevisions(long seed) {
        Facts facts = all(seed);
        Set<FactId> live = facts.live();
        var revisions = new ArrayList<>(facts.revisions().values());
        revisions.removeIf(r -> !r.section().equals("contact") || !r.record().equals(HOUSEHOLD));
        Section straight = Heads.of(revisions, live::contains, _ -> false);
        Collections.shuffle(revisions, new Random(seed));
        assertThat(Heads.of(revisions, live::contains, _ -> false))
                .as("seed %d", seed)
                .isEqualTo(straight);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void everyLiveStatementIsAHeadOrWasSeenByOneWhoSupersededIt(long seed) {
        Facts facts = all(seed);
        Set<FactId> live = facts.live();
        var heads = new HashSet<FactId>();
        Histories.state(facts).values().stream()
                .flatMap(sections -> sections.values().stream())
                .flatMap(section -> section.allHeads().stream())
                .forEach(head -> heads.add(head.id()));
        Classes classes = facts.classes();
        var seen = new HashSet<FactId>();
        facts.revisions().values().stream()
                .filter(r -> live.contains(r.id()))
                .forEach(r -> below(r, facts, classes, seen));
        assertThat(live)
                .as("seed %d", seed)
                .allMatch(id -> heads.contains(id) || seen.contains(id));
        assertThat(heads)
                .as("seed %d", seed)
                .allMatch(id -> live.contains(id) && !seen.contains(id));
    }

    /// What a revision supersedes of its own record, or of one that is the same.
    private static void below(Revision from, Facts facts, Classes classes, Set<FactId> seen) {
        for (FactId id : from.supersedes()) {
            Revision revision = facts.revisions().get(id);
            boolean own =
                    revision == null
                            || classes.of(revision.record()).equals(classes.of(from.record()));
            if (own && seen.add(id) && revision != null) {
                below(revision, facts, classes, seen);
            }
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void everySideOfAConflictIsKeptAndCoversWhatAllHeadsSay(long seed) {
        Histories.state(all(seed)).values().stream()
                .flatMap(sections -> sections.values().stream())
                .forEach(section -> {
                    List<Revision> sides =
                            switch (section) {
                                case Section.Unwritten() -> List.of();
                                case Section.Agreed agreed -> List.of(agreed.revision());
                                case Section.Contested contested -> contested.sides();
                            };
                    assertThat(section.allHeads())
                            .as("seed %d", seed)
                            .allMatch(head ->
                                    sides.stream().anyMatch(s -> s.values().covers(head.values())));
                });
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whatIsWithdrawnAndTakenBackIsAsItWas(long seed) {
        Facts facts = all(seed);
        List<FactId> some = facts.standing().stream().sorted().limit(3).toList();
        Withdrawal withdrawal = Withdrawal.of(some, "检查", null, null, "试");
        TakeBack back = TakeBack.of(withdrawal.id(), "检查", null, null);
        Facts without = facts.union(Facts.of(List.of(), List.of(), List.of(withdrawal), List.of()));
        Facts again = without.union(Facts.of(List.of(), List.of(), List.of(), List.of(back)));
        assertThat(Histories.state(again)).as("seed %d", seed).isEqualTo(Histories.state(facts));
        assertThat(without.standing()).as("seed %d", seed).noneMatch(some::contains);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void everyFactIsSoundAndAChangedOneIsNot(long seed) {
        Facts facts = all(seed);
        assertThat(facts.revisions().values()).allMatch(Revision::isSound);
        assertThat(facts.attestations().values()).allMatch(Attestation::isSound);
        assertThat(facts.withdrawals().values()).allMatch(Withdrawal::isSound);
        assertThat(facts.takeBacks().values()).allMatch(TakeBack::isSound);
        assertThat(facts.revisions().values())
                .noneMatch(r ->
                        new Revision(
                                        r.id(),
                                        r.record(),
                                        r.section(),
                                        r.supersedes(),
                                        r.values().with("added", Value.EMPTY))
                                .isSound());
    }

    @Test
    void twoWhoConfirmTheSameHeadsMakeOneRevisionAndOneWhoChangesMakesAConflict() {
        Revision base = phone(List.of(), "1");
        Revision confirmed = phone(List.of(base.id()), "1");
        Revision again = phone(List.of(base.id()), "1");
        Revision changed = phone(List.of(base.id()), "2");
        assertThat(again).isEqualTo(confirmed);
        assertThat(Heads.of(List.of(base, confirmed, changed), _ -> true, _ -> false))
                .isEqualTo(
                        new Section.Contested(
                                sorted(confirmed, changed),
                                sorted(confirmed, changed),
                                base.values()));
    }

    @Test
    void aSettledConflictDoesNotComeBack() {
        Revision base = phone(List.of(), "1");
        Revision one = phone(List.of(base.id()), "2");
        Revision two = phone(List.of(base.id()), "3");
        Revision settled = phone(List.of(one.id(), two.id()), "3");
        assertThat(Heads.of(List.of(one, settled, base, two), _ -> true, _ -> false))
                .isEqualTo(new Section.Agreed(settled, List.of(settled)));
    }

    @Test
    void supersedingGoesThroughWhatIsWithdrawnAndStartsOnlyAtWhatIsLive() {
        Revision first = phone(List.of(), "1");
        Revision second = phone(List.of(first.id()), "2");
        Revision third = phone(List.of(second.id()), "3");
        List<Revision> all = List.of(first, second, third);
        assertThat(Heads.of(all, id -> !id.equals(second.id()), _ -> false).allHeads())
                .containsExactly(third);
        assertThat(Heads.of(all, id -> id.equals(first.id()), _ -> false).allHeads())
                .containsExactly(first);
        assertThat(Heads.of(all, _ -> false, _ -> false)).isEqualTo(new Section.Unwritten());
    }

    @Test
    void aHeadThatSaysLessThanAnotherAddsNothing() {
        Revision less = phone(List.of(), "1");
        Revision more =
                Revision.of(
                        HOUSEHOLD,
                        "contact",
                        List.of(),
                        Values.of(
                                Map.of("phone", Value.text("1"), "wage_income", Value.number(9))));
        assertThat(Heads.of(List.of(less, more), _ -> true, _ -> false))
                .isEqualTo(new Section.Agreed(more, sorted(less, more)));
        assertThat(Heads.of(List.of(less, more), _ -> true, "wage_income"::equals))
                .isInstanceOf(Section.Agreed.class);
    }

    private static Revision phone(List<FactId> below, String phone) {
        return Revision.of(
                HOUSEHOLD, "contact", below, Values.of(Map.of("phone", Value.text(phone))));
    }

    private static List<Revision> sorted(Revision... revisions) {
        return Stream.of(revisions).sorted((a, b) -> a.id().compareTo(b.id())).toList();
    }
}

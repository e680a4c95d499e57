package zhuhu.record;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

/// Invented work of several people who meet now and then: each states, confirms, withdraws and
/// takes back by what is known on the own laptop. The same seed gives the same history.
public final class Histories {

    private static final List<RecordId> RECORDS =
            List.of(
                    Ids.householdByNumber("5223010001"),
                    Ids.householdByNumber("5223010002"),
                    Ids.householdByNumber("5223010003"),
                    Ids.personByIdNo("11010519491231002X"));
    private static final List<String> SECTIONS = List.of("contact", "income@2016");
    private static final int LAPTOPS = 3;

    private final Random random;
    private final List<Facts> laptops = new ArrayList<>();

    private Histories(long seed) {
        random = new Random(seed);
        for (int i = 0; i < LAPTOPS; i++) {
            laptops.add(Facts.NONE);
        }
    }

    /// What each laptop knows at the end; they have not all met.
    public static List<Facts> laptops(long seed) {
        var history = new Histories(seed);
        int acts = 5 + history.random.nextInt(40);
        for (int i = 0; i < acts; i++) {
            history.act();
        }
        return List.copyOf(history.laptops);
    }

    /// The seeds to try: one that is asked for (`-Dzhuhu.seed=N`), or the first `count`.
    public static List<Long> seeds(int count) {
        Long asked = Long.getLong("zhuhu.seed");
        if (asked != null) {
            return List.of(asked);
        }
        var seeds = new ArrayList<Long>();
        for (long seed = 1; seed <= count; seed++) {
            seeds.add(seed);
        }
        return seeds;
    }

    /// The state of every section ever written, by record and section; of records that are one, by
    /// the one that stands for all.
    public static Map<RecordId, Map<String, Section>> state(Facts facts) {
        Set<FactId> live = facts.live();
        Classes classes = facts.classes();
        var grouped = new TreeMap<RecordId, Map<String, List<Revision>>>();
        for (Revision revision : facts.revisions().values()) {
            grouped.computeIfAbsent(classes.of(revision.record()), _ -> new TreeMap<>())
                    .computeIfAbsent(revision.section(), _ -> new ArrayList<>())
                    .add(revision);
        }
        var state = new TreeMap<RecordId, Map<String, Section>>();
        grouped.forEach((record, sections) -> {
            var mine = new TreeMap<String, Section>();
            sections.forEach((name, revisions) ->
                    mine.put(name, Heads.of(revisions, live::contains, _ -> false)));
            state.put(record, mine);
        });
        return state;
    }

    private void act() {
        int laptop = random.nextInt(LAPTOPS);
        Facts before = laptops.get(laptop);
        Facts after =
                switch (random.nextInt(10)) {
                    case 0 -> withdraw(before, laptop);
                    case 1 -> takeBack(before, laptop);
                    case 2, 3 -> before.union(laptops.get(random.nextInt(LAPTOPS)));
                    case 4 -> agree(before, laptop);
                    case 5 -> link(before, laptop);
                    default -> state(before, laptop);
                };
        laptops.set(laptop, after);
    }

    private Facts state(Facts facts, int laptop) {
        RecordId record = one(RECORDS);
        String section = one(SECTIONS);
        Section now =
                state(facts)
                        .getOrDefault(facts.classes().of(record), Map.of())
                        .getOrDefault(section, new Section.Unwritten());
        List<FactId> seen = now.allHeads().stream().map(Revision::id).toList();
        Values values = random.nextInt(4) == 0 ? now.shown() : values();
        return with(facts, Revision.of(record, section, seen, values), laptop);
    }

    /// Two of the households are said to be the same, or not to be.
    private Facts link(Facts facts, int laptop) {
        int first = random.nextInt(3);
        var link =
                new Link(RECORDS.get(first), RECORDS.get((first + 1) % 3), random.nextInt(4) != 0);
        Section now =
                state(facts)
                        .getOrDefault(link.id(), Map.of())
                        .getOrDefault(Link.SECTION, new Section.Unwritten());
        List<FactId> seen = now.allHeads().stream().map(Revision::id).toList();
        return with(facts, Revision.of(link.id(), Link.SECTION, seen, link.values()), laptop);
    }

    private Values values() {
        var map = new TreeMap<String, Value>();
        map.put("phone", Value.text("138" + random.nextInt(3)));
        if (random.nextBoolean()) {
            map.put("wage_income", random.nextBoolean() ? Value.number(3146) : Value.EMPTY);
        }
        return Values.of(map);
    }

    private Facts agree(Facts facts, int laptop) {
        return facts.revisions().isEmpty()
                ? facts
                : with(facts, one(facts.revisions().values()), laptop);
    }

    private Facts with(Facts facts, Revision revision, int laptop) {
        boolean roster = random.nextInt(4) == 0;
        Stamp stamp =
                roster
                        ? Stamp.of("镇", null, "2017-02-20", How.ROSTER, "9f")
                        : Stamp.of("第" + laptop + "人", "d" + laptop, null, How.TYPED, "v" + laptop);
        return facts.union(
                Facts.of(
                        List.of(revision),
                        List.of(Attestation.of(revision.id(), stamp)),
                        List.of(),
                        List.of()));
    }

    private Facts withdraw(Facts facts, int laptop) {
        if (facts.attestations().isEmpty()) {
            return facts;
        }
        var some = new HashSet<FactId>();
        for (int i = 0; i <= random.nextInt(2); i++) {
            some.add(one(facts.attestations().keySet()));
        }
        Withdrawal withdrawal = Withdrawal.of(some, "第" + laptop + "人", null, null, "错户");
        return facts.union(Facts.of(List.of(), List.of(), List.of(withdrawal), List.of()));
    }

    private Facts takeBack(Facts facts, int laptop) {
        if (facts.withdrawals().isEmpty()) {
            return facts;
        }
        TakeBack takeBack =
                TakeBack.of(one(facts.withdrawals().keySet()), "第" + laptop + "人", null, null);
        return facts.union(Facts.of(List.of(), List.of(), List.of(), List.of(takeBack)));
    }

    private <T> T one(Collection<T> of) {
        return List.copyOf(of).get(random.nextInt(of.size()));
    }
}

package zhuhu.flow.link;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import zhuhu.base.CitizenId;
import zhuhu.base.Pinyin;
import zhuhu.flow.link.Registered.Home;
import zhuhu.flow.link.Registered.Person;
import zhuhu.record.RecordId;

/// Finds persons and households that are alike beyond their keys. Time grows with their number, not
/// with the number of pairs.
final class Alike {

    /// More than so many that are alike in one thing say something about that thing.
    private static final int CROWD = 8;

    /// So many characters of two numbers may be mistyped.
    private static final int TYPOS = 2;

    private static final int START = 14;

    private final Registered all;
    private final Proposed proposed;
    private final Map<RecordId, Map<RecordId, Set<String>>> shared = new HashMap<>();

    private Alike(Registered all, Proposed proposed) {
        this.all = all;
        this.proposed = proposed;
    }

    static void find(Registered all, Proposed proposed) {
        var alike = new Alike(all, proposed);
        alike.byNumber();
        alike.byPersonNumber();
        alike.byOldNumber();
        alike.byDamagedNumber();
        alike.byNameAndBirth();
        alike.byName();
        alike.households();
    }

    private void byNumber() {
        each(
                all.persons(),
                p -> p.isWhole() ? p.number() : "",
                (p, q) -> {
                    boolean card = p.idNo().length() != q.idNo().length();
                    proposed.add(
                            p.id(),
                            q.id(),
                            card ? Why.DISABILITY_ID : Why.SAME_ID,
                            card && p.idNo().length() > 18 ? p.idNo() : q.idNo());
                    twoHomes(p, q);
                });
    }

    private void byPersonNumber() {
        each(
                all.persons(),
                Person::personNo,
                (p, q) -> {
                    proposed.add(
                            p.id(), q.id(), Why.SAME_PERSON_NO, p.personNo(), p.name(), q.name());
                    twoHomes(p, q);
                });
    }

    private void byOldNumber() {
        var old = new HashMap<String, Person>();
        all.persons().stream()
                .filter(p -> p.number().length() == 15)
                .forEach(p -> old.putIfAbsent(p.number(), p));
        if (old.isEmpty()) {
            return;
        }
        for (Person person : all.persons()) {
            Person other = old.get(person.old());
            if (other != null && !other.id().equals(person.id())) {
                proposed.add(other.id(), person.id(), Why.OLD_ID, other.number(), person.number());
                twoHomes(other, person);
            }
        }
    }

    private void byDamagedNumber() {
        var damaged = new HashMap<String, List<Person>>();
        for (Person person : all.persons()) {
            String digits = CitizenId.normal(person.raw().replace(".", ""));
            if (person.number().isEmpty() && digits.matches("[0-9]{14,18}")) {
                damaged.computeIfAbsent(start(person, digits), _ -> new ArrayList<>()).add(person);
            }
        }
        if (damaged.isEmpty()) {
            return;
        }
        for (Person person : all.persons()) {
            if (person.isWhole()) {
                for (Person other :
                        damaged.getOrDefault(start(person, person.number()), List.of())) {
                    proposed.add(
                            other.id(), person.id(), Why.DAMAGED_ID, other.raw(), person.number());
                    twoHomes(other, person);
                }
            }
        }
    }

    private static String start(Person person, String digits) {
        return person.name() + "\n" + digits.substring(0, START);
    }

    private void byNameAndBirth() {
        each(
                all.persons(),
                p ->
                        p.name().isEmpty() || p.birth().isEmpty() || all.village(p).isEmpty()
                                ? ""
                                : all.village(p) + "\n" + p.name() + "\n" + p.birth(),
                (p, q) -> {
                    if (mayBeOne(p, q)) {
                        proposed.add(p.id(), q.id(), Why.NAME_AND_BIRTH, p.name(), p.birth());
                        near(p, q);
                        twoHomes(p, q);
                    }
                });
    }

    private void byName() {
        var households = new LinkedHashMap<String, List<Person>>();
        for (Person person : all.persons()) {
            if (!person.household().isEmpty() && !person.name().isEmpty()) {
                households.computeIfAbsent(person.household(), _ -> new ArrayList<>()).add(person);
            }
        }
        for (List<Person> members : households.values()) {
            for (int i = 0; i < members.size(); i++) {
                for (int j = i + 1; j < members.size(); j++) {
                    byName(members.get(i), members.get(j));
                }
            }
        }
    }

    private void byName(Person p, Person q) {
        boolean otherDay =
                !p.birth().isEmpty() && !q.birth().isEmpty() && !p.birth().equals(q.birth());
        if (otherDay && p.differences(q) == 0 || !mayBeOne(p, q)) {
            return;
        }
        if (p.name().equals(q.name())) {
            proposed.add(p.id(), q.id(), Why.SAME_NAME, p.name());
            near(p, q);
        } else if (p.name().codePointCount(0, p.name().length())
                        == q.name().codePointCount(0, q.name().length())
                && Pinyin.full(p.name()).equals(Pinyin.full(q.name()))) {
            proposed.add(p.id(), q.id(), Why.SAME_SOUND, p.name(), q.name());
            near(p, q);
        }
    }

    private static boolean mayBeOne(Person p, Person q) {
        return p.differences(q) <= TYPOS;
    }

    private void near(Person p, Person q) {
        int differences = p.differences(q);
        if (differences > 0) {
            proposed.add(p.id(), q.id(), Why.NEAR_ID, differences, p.number(), q.number());
        }
    }

    private void twoHomes(Person p, Person q) {
        Home one = all.homes().get(p.household());
        Home other = all.homes().get(q.household());
        if (one != null && other != null && one != other) {
            proposed.add(p.id(), q.id(), Why.TWO_HOMES, one.words(), other.words());
            boolean inOrder = one.id().compareTo(other.id()) < 0;
            shared.computeIfAbsent(inOrder ? one.id() : other.id(), _ -> new HashMap<>())
                    .computeIfAbsent(inOrder ? other.id() : one.id(), _ -> new LinkedHashSet<>())
                    .add(p.name());
        }
    }

    private void households() {
        Collection<Home> homes = all.homes().values();
        each(
                homes,
                Home::number,
                (h, g) ->
                        proposed.add(
                                h.id(), g.id(), Why.SAME_NUMBER, h.number(), h.head(), g.head()));
        each(
                homes,
                Home::headId,
                (h, g) -> proposed.add(h.id(), g.id(), Why.SAME_HEAD, h.head(), h.headId()));
        shared.forEach((one, others) ->
                others.forEach((other, names) ->
                        proposed.add(one, other, Why.SHARED_MEMBERS, String.join("、", names))));
    }

    /// Every two that have the same, not empty, key; where a crowd has it, each with the first.
    private static <T> void each(
            Collection<T> all, Function<T, String> key, BiConsumer<T, T> pair) {
        var groups = new LinkedHashMap<String, List<T>>();
        var first = new HashMap<String, T>();
        for (T one : all) {
            String mine = key.apply(one);
            if (!mine.isEmpty()) {
                T before = first.putIfAbsent(mine, one);
                if (before != null) {
                    groups.computeIfAbsent(mine, _ -> new ArrayList<>(List.of(before))).add(one);
                }
            }
        }
        for (List<T> group : groups.values()) {
            for (int i = 0; i < (group.size() > CROWD ? 1 : group.size()); i++) {
                for (int j = i + 1; j < group.size(); j++) {
                    pair.accept(group.get(i), group.get(j));
                }
            }
        }
    }
}

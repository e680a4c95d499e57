package zhuhu.flow.roster;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import zhuhu.record.RecordId;
import zhuhu.record.Revision;
import zhuhu.record.Section;
import zhuhu.record.Value;
import zhuhu.record.Values;

/// What a roster's word about a section becomes: it rests on what the last roster said, attests
/// what is said already, and only what differs becomes a revision. Source: records, "A roster is an
/// author like any other". Pure; any thread.
final class RosterLaw {

    private RosterLaw() {}

    /// What the roster says of one section. Shape: `asked` are the properties it has columns for;
    /// `untouched` those whose cell could not be read.
    record Word(
            RecordId record,
            String section,
            Values stated,
            Set<String> asked,
            Set<String> untouched) {}

    /// A revision to stand behind. Shape: `fresh` if nobody has stated it so far; `cleared` are the
    /// properties that the last roster gave and this one leaves blank.
    record Statement(Revision revision, boolean fresh, List<String> cleared) {}

    /// Empty if the roster says nothing of the section. `last` is the last roster's revision, `now`
    /// the state of the section.
    static Optional<Statement> statement(
            Word word, @Nullable Revision last, Section now, Predicate<String> calculated) {
        Values rest = last == null ? Values.NONE : last.values();
        List<String> cleared =
                word.asked().stream()
                        .filter(p -> !word.stated().map().containsKey(p))
                        .filter(p -> !word.untouched().contains(p))
                        .filter(p -> !rest.get(p).orElse(Value.EMPTY).equals(Value.EMPTY))
                        .sorted()
                        .toList();
        if (word.stated().map().isEmpty() && cleared.isEmpty()) {
            return last == null
                    ? Optional.empty()
                    : Optional.of(new Statement(last, false, cleared));
        }
        Values said = clear(word.stated(), cleared).over(rest);
        Values compared = said.only(calculated.negate());
        if (last != null && rest.only(calculated.negate()).equals(compared)) {
            return Optional.of(new Statement(last, false, cleared));
        }
        for (Revision head : now.allHeads()) {
            if (head.values().only(calculated.negate()).equals(compared)) {
                return Optional.of(new Statement(head, false, cleared));
            }
        }
        var supersedes = last == null ? List.<zhuhu.record.FactId>of() : List.of(last.id());
        return Optional.of(
                new Statement(
                        Revision.of(word.record(), word.section(), supersedes, said),
                        true,
                        cleared));
    }

    private static Values clear(Values stated, List<String> cleared) {
        if (cleared.isEmpty()) {
            return stated;
        }
        Map<String, Value> values = new TreeMap<>(stated.map());
        cleared.forEach(p -> values.put(p, Value.EMPTY));
        return Values.of(values);
    }
}

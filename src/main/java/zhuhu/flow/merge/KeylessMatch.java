package zhuhu.flow.merge;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import zhuhu.base.Plain;
import zhuhu.base.Problem;
import zhuhu.record.Ids;
import zhuhu.record.Kind;
import zhuhu.record.RecordId;
import zhuhu.store.Workspace;
import zhuhu.workbook.read.RowWord;

/// Finds whom a row without any key is about: by 户编号 or 人编号, then by 证件号码 with the name. Never
/// guesses. Source: records, "Matching an incoming row".
final class KeylessMatch {

    private final Workspace workspace;

    KeylessMatch(Workspace workspace) {
        this.workspace = workspace;
    }

    /// The record, or why it cannot be told.
    sealed interface Match {
        record Found(RecordId record) implements Match {}

        record Unknown(Problem why) implements Match {}
    }

    Match of(RowWord.Keyless row) {
        RowWord.Numbers numbers = row.numbers();
        return switch (row.kind()) {
            case HOUSEHOLD ->
                    byNumber(row, "household_no", numbers.householdNo())
                            .or(() -> byId(row, "head_id_no"))
                            .orElseGet(() -> unknown(row));
            case PERSON ->
                    byNumber(row, "person_no", numbers.personNo())
                            .or(() -> byId(row, "id_no"))
                            .or(() -> byFirstDigits(row))
                            .orElseGet(() -> unknown(row));
            case VILLAGE ->
                    one(row, carriers("village_name", Ids.villageName(numbers.name())))
                            .orElseGet(() -> unknown(row));
            case VISIT, PAIRING, ISSUE, MEASURE, PROJECT, SITE, FUND, TASK, LINK -> unknown(row);
        };
    }

    private Set<RecordId> carriers(String type, String number) {
        var found = new LinkedHashSet<RecordId>();
        if (!number.isEmpty()) {
            List<Workspace.Number> all = workspace.numbers(type, number);
            boolean anyCurrent = all.stream().anyMatch(Workspace.Number::current);
            all.stream()
                    .filter(n -> n.current() || !anyCurrent)
                    .forEach(n -> found.add(n.record()));
        }
        return found;
    }

    /// Reason: a number with another name is 号同人不同, and for a person to look at.
    private Optional<Match> byNumber(RowWord.Keyless row, String type, String number) {
        Set<RecordId> carriers = carriers(type, number);
        if (carriers.isEmpty()) {
            return Optional.empty();
        }
        List<RecordId> named = named(carriers, row.numbers().name());
        return named.isEmpty() && !row.numbers().name().isEmpty()
                ? Optional.of(other(row, carriers.iterator().next()))
                : one(row, named.isEmpty() ? carriers : named);
    }

    private Optional<Match> byId(RowWord.Keyless row, String type) {
        Set<RecordId> carriers = carriers(type, row.numbers().idNo());
        if (carriers.isEmpty()) {
            return Optional.empty();
        }
        List<RecordId> named = named(carriers, row.numbers().name());
        return named.isEmpty()
                ? Optional.of(other(row, carriers.iterator().next()))
                : one(row, named);
    }

    private Optional<Match> byFirstDigits(RowWord.Keyless row) {
        if (row.numbers().firstDigits().isEmpty()) {
            return Optional.empty();
        }
        var found = new LinkedHashSet<RecordId>();
        for (Map<String, String> each :
                workspace.query(
                        "SELECT id FROM person WHERE substr(id_no, 1, 14) = ?",
                        row.numbers().firstDigits())) {
            found.add(new RecordId(Kind.PERSON, UUID.fromString(String.valueOf(each.get("id")))));
        }
        return one(row, named(found, row.numbers().name()));
    }

    private List<RecordId> named(Collection<RecordId> records, String name) {
        String folded = Plain.folded(name);
        return records.stream()
                .filter(r -> !folded.isEmpty() && folded.equals(Plain.folded(name(r))))
                .toList();
    }

    private String name(RecordId record) {
        return record.kind() == Kind.HOUSEHOLD
                ? workspace.section(record, "place").shown().plain("head_name")
                : workspace.section(record, "identity").shown().plain("person_name");
    }

    private static Optional<Match> one(RowWord.Keyless row, Collection<RecordId> records) {
        return switch (records.size()) {
            case 0 -> Optional.empty();
            case 1 -> Optional.of(new Match.Found(records.iterator().next()));
            default ->
                    Optional.of(
                            new Match.Unknown(
                                    Problem.of(
                                                    "mergeSeveralMatch",
                                                    row.numbers().name(),
                                                    records.size())
                                            .at(row.at())));
        };
    }

    private Match other(RowWord.Keyless row, RecordId record) {
        return new Match.Unknown(
                Problem.of(
                                "mergeOtherPerson",
                                row.numbers().name(),
                                name(record),
                                record.shortKey())
                        .at(row.at()));
    }

    private static Match unknown(RowWord.Keyless row) {
        return new Match.Unknown(Problem.of("mergeNoMatch", row.numbers().name()).at(row.at()));
    }
}

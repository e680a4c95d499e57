package zhuhu.flow;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import zhuhu.flow.handout.Rounds;
import zhuhu.form.Ref;
import zhuhu.record.Attestation;
import zhuhu.record.FactId;
import zhuhu.record.Kind;
import zhuhu.record.RecordId;
import zhuhu.record.Revision;
import zhuhu.record.Section;
import zhuhu.record.Value;
import zhuhu.store.Workspace;

/// What was known of each question when the visit began: the register's value first, else the
/// answer of the household's last visit.
final class LastTimes {

    private static final Pattern ROW = Pattern.compile("\\[([^\\]]*)\\]");

    private final Workspace workspace;
    private final Shown shown;
    private final RecordId subject;
    private final String year;
    private final Map<String, Section> before;
    private final Map<Ref, Optional<LastTime>> times = new HashMap<>();
    private final Map<RecordId, List<Revision>> revisions = new HashMap<>();

    LastTimes(Workspace workspace, Shown shown, RecordId subject, RecordId visit, int incomeYear) {
        this.workspace = workspace;
        this.shown = shown;
        this.subject = subject;
        this.year = "@" + incomeYear;
        this.before = previous(visit).map(workspace::sections).map(Map::copyOf).orElse(Map.of());
    }

    /// Reason: it is asked again after every answer and never changes during a visit.
    Optional<LastTime> of(Ref ref) {
        return times.computeIfAbsent(ref, this::read);
    }

    private Optional<LastTime> read(Ref ref) {
        Optional<String> row = row(ref);
        Optional<RecordId> record = row.isEmpty() ? Optional.of(subject) : known(row.get());
        Optional<LastTime> registered = record.flatMap(r -> registered(r, ref.name()));
        return registered.isPresent() ? registered : answered(ref.name(), row);
    }

    /// The id of the innermost row that a question stands in.
    static Optional<String> row(Ref ref) {
        Optional<String> row = Optional.empty();
        for (Matcher found = ROW.matcher(ref.path()); found.find(); ) {
            row = Optional.of(found.group(1));
        }
        return row;
    }

    private Optional<RecordId> known(String row) {
        return shown.records().stream().filter(r -> r.text().equals(row)).findFirst();
    }

    private Optional<LastTime> registered(RecordId record, String property) {
        for (Map.Entry<String, Shown.Seen> entry : shown.of(record).entrySet()) {
            boolean counts = !entry.getKey().contains("@") || entry.getKey().endsWith(year);
            Optional<Value> value = entry.getValue().values().get(property);
            if (counts && (value.isPresent() || stated(record, entry.getValue(), property))) {
                return Optional.of(
                        new LastTime(
                                value.orElse(Value.EMPTY),
                                sides(record, entry.getValue(), property)));
            }
        }
        return Optional.empty();
    }

    private boolean stated(RecordId record, Shown.Seen seen, String property) {
        return !sides(record, seen, property).isEmpty();
    }

    private List<LastTime.Side> sides(RecordId record, Shown.Seen seen, String property) {
        if (seen.sides().isEmpty()) {
            return List.of();
        }
        List<LastTime.Side> sides =
                revisions.computeIfAbsent(record, workspace::revisions).stream()
                        .filter(r -> seen.sides().contains(r.id()))
                        .flatMap(r -> side(r, property).stream())
                        .toList();
        return sides.stream().map(LastTime.Side::value).distinct().count() > 1 ? sides : List.of();
    }

    private Optional<LastTime.Side> side(Revision revision, String property) {
        FactId id = revision.id();
        List<Attestation> behind = workspace.attestations(id);
        String by = behind.isEmpty() ? "" : behind.getFirst().stamp().by();
        String at = behind.isEmpty() ? "" : String.valueOf(behind.getFirst().stamp().at());
        return revision.values().get(property).map(v -> new LastTime.Side(v, by, at));
    }

    private Optional<LastTime> answered(String question, Optional<String> row) {
        for (Map.Entry<String, Section> entry : before.entrySet()) {
            boolean fits =
                    row.map(id -> entry.getKey().endsWith("@" + id))
                            .orElse(!entry.getKey().contains("@"));
            Optional<Value> value = entry.getValue().shown().get(question);
            if (fits && value.isPresent()) {
                return Optional.of(new LastTime(value.get(), List.of()));
            }
        }
        return Optional.empty();
    }

    private Optional<RecordId> previous(RecordId visit) {
        return workspace
                .query(
                        "SELECT id, round FROM visit WHERE subject = ? AND id <> ? AND edit_records IS"
                                + " NULL ORDER BY id",
                        subject.text(),
                        visit.text())
                .stream()
                .max(Rounds.of(workspace).rows())
                .map(row ->
                        new RecordId(Kind.VISIT, UUID.fromString(String.valueOf(row.get("id")))));
    }
}

package zhuhu.flow.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import zhuhu.base.CitizenId;
import zhuhu.base.Plain;
import zhuhu.flow.Labels;
import zhuhu.record.Kind;
import zhuhu.record.RecordId;
import zhuhu.record.Value;
import zhuhu.store.Workspace;

/// Finds people known already who may be those somebody is about to add. Only shows: a person
/// decides.
public final class Twins {

    /// Why they may be the same.
    public enum Why {
        /// The same 证件号码, now or before.
        NUMBER,
        /// The same name and birth date.
        NAME_AND_BIRTH
    }

    /// A known person. Shape: `member` the number of the one entered, from 0; `household` whose
    /// member he or she is, empty for a head known by number alone; `gone` left that household.
    public record Twin(
            int member,
            Why why,
            RecordId record,
            String name,
            String idNo,
            Optional<RecordId> household,
            String head,
            String village,
            boolean gone) {}

    private final Workspace workspace;

    Twins(Workspace workspace) {
        this.workspace = workspace;
    }

    /// `members` by question name.
    List<Twin> of(List<Map<String, Value>> members) {
        var twins = new ArrayList<Twin>();
        for (int i = 0; i < members.size(); i++) {
            String number = Plain.folded(said(members.get(i), "id_no"));
            var byNumber = new TreeSet<RecordId>();
            if (!number.isEmpty()) {
                for (String type : List.of("id_no", "head_id_no")) {
                    workspace.numbers(type, number).forEach(n -> byNumber.add(n.record()));
                }
            }
            var persons = new TreeSet<>(byNumber);
            persons.removeIf(r -> r.kind() != Kind.PERSON);
            // Reason: a household is told by its head, once.
            for (RecordId record : persons.isEmpty() ? byNumber : persons) {
                twins.add(twin(i, Why.NUMBER, record));
            }
            for (RecordId record : named(members.get(i))) {
                if (!byNumber.contains(record)) {
                    twins.add(twin(i, Why.NAME_AND_BIRTH, record));
                }
            }
        }
        return twins;
    }

    private List<RecordId> named(Map<String, Value> member) {
        String name = said(member, "person_name");
        Optional<String> birth =
                CitizenId.birth(said(member, "id_no"))
                        .map(Object::toString)
                        .or(() -> Optional.of(said(member, "birth_date")))
                        .filter(day -> !day.isEmpty());
        if (name.isEmpty() || birth.isEmpty()) {
            return List.of();
        }
        return workspace
                .query(
                        """
                        SELECT id FROM person WHERE person_name = ?
                          AND (birth_date = ? OR substr(id_no, 7, 8) = ?) ORDER BY id
                        """,
                        name,
                        birth.get(),
                        birth.get().replace("-", ""))
                .stream()
                .map(row -> new RecordId(Kind.PERSON, UUID.fromString(row.getOrDefault("id", ""))))
                .toList();
    }

    private Twin twin(int member, Why why, RecordId record) {
        Optional<RecordId> household =
                record.kind() == Kind.HOUSEHOLD
                        ? Optional.of(record)
                        : workspace.recordOf(shown(record, "residence", "household"));
        String village =
                household
                        .flatMap(h -> workspace.recordOf(shown(h, "place", "village")))
                        .map(v -> Labels.of(workspace, v))
                        .orElse("");
        boolean isHousehold = record.kind() == Kind.HOUSEHOLD;
        return new Twin(
                member,
                why,
                record,
                Labels.of(workspace, record),
                isHousehold
                        ? shown(record, "place", "head_id_no")
                        : shown(record, "identity", "id_no"),
                household,
                household.map(h -> Labels.of(workspace, h)).orElse(""),
                village,
                shown(record, "change", "change").equals("2"));
    }

    private String shown(RecordId record, String section, String property) {
        return workspace.section(record, section).shown().plain(property);
    }

    private static String said(Map<String, Value> member, String question) {
        return member.getOrDefault(question, Value.EMPTY).plain().strip();
    }
}

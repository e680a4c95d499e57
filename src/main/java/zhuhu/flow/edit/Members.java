package zhuhu.flow.edit;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import zhuhu.base.CitizenId;
import zhuhu.record.Kind;
import zhuhu.record.RecordId;
import zhuhu.record.Values;
import zhuhu.store.Workspace;

/// Who lives in a household now, and who used to.
public final class Members {

    private Members() {}

    /// A member in a few words. Shape: `relation` and `sex` are choice names, "" if unknown; `sex`
    /// as stated, else as the number tells.
    public record Member(RecordId id, String name, String relation, String sex, String idNo) {
        public boolean isHead() {
            return relation.equals("01");
        }
    }

    /// Now, the head first.
    public static List<Member> now(Workspace workspace, RecordId household) {
        return persons(
                        workspace,
                        """
                        SELECT id FROM person WHERE household = ? AND coalesce(change, '0') <> '2'
                        ORDER BY coalesce(relation, '99') <> '01', person_no IS NULL, person_no, relation, id
                        """,
                        household)
                .stream()
                .map(person -> member(workspace, person))
                .toList();
    }

    /// Those who died, married out or moved away, and those whom an act moved to another household.
    public static List<RecordId> former(Workspace workspace, RecordId household) {
        Set<RecordId> former =
                new LinkedHashSet<>(
                        persons(
                                workspace,
                                """
                                SELECT id FROM person WHERE household = ? AND change = '2'
                                ORDER BY changed_on, id
                                """,
                                household));
        for (Map<String, String> row :
                workspace.query(
                        """
                        SELECT edit_records FROM visit WHERE subject = ? AND edit_act IN ('split', 'join')
                        """,
                        household.text())) {
            for (String id : row.getOrDefault("edit_records", "").split(" ", -1)) {
                workspace
                        .recordOf(id)
                        .filter(r -> r.kind() == Kind.PERSON)
                        .filter(r -> !home(workspace, r).equals(workspace.one(household).text()))
                        .ifPresent(former::add);
            }
        }
        return List.copyOf(former);
    }

    static Member member(Workspace workspace, RecordId person) {
        Values identity = workspace.section(person, "identity").shown();
        String idNo = identity.plain("id_no");
        String stated = identity.plain("sex");
        return new Member(
                person,
                identity.plain("person_name"),
                workspace.section(person, "residence").shown().plain("relation"),
                stated.isEmpty() ? sexOf(idNo) : stated,
                idNo);
    }

    /// The household that a person lives in, as UUID text; "" if none is stated.
    static String home(Workspace workspace, RecordId person) {
        return workspace.one(workspace.section(person, "residence").shown().plain("household"));
    }

    /// The head; empty where nobody, or more than one, is.
    public static Optional<Member> head(List<Member> members) {
        List<Member> heads = members.stream().filter(Member::isHead).toList();
        return heads.size() == 1 ? Optional.of(heads.getFirst()) : Optional.empty();
    }

    private static String sexOf(String idNo) {
        boolean whole = CitizenId.birth(idNo).isPresent() && idNo.length() >= 17;
        return whole ? (idNo.charAt(16) - '0') % 2 == 1 ? "1" : "2" : "";
    }

    private static List<RecordId> persons(Workspace workspace, String sql, RecordId household) {
        var found = new ArrayList<RecordId>();
        for (Map<String, String> row : workspace.query(sql, household.text())) {
            found.add(new RecordId(Kind.PERSON, UUID.fromString(row.getOrDefault("id", ""))));
        }
        return found;
    }
}

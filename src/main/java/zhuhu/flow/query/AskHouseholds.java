package zhuhu.flow.query;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import zhuhu.flow.query.Expression.All;
import zhuhu.flow.query.Expression.Is;
import zhuhu.record.Kind;
import zhuhu.record.RecordId;
import zhuhu.store.Workspace;

/// Which households are as was asked.
public final class AskHouseholds {

    private final Workspace workspace;
    private final Fields fields;

    public AskHouseholds(Workspace workspace) {
        this.workspace = workspace;
        fields = new Fields(workspace.schema());
    }

    /// Shape: `households` with the number of members who are as was asked; `ofMembers` whether
    /// that was asked at all, else the numbers are 0.
    public record Answer(Map<RecordId, Integer> households, boolean ofMembers) {
        public Answer {
            households = Map.copyOf(households);
        }
    }

    public Answer ask(Conditions conditions) {
        var found = new HashMap<RecordId, Integer>();
        ExpressionSql.Clause clause = ExpressionSql.of(conditions.expression(fields), fields);
        workspace.eachRow(
                "SELECT h.id AS id FROM household h WHERE " + clause.sql(),
                row -> found.put(household(row.get("id")), 0),
                clause.args());
        List<Condition> ofMembers = conditions.ofMembers(fields);
        if (!ofMembers.isEmpty()) {
            ExpressionSql.Clause members =
                    ExpressionSql.ofMember(
                            new All(ofMembers.stream().<Expression>map(Is::new).toList()), fields);
            workspace.eachRow(
                    "SELECT p.household AS id, count(*) AS n FROM person p WHERE p.household IS NOT NULL AND "
                            + ExpressionSql.HERE
                            + " AND "
                            + members.sql()
                            + " GROUP BY p.household",
                    row ->
                            found.computeIfPresent(
                                    household(row.get("id")),
                                    (_, _) -> Integer.valueOf(String.valueOf(row.get("n")))),
                    members.args());
        }
        return new Answer(found, !ofMembers.isEmpty());
    }

    private static RecordId household(@Nullable String uuid) {
        return new RecordId(Kind.HOUSEHOLD, UUID.fromString(String.valueOf(uuid)));
    }
}

package zhuhu.flow.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import zhuhu.flow.query.Expression.All;
import zhuhu.flow.query.Expression.Any;
import zhuhu.flow.query.Expression.Is;
import zhuhu.flow.query.Expression.Member;

/// Conditions as the filter row shows them. Shape: groups of which one must hold; in a group every
/// condition must hold, those on members for one and the same member. No group is empty.
public record Conditions(List<List<Condition>> groups) {

    public Conditions {
        groups = groups.stream().map(List::copyOf).filter(g -> !g.isEmpty()).toList();
    }

    public Expression expression(Fields fields) {
        List<Expression> any = groups.stream().map(group -> all(group, fields)).toList();
        return any.size() == 1 ? any.getFirst() : new Any(any);
    }

    private static Expression all(List<Condition> group, Fields fields) {
        var all = new ArrayList<Expression>();
        var ofMember = new ArrayList<Expression>();
        for (Condition condition : group) {
            boolean member = fields.find(condition.property()).orElseThrow().ofMember();
            (member ? ofMember : all).add(new Is(condition));
        }
        if (ofMember.size() == 1) {
            all.add(ofMember.getFirst());
        } else if (!ofMember.isEmpty()) {
            all.add(new Member(new All(ofMember)));
        }
        return all.size() == 1 ? all.getFirst() : new All(all);
    }

    /// The rows of an expression; empty where it is more than rows can show.
    public static Optional<Conditions> of(Expression expression) {
        var groups = new ArrayList<List<Condition>>();
        for (Expression group : expression instanceof Any(var of) ? of : List.of(expression)) {
            var conditions = new ArrayList<Condition>();
            for (Expression one : group instanceof All(var of) ? of : List.of(group)) {
                List<Condition> plain = plain(one);
                if (plain.isEmpty()) {
                    return Optional.empty();
                }
                conditions.addAll(plain);
            }
            groups.add(conditions);
        }
        return Optional.of(new Conditions(groups));
    }

    /// Empty where it is no plain condition.
    private static List<Condition> plain(Expression one) {
        return switch (one) {
            case Is(Condition condition) -> List.of(condition);
            case Member(Is(Condition condition)) -> List.of(condition);
            case Member(All(List<Expression> of)) when of.stream().allMatch(Is.class::isInstance) ->
                    of.stream().flatMap(e -> plain(e).stream()).toList();
            case Expression _ -> List.of();
        };
    }

    /// The conditions on members, where there is one group only.
    List<Condition> ofMembers(Fields fields) {
        return groups.size() != 1
                ? List.of()
                : groups.getFirst().stream()
                        .filter(c -> fields.find(c.property()).orElseThrow().ofMember())
                        .toList();
    }
}

package zhuhu.flow;

import zhuhu.base.Outcome;
import zhuhu.flow.query.ExpressionReader;
import zhuhu.flow.query.ExpressionSql;
import zhuhu.flow.query.ExpressionSql.Clause;
import zhuhu.flow.query.Fields;
import zhuhu.pack.Schema;

/// Expressions over the properties of a household and its members, as they are typed after
/// `--where`: `unsafe_house=1 and poverty_status!=1`. A member's property holds if it holds for any
/// member. A blank never equals anything but ''. Source: `docs/manual.md`. Pure; any thread.
public final class Where {

    private final Fields fields;

    public Where(Schema schema) {
        fields = new Fields(schema);
    }

    /// Failed: with the place where the expression stops making sense.
    public Outcome<Clause> households(String expression) {
        return new ExpressionReader(fields)
                .read(expression)
                .map(read -> ExpressionSql.of(read, fields));
    }
}

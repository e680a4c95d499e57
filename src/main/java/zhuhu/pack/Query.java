package zhuhu.pack;

/// One SELECT that passed the fence and may be put to the derived tables; only [Fence] makes one.
public final class Query {

    private final String sql;

    Query(String sql) {
        this.sql = sql;
    }

    public String sql() {
        return sql;
    }
}

package zhuhu.pack;

import java.util.List;
import zhuhu.base.Problem;

/// A query of a pack as it stands in its file, not yet held against the fence. Shape: `name` as
/// `R17` or `member`; `line` from 1 where its SQL begins.
public record NamedQuery(String name, String file, int line, String sql) {

    /// A problem with this query. Shape: its words are given file, name, line and `why`.
    public Problem because(String code, String why) {
        return new Problem(code, code, List.of(file, name, Integer.toString(line), why), null);
    }
}

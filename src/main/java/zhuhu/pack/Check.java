package zhuhu.pack;

import java.util.List;

/// A named query that finds what is wrong or odd. Shape: `id` as `R17`; several checks may carry
/// one id with different levels; `section` and `question` where its findings stand if the rows do
/// not say; `reasons` that often hold, for people to choose from.
public record Check(
        String id,
        Level level,
        Scope scope,
        String title,
        String next,
        String section,
        String question,
        List<String> reasons,
        NamedQuery query) {

    /// What a check has to look at.
    public enum Scope {
        /// One household with its members, visits and helpers: decided at the visit.
        HOUSEHOLD,
        /// Households against one another.
        WORKSPACE
    }

    public Check {
        reasons = List.copyOf(reasons);
    }
}

package zhuhu.store;

import zhuhu.base.Problem;

/// The file failed in the middle of work: the disk is full, a page is damaged. Nothing of the
/// transaction stays. Caught once, at the last border, which shows [#problem()].
public final class StoreException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    StoreException(Problem problem, Throwable cause) {
        super(problem.code(), cause);
        this.problem = problem;
    }

    /// What happened and what to do next, in words.
    public Problem problem() {
        return problem;
    }
}

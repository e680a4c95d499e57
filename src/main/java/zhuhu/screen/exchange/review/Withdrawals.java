package zhuhu.screen.exchange.review;

import java.util.List;
import zhuhu.base.Outcome;
import zhuhu.flow.Progress;
import zhuhu.flow.review.WithdrawBook;
import zhuhu.flow.review.Withdrawing;

/// Taking a workbook out and back in. Called on the workspace's thread.
public interface Withdrawals {

    /// Every workbook that was merged here, oldest first.
    List<WithdrawBook.Book> books();

    /// What taking it out, or back in where it is out, would change. Nothing is written.
    Outcome<Withdrawing> preview(WithdrawBook.Book book, Progress progress);

    /// Takes it out, or back in where it is out.
    Outcome<Withdrawing> turn(WithdrawBook.Book book, String why, Progress progress);
}

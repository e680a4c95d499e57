package zhuhu.app;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SortedMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import zhuhu.base.Outcome;
import zhuhu.base.Problem;
import zhuhu.base.Texts;
import zhuhu.flow.Author;
import zhuhu.flow.Progress;
import zhuhu.flow.review.ReturnSlips;
import zhuhu.flow.review.ReviewLabels;
import zhuhu.flow.review.ReviewList;
import zhuhu.flow.review.ReviewPoint;
import zhuhu.flow.review.ReviewPoints;
import zhuhu.flow.review.SendBack;
import zhuhu.flow.review.WithdrawBook;
import zhuhu.flow.review.Withdrawing;
import zhuhu.pack.Schema;
import zhuhu.record.Kind;
import zhuhu.record.RecordId;
import zhuhu.record.Review;
import zhuhu.record.Section;
import zhuhu.screen.exchange.review.Reviewing;
import zhuhu.screen.exchange.review.Withdrawals;
import zhuhu.store.Workspace;

/// The acts of 退回与通过 and of taking a workbook out, on one open workspace. The workspace's thread
/// only; `author` tells who is at the keyboard now.
record OpenReviews(Workspace workspace, Supplier<Author> author, Clock clock, Texts texts)
        implements Reviewing, Withdrawals {

    /// Where comments are kept that were given before, a line each.
    private static final String COMMENTS = "review_comments";

    private static final int KEPT = 8;

    private String round() {
        return workspace.setting("round").orElse("");
    }

    private SendBack sendBack() {
        return new SendBack(workspace, author.get(), () -> LocalDateTime.now(clock));
    }

    @Override
    public List<ReviewList.Line> lines() {
        return ReviewList.of(workspace, round());
    }

    @Override
    public List<ReviewPoint> points(RecordId visit) {
        return ReviewPoints.of(workspace, List.of(visit));
    }

    @Override
    public List<Screen> screens(RecordId visit) {
        SortedMap<String, Section> written = workspace.sections(visit);
        var labels = new ReviewLabels(workspace);
        var screens = new ArrayList<Screen>();
        screens.add(new Screen(Review.WHOLE, labels.of(Review.WHOLE)));
        Stream.concat(
                        workspace.schema().of(Kind.VISIT).map(Schema.Section::name),
                        Stream.of("reasons"))
                .flatMap(name ->
                        written.keySet().stream()
                                .filter(w -> w.equals(name) || w.startsWith(name + "@")))
                .filter(Review::isReviewable)
                .filter(name -> !name.equals("finalised"))
                .forEach(name -> screens.add(new Screen(name, labels.of(name))));
        return screens;
    }

    @Override
    public List<String> comments() {
        var all = new LinkedHashSet<String>();
        workspace.setting(COMMENTS).stream().flatMap(String::lines).forEach(all::add);
        texts.of("sendback.dialog.usual").lines().forEach(all::add);
        return List.copyOf(all);
    }

    private void remember(String comment) {
        var all = new LinkedHashSet<String>();
        all.add(comment.replace('\n', ' ').strip());
        workspace.setting(COMMENTS).stream().flatMap(String::lines).forEach(all::add);
        String kept = String.join("\n", all.stream().limit(KEPT).toList());
        workspace.write(writer -> {
            writer.setting(COMMENTS, kept);
            return kept;
        });
    }

    @Override
    public Outcome<Integer> back(List<RecordId> visits, List<String> sections, String comment) {
        var problems = new ArrayList<Problem>();
        int sent = 0;
        for (RecordId visit : visits) {
            switch (sendBack().back(visit, sections, comment)) {
                case Outcome.Done<SendBack.Sent> _ -> sent++;
                case Outcome.Failed<SendBack.Sent>(List<Problem> why) -> problems.addAll(why);
            }
        }
        if (sent > 0) {
            remember(comment);
        }
        return problems.isEmpty() ? Outcome.done(sent) : Outcome.failed(problems);
    }

    @Override
    public SendBack.Approved approve(List<RecordId> visits, SendBack.Open open, Progress progress) {
        return sendBack().approve(visits, open, progress);
    }

    @Override
    public int takeBack(List<RecordId> visits) {
        int count = 0;
        for (RecordId visit : visits) {
            for (SendBack.What what : SendBack.What.values()) {
                if (sendBack().takeBack(visit, List.of(), what)
                        instanceof Outcome.Done<Integer>(Integer some)) {
                    count += some;
                    break;
                }
            }
        }
        return count;
    }

    @Override
    public Outcome<ReturnSlips.Written> slips(
            Path folder, List<String> villages, Progress progress) {
        return new ReturnSlips(workspace, author.get(), clock, texts)
                .write(new ReturnSlips.Order(folder, villages, round()), progress);
    }

    private WithdrawBook withdrawBook() {
        return new WithdrawBook(workspace, author.get(), () -> LocalDateTime.now(clock));
    }

    @Override
    public List<WithdrawBook.Book> books() {
        return withdrawBook().books();
    }

    @Override
    public Outcome<Withdrawing> preview(WithdrawBook.Book book, Progress progress) {
        return book.withdrawn()
                ? withdrawBook().previewTakeBack(book, progress)
                : withdrawBook().preview(book, progress);
    }

    @Override
    public Outcome<Withdrawing> turn(WithdrawBook.Book book, String why, Progress progress) {
        return book.withdrawn()
                ? withdrawBook().takeBack(book, progress)
                : withdrawBook().withdraw(book, why, progress);
    }
}

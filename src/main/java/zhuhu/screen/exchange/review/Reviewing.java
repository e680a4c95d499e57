package zhuhu.screen.exchange.review;

import java.nio.file.Path;
import java.util.List;
import zhuhu.base.Outcome;
import zhuhu.flow.Progress;
import zhuhu.flow.review.ReturnSlips;
import zhuhu.flow.review.ReviewList;
import zhuhu.flow.review.ReviewPoint;
import zhuhu.flow.review.SendBack;
import zhuhu.record.RecordId;

/// What the township says of visits. Called on the workspace's thread.
public interface Reviewing {

    /// A part of a visit that can be sent back.
    record Screen(String section, String label) {}

    /// Finished visits of the round, by village, group and head.
    List<ReviewList.Line> lines();

    /// What was sent back of a visit, answered or not.
    List<ReviewPoint> points(RecordId visit);

    /// The whole first, then its screens in the form's order.
    List<Screen> screens(RecordId visit);

    /// Comments that were given before, the newest first.
    List<String> comments();

    /// Failed: with why; what could be sent back is.
    Outcome<Integer> back(List<RecordId> visits, List<String> sections, String comment);

    SendBack.Approved approve(List<RecordId> visits, SendBack.Open open, Progress progress);

    /// How many returns and approvals were taken back.
    int takeBack(List<RecordId> visits);

    /// `villages` by name, none for all.
    Outcome<ReturnSlips.Written> slips(Path folder, List<String> villages, Progress progress);
}

package zhuhu.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import zhuhu.flow.review.ReviewPoint;
import zhuhu.flow.review.ReviewPoints;
import zhuhu.record.FactId;
import zhuhu.record.RecordId;
import zhuhu.record.Review;
import zhuhu.record.Revision;
import zhuhu.record.Value;
import zhuhu.record.Values;
import zhuhu.store.Workspace;

/// A point that the township sent back, as the visit shows it to the village. Shape: `screen` where
/// it can be mended, "" for the visit as a whole; `answer` what was written in this sitting, "" for
/// nothing yet.
public record SentBack(ReviewPoint point, String screen, String answer) {

    /// Points of a visit that nobody has answered yet.
    static List<ReviewPoint> open(Workspace workspace, RecordId visit) {
        return workspace.sectionNames(visit.kind()).stream().anyMatch(Review::isOne)
                ? ReviewPoints.of(workspace, List.of(visit)).stream()
                        .filter(ReviewPoint::isOpen)
                        .toList()
                : List.of();
    }

    /// The answers, while a visit is finished again: a section that was stated anew is answered;
    /// one that was not is confirmed as it stands where the village wrote why. A contested section
    /// cannot be confirmed, for nobody has said which side stands.
    record Answering(
            Workspace workspace,
            RecordId visit,
            Shown shown,
            Statements statements,
            String at,
            String reason) {

        void all(List<ReviewPoint> points, Predicate<String> taken) {
            for (ReviewPoint point : points) {
                String section = point.section();
                String written = shown.answers().getOrDefault(section, "");
                boolean whole = section.equals(Review.WHOLE);
                boolean changed =
                        statements.isStatedAnew(
                                name -> whole ? Review.isReviewable(name) : name.equals(section));
                String stated = whole ? "finalised" : section;
                boolean confirms = !changed && !taken.test(section) && !written.isBlank();
                if (confirms && !shown.of(visit, stated).sides().isEmpty()) {
                    continue;
                }
                if (confirms) {
                    statements.confirm(stated, at);
                }
                String words = written.isBlank() ? reason : written;
                if (!words.isBlank() && (changed || confirms || taken.test(section))) {
                    statements.ofVisit(
                            Review.ANSWER + section, answer(words, reviews(section)), at, true);
                }
            }
        }

        private List<String> reviews(String section) {
            var ids = new ArrayList<String>();
            workspace.section(visit, Review.PREFIX + section).allHeads().stream()
                    .map(Revision::id)
                    .map(FactId::hex)
                    .forEach(ids::add);
            return ids;
        }

        private static Values answer(String words, List<String> of) {
            return Values.NONE.with("answer", Value.text(words)).with("of", Value.many(of));
        }
    }

    /// The first screen that a point stands on, where one does.
    static Optional<String> firstScreen(List<ReviewPoint> points, FormShape shape) {
        return points.stream()
                .map(ReviewPoint::section)
                .filter(section -> !section.equals(Review.WHOLE))
                .map(shape::screenOfSection)
                .filter(shape.screens()::contains)
                .findFirst();
    }
}

package zhuhu.flow.review;

import java.util.List;
import zhuhu.record.RecordId;

/// One point that was sent back, with what came of it. Shape: `section` as the visit names it, or
/// the whole; `state` `returned`, `answered`, `approved` or `edited`; `answer` the village's words,
/// "" where it only changed something or said nothing yet; `answeredBy` and `answeredAt` of who
/// stated the section anew, "" while nobody did; `changes` what that changed, none where it was
/// confirmed as it stood; `place` village and group.
public record ReviewPoint(
        RecordId visit,
        RecordId household,
        String label,
        String place,
        String section,
        String sectionLabel,
        String comment,
        String askedBy,
        String askedAt,
        String state,
        String answer,
        String answeredBy,
        String answeredAt,
        List<Difference> changes) {

    public ReviewPoint {
        changes = List.copyOf(changes);
    }

    /// A property before and after, in words; “—” where not asked, “” where empty. Shape: `section`
    /// by its label.
    public record Difference(String section, String label, String before, String now) {}

    /// Whether the village still has to do something.
    public boolean isOpen() {
        return state.equals("returned");
    }
}

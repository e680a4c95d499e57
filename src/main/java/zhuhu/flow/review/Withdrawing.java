package zhuhu.flow.review;

import java.util.List;
import zhuhu.record.RecordId;

/// What taking a workbook out, or back in, changes. Shape: `packageId` 32 hex digits, of a file
/// that lost it the beginning of its hash; `attestations` how many are withdrawn or count again;
/// `records` how many records they are about; `gone` those of which nothing is left, or nothing was
/// there before; `changes` sections that say something else; `opened` and `closed` conflicts, by
/// the section's label; `resting` statements that rest on what is withdrawn, and stay.
public record Withdrawing(
        String packageId,
        String file,
        int attestations,
        int records,
        int gone,
        List<SectionChange> changes,
        List<Contest> opened,
        List<Contest> closed,
        List<Resting> resting) {

    public Withdrawing {
        changes = List.copyOf(changes);
        opened = List.copyOf(opened);
        closed = List.copyOf(closed);
        resting = List.copyOf(resting);
    }

    /// A section before and after, in words. Shape: `before` and `after` “—” where nothing stands;
    /// only what differs.
    public record SectionChange(
            RecordId record,
            String label,
            String section,
            String sectionLabel,
            String before,
            String after) {}

    /// A section on which sides differ.
    public record Contest(RecordId record, String label, String section, String sectionLabel) {}

    /// A statement that was made on what is withdrawn. Shape: `by` and `at` of who made it.
    public record Resting(
            RecordId record,
            String label,
            String section,
            String sectionLabel,
            String by,
            String at) {}
}

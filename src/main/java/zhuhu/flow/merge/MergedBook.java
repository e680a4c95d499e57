package zhuhu.flow.merge;

import java.nio.file.Path;
import java.util.List;
import zhuhu.base.Problem;
import zhuhu.record.FactId;

/// What came of one file. Shape: `about` what it says of itself; `rows` every visible row of its
/// record sheets, by sheet and row; `problems` what is wrong with the file, its facts and its rows;
/// `refused` is not empty where the file was not taken at all, and then there are no rows.
public record MergedBook(
        Path path,
        About about,
        List<MergedRow> rows,
        RowCounts counts,
        FactCounts facts,
        Before before,
        List<FactId> withdrawn,
        List<Problem> problems,
        List<Problem> refused) {

    public MergedBook {
        rows = List.copyOf(rows);
        withdrawn = List.copyOf(withdrawn);
        problems = List.copyOf(problems);
        refused = List.copyOf(refused);
    }

    /// Shape: texts "" where the file does not say; `villages` the names of those it is about;
    /// `hash` the SHA-256 of the file; `at` as its author's device told it; `drafts` how many
    /// drafts stayed behind there, -1 where the file does not say.
    public record About(
            String packageId,
            String hash,
            List<String> villages,
            String round,
            String by,
            String unit,
            String at,
            int drafts) {
        static final About NOTHING = new About("", "", List.of(), "", "", "", "", -1);

        public About {
            villages = List.copyOf(villages);
        }
    }

    /// Facts that this store did not have, and those that it could not take. Shape: `records` how
    /// many of the records that gained something have no visible row (deleted rows, acts on the
    /// register); `waiting` facts that rest on what has not arrived.
    public record FactCounts(
            int revisions,
            int attestations,
            int withdrawals,
            int records,
            int pictures,
            int waiting,
            int damaged) {
        static final FactCounts NONE = new FactCounts(0, 0, 0, 0, 0, 0, 0);

        /// Whether the file brought nothing at all.
        public boolean isNothing() {
            return revisions + attestations + withdrawals + pictures == 0;
        }
    }

    /// Whether the same file, or another copy of it, was merged before.
    public enum Before {
        NEVER,
        /// A file of the same package with other content: a copy was edited or saved anew.
        ANOTHER_COPY,
        SAME_FILE
    }

    static MergedBook refused(Path path, About about, List<Problem> why) {
        return new MergedBook(
                path,
                about,
                List.of(),
                RowCounts.of(List.of()),
                FactCounts.NONE,
                Before.NEVER,
                List.of(),
                List.of(),
                why);
    }

    /// The file's own name.
    public String file() {
        return String.valueOf(path.getFileName());
    }

    public boolean isRefused() {
        return !refused.isEmpty();
    }

    /// Whether a person has nothing to look at.
    public boolean isClean() {
        return refused.isEmpty()
                && problems.isEmpty()
                && counts.of(RowClass.DAMAGED) == 0
                && facts.waiting() == 0
                && facts.damaged() == 0;
    }
}

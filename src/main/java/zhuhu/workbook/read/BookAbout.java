package zhuhu.workbook.read;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SortedMap;
import java.util.TreeMap;
import zhuhu.base.Problem;

/// What a workbook says of itself. Shape: `packageId` 32 hex digits, empty where it stands neither
/// in `_package` nor on the cover; texts "" where nothing is said; `at` ISO as its author's device
/// told it; `lines` all of `_package` as it stands, empty where the sheet is lost; `doubts` what is
/// wrong with it without stopping the reading.
public record BookAbout(
        Optional<String> packageId,
        String format,
        Hidden hidden,
        Use use,
        String pack,
        String packHash,
        SortedMap<String, FormVersion> forms,
        String round,
        String author,
        String unit,
        String at,
        String purpose,
        SequencedMap<String, String> lines,
        List<Problem> doubts) {

    public BookAbout {
        forms = Collections.unmodifiableSortedMap(new TreeMap<>(forms));
        lines = Collections.unmodifiableSequencedMap(new java.util.LinkedHashMap<>(lines));
        doubts = List.copyOf(doubts);
    }

    /// Which of the hidden sheets are there.
    public enum Hidden {
        BOTH,
        FACTS_ONLY,
        PACKAGE_ONLY,
        NONE
    }

    /// Real work, or an invented township that is never merged into real work.
    public enum Use {
        WORK,
        TRAINING
    }

    /// A form that answers were given through.
    public record FormVersion(String version, String hash) {}

    /// Whether the facts are there, sound or not.
    public boolean hasFacts() {
        return hidden == Hidden.BOTH || hidden == Hidden.FACTS_ONLY;
    }
}

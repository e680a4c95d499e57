package zhuhu.workbook.read;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import zhuhu.base.Place;
import zhuhu.base.Problem;
import zhuhu.record.Kind;
import zhuhu.record.RecordId;

/// What one visible row says; each row of a record sheet is exactly one of these. Shape: `at` is
/// sheet and row; `doubts` what a person should look at, without effect on the row.
public sealed interface RowWord {

    Place at();

    List<Problem> doubts();

    /// It says what was written there.
    record Unchanged(Place at, RecordId record, List<Problem> doubts) implements RowWord {}

    /// Somebody changed cells. Shape: `edits` one a section, to be taken; `held` not to be taken by
    /// themselves; at least one of both.
    record Edited(
            Place at, RecordId record, List<Edit> edits, List<Held> held, List<Problem> doubts)
            implements RowWord {}

    /// Sections of it rest on heads that the facts of the file do not know: the hidden sheets are
    /// lost, the row comes from another workbook, or facts are damaged. Shape: `record` empty where
    /// only the short key is known; `edits` and `held` of the sections that are known.
    record Bare(
            Place at,
            Kind kind,
            String shortKey,
            Optional<RecordId> record,
            SortedMap<String, Lost> sections,
            List<Edit> edits,
            List<Held> held,
            List<Problem> doubts)
            implements RowWord {}

    /// Neither short key nor base: to be matched by its numbers.
    record Keyless(
            Place at,
            Kind kind,
            Numbers numbers,
            SortedMap<String, Lost> sections,
            List<Problem> doubts)
            implements RowWord {}

    /// It cannot be read as a record.
    record Damaged(Place at, Problem problem, List<Problem> doubts) implements RowWord {}

    /// What a row without a key can be known by. Shape: "" where there is none; `firstDigits` the
    /// first 14 digits of a 证件号码 that Excel rounded.
    record Numbers(
            String householdNo, String personNo, String idNo, String firstDigits, String name) {}
}

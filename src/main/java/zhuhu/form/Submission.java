package zhuhu.form;

import java.util.List;
import java.util.SortedMap;
import zhuhu.record.Value;
import zhuhu.record.Values;

/// What an open form says now. Shape: `sections` by section name of the visit: a screen's name, or
/// `GROUP@ROW_ID` for a group in a row of records; irrelevant questions are absent, unanswered ones
/// EMPTY, calculations included, notes and metadata not. `saved` in form order.
public record Submission(
        SortedMap<String, Values> sections, List<Saved> saved, String started, String ended) {

    public Submission {
        saved = List.copyOf(saved);
    }

    /// One relevant answer with `save_to`. Shape: `list` the entity list (record kind); `row` the
    /// row's id, "" for the form's own subject; `group` the nearest group's name (`income`);
    /// `isNew` if the row was added in this session or draft; `wanted` false where the entity's
    /// create_if/update_if says no.
    public record Saved(
            String list,
            String row,
            String group,
            String property,
            Value value,
            boolean isNew,
            boolean wanted) {}
}

package zhuhu.form;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import zhuhu.record.Value;

/// What a session starts from. Shape: `prefill` by question name for questions outside repeats
/// (shown values of the subject, and what the round says, like `income_year`); names that the form
/// does not have are ignored; a prefilled question keeps its value over its default. `rows` by
/// repeat name. `draft` is what [FormSession#draft()] gave; with it, prefill and rows are those of
/// the draft, and only rows not in it are added.
public record SessionStart(
        CompiledForm form,
        String username,
        String deviceId,
        LocalDateTime now,
        Map<String, Value> prefill,
        Map<String, List<RowStart>> rows,
        NewRow newRow,
        Optional<byte[]> draft) {

    /// A row that is there from the start: a member of the household. `id` is the record's UUID
    /// text.
    public record RowStart(String id, Map<String, Value> prefill) {}

    /// Gives the id of a row added by the visitor; `number` counts from 1 within the repeat and is
    /// never reused.
    @FunctionalInterface
    public interface NewRow {
        String id(String repeat, int number);
    }
}

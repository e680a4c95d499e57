package zhuhu.flow;

import zhuhu.form.Ref;
import zhuhu.record.Value;

/// An answer that differs from what was known. `label` names the question, and the row where there
/// is one.
public record Change(Ref ref, String screen, String label, Value before, Value now) {}

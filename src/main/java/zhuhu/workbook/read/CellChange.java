package zhuhu.workbook.read;

import zhuhu.base.Place;
import zhuhu.record.Value;

/// A cell that says something else than what was written there. Shape: `column` names the section
/// and property of its label, for people; `was` and `now` as people read them; `value` what it says
/// now, [Value#EMPTY] where it was cleared; `calculated` words of no value of their own.
public record CellChange(
        Place place, String property, String label, String was, String now, Value value) {}

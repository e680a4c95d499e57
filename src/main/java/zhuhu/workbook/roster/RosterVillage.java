package zhuhu.workbook.roster;

import zhuhu.record.Values;

/// A village as a roster names it. Shape: `county` and `township` may be ""; `basics` is what the
/// columns state of its section `basics`.
public record RosterVillage(String county, String township, String name, Values basics) {}

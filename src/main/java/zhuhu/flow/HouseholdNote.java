package zhuhu.flow;

/// Something jotted down about a household (随手记). Shape: `at` an ISO local date-time as the
/// author's device told it; `round` that of the visit it is kept with.
public record HouseholdNote(String at, String by, String text, String round) {}

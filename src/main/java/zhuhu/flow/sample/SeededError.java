package zhuhu.flow.sample;

/// An error put into a roster on purpose, and where. `row` from 1 as Excel shows it; `column` its
/// letters.
public record SeededError(String file, String sheet, int row, String column, String code) {}

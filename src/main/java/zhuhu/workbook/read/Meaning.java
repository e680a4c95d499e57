package zhuhu.workbook.read;

import zhuhu.record.Value;

/// What a cell says, before it is held against anything.
sealed interface Meaning {

    /// `—`: not asked.
    record Unasked() implements Meaning {}

    record Says(Value value) implements Meaning {}

    /// A record, by the short key behind its name; or words that end so by chance.
    record Refers(String shortKey, String words) implements Meaning {}

    /// A text that did not fit; `begin` what stands before the mark.
    record Begins(String begin) implements Meaning {}

    /// A long number that became a figure; `digits` those that are left.
    record Rounded(String digits) implements Meaning {}

    record Unreadable() implements Meaning {}

    Meaning UNASKED = new Unasked();
    Meaning EMPTY = new Says(Value.EMPTY);
    Meaning UNREADABLE = new Unreadable();
}

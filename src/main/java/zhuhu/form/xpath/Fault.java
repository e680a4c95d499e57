package zhuhu.form.xpath;

/// Why an expression cannot be understood. Shape: `code` is a problem's code; `what` the piece that
/// does not fit; `at` its position from 1, as a person counts.
public record Fault(String code, String what, int at) {}

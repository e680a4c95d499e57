package zhuhu.form;

/// What stops a screen or a form. Shape: `screen` the screen's name; `code` is `required`,
/// `constraint`, or the rule that the constraint's message begins with (`R05`); `message` as the
/// form says it.
public record Failure(Ref ref, String screen, String code, String message) {}

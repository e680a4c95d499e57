package zhuhu.paper;

/// The few words that pages say of themselves. Shape: `known` goes before what was known (`已知：`);
/// `page` has `%d` twice: page, pages.
public record PageWords(String known, String page) {}

package zhuhu.form;

/// One option: what is stored, and what is read.
public record Choice(String name, String label) {}

package zhuhu.pack;

/// The poverty line of a province in a year, 元 a head. `verified` false is shown as 待核.
public record PovertyLine(String province, int year, int amount, String source, boolean verified) {}

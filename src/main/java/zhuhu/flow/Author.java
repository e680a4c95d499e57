package zhuhu.flow;

/// Who is at the keyboard, and on which installation. `device` belongs to the installation, not to
/// a file.
public record Author(String name, String unit, String phone, String device) {}

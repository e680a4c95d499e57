package zhuhu.flow.paper;

import java.nio.file.Path;

/// What was written: how many papers (households, or one list), on how many pages.
public record Printed(Path file, int papers, int pages) {}

package zhuhu.paper;

import java.util.List;

/// One document of its own: it begins on a fresh sheet. Shape: `bookmark` what a reader's list of
/// contents calls it; `foot` stands at the foot of each page; `watermark` "" for none.
public record Paper(
        String title,
        String subtitle,
        String bookmark,
        Shape shape,
        List<Block> blocks,
        String foot,
        String watermark) {

    public Paper {
        blocks = List.copyOf(blocks);
    }

    /// How the sheet lies. A4 both.
    public enum Shape {
        UPRIGHT,
        ACROSS
    }
}

package zhuhu.form;

import java.util.List;

/// A form before any answer, as paper needs it: parts, screens and lines in form order with the
/// numbers that the screen shows, irrelevant ones included. Immutable; any thread.
public record Outline(List<Part> parts) {

    public Outline {
        parts = List.copyOf(parts);
    }

    /// A part; `name` "" for a loose question on top level.
    public record Part(String name, String label, List<Screen> screens) {
        public Part {
            screens = List.copyOf(screens);
        }
    }

    /// A screen; `number` as on the screen's own list.
    public record Screen(String name, String label, int number, List<Line> lines) {
        public Screen {
            lines = List.copyOf(lines);
        }
    }

    /// What stands on a screen or in a row. Calculations, hidden values and metadata do not.
    public sealed interface Line {

        /// A question; `number` as printed (`3.2`).
        record Asked(String number, FormNode.Question question) implements Line {}

        /// Words to read.
        record Noted(FormNode.Question note) implements Line {}

        /// A nested group; its lines follow until the next heading.
        record Heading(String name, String label) implements Line {}

        /// A repeat, with the lines of one row.
        record Table(FormNode.Repeat repeat, List<Line> lines) implements Line {
            public Table {
                lines = List.copyOf(lines);
            }
        }
    }
}

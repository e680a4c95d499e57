package zhuhu.form;

import java.util.List;
import java.util.Optional;
import zhuhu.record.Value;

/// A screen as it stands now: only what is relevant, labels with their values filled in.
public record ScreenView(String name, String part, String label, List<Item> items) {

    public ScreenView {
        items = List.copyOf(items);
    }

    /// Something on a screen or in a row.
    public sealed interface Item {

        /// A note: read, not answered.
        record Note(Ref ref, String label, String appearance) implements Item {}

        /// A question. Shape: `number` as printed (`3.2`); `choices` filtered for now; `value`
        /// EMPTY where unanswered; `hint` and `guidance` (more words on demand) "" where none.
        /// Calculations, hidden values and metadata are not shown.
        record Asked(
                Ref ref,
                String number,
                FormNode.Question question,
                String label,
                String hint,
                String guidance,
                boolean required,
                boolean readOnly,
                List<Choice> choices,
                Value value)
                implements Item {
            public Asked {
                choices = List.copyOf(choices);
            }

            /// A question without guidance.
            public Asked(
                    Ref ref,
                    String number,
                    FormNode.Question question,
                    String label,
                    String hint,
                    boolean required,
                    boolean readOnly,
                    List<Choice> choices,
                    Value value) {
                this(ref, number, question, label, hint, "", required, readOnly, choices, value);
            }

            /// The same question with another answer.
            public Asked with(Value answer) {
                return new Asked(
                        ref, number, question, label, hint, guidance, required, readOnly, choices,
                        answer);
            }
        }

        /// A nested group; what it holds follows it until the next heading of its level.
        record Heading(String name, String label) implements Item {}

        /// A repeat. `entity` is the record kind of its rows, if they are records; `repeat` is what
        /// [FormSession#addRow(String)] takes: its name, or its path where it stands in a row.
        /// `counted` where the form says how many rows there are.
        record Table(
                String repeat,
                String label,
                Optional<String> entity,
                boolean counted,
                List<Row> rows)
                implements Item {
            public Table {
                rows = List.copyOf(rows);
            }
        }
    }

    /// A row of a table; `id` is the record's UUID text where rows are records.
    public record Row(String id, String label, List<Item> items) {
        public Row {
            items = List.copyOf(items);
        }
    }
}

package zhuhu.paper;

import java.util.List;

/// Something on a page, top to bottom. Words only: what it looks like is [Pages]' own business.
public sealed interface Block {

    /// A band over a part of the form.
    record Part(String words) implements Block {}

    /// A heading over one screen or one table.
    record Heading(String words) implements Block {}

    /// Small words over the whole width.
    record Note(String words) implements Block {}

    /// Questions, two beside each other where they are short.
    record Fields(List<Field> fields) implements Block {
        public Fields {
            fields = List.copyOf(fields);
        }
    }

    /// A question with room for its answer. Shape: `number` as on screen; `options` to tick, empty
    /// where the answer is written; `answer` what is known or was answered, "" where nothing is;
    /// `wide` over the whole width.
    record Field(
            String number,
            String label,
            List<String> options,
            String answer,
            Answered answered,
            boolean wide) {
        public Field {
            options = List.copyOf(options);
        }
    }

    /// What an answer on paper stands for.
    enum Answered {
        /// Known from before; the visitor asks again and writes beside it.
        KNOWN,
        /// Given in the visit; nothing is left to write.
        GIVEN
    }

    /// Rows and columns. Shape: `weights` relative widths, one a column; each row has a cell a
    /// column; `blank` empty rows to write in follow.
    record Table(List<String> heads, List<Float> weights, List<List<String>> rows, int blank)
            implements Block {
        public Table {
            heads = List.copyOf(heads);
            weights = List.copyOf(weights);
            rows = rows.stream().map(List::copyOf).toList();
        }
    }

    /// Places to sign, beside each other.
    record Signatures(List<String> who) implements Block {
        public Signatures {
            who = List.copyOf(who);
        }
    }
}

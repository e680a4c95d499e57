package zhuhu.form.compile;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import zhuhu.form.AnswerKind;
import zhuhu.form.FormNode.SaveTo;
import zhuhu.form.type.QuestionType;
import zhuhu.form.type.RangeType;

/// A node of the form as it is read: what its row says, and where it hangs. Grows while the survey
/// sheet is read by one thread; nothing changes it after.
abstract sealed class Element permits Element.Container, Element.Asked {

    private final String name;
    private final Row row;
    private final @Nullable Container parent;

    private Element(String name, Row row, @Nullable Container parent) {
        this.name = name;
        this.row = row;
        this.parent = parent;
    }

    String name() {
        return name;
    }

    Row row() {
        return row;
    }

    Optional<Container> parent() {
        return Optional.ofNullable(parent);
    }

    Optional<Cell> cell(Column column) {
        return row.cell(column);
    }

    /// `/data/group/name`.
    String path() {
        return parent == null ? "/" + name : parent.path() + "/" + name;
    }

    /// The containers around it, the nearest first, the form itself last.
    List<Container> around() {
        var around = new ArrayList<Container>();
        Optional<Container> next = parent();
        while (next.isPresent()) {
            around.add(next.get());
            next = next.get().parent();
        }
        return around;
    }

    /// What a container is.
    enum Kind {
        FORM,
        GROUP,
        REPEAT
    }

    /// The form itself, a group or a repeat.
    static final class Container extends Element {

        private final Kind kind;
        private final List<Element> children = new ArrayList<>();

        Container(String name, Kind kind, Row row, @Nullable Container parent) {
            super(name, row, parent);
            this.kind = kind;
            if (parent != null) {
                parent.children.add(this);
            }
        }

        Kind kind() {
            return kind;
        }

        List<Element> children() {
            return children;
        }
    }

    /// A question, note, calculation, hidden value or metadata. Shape: `list` the choice list or
    /// ""; `parameters` by name.
    static final class Asked extends Element {

        private final QuestionType type;
        private final String list;
        private final Map<String, String> parameters;
        private Optional<SaveTo> saveTo = Optional.empty();

        Asked(
                String name,
                QuestionType type,
                String list,
                Map<String, String> parameters,
                Row row,
                Container parent) {
            super(name, row, parent);
            this.type = type;
            this.list = list;
            this.parameters = parameters;
            parent.children.add(this);
        }

        QuestionType type() {
            return type;
        }

        String list() {
            return list;
        }

        Map<String, String> parameters() {
            return parameters;
        }

        /// The `type` of its bind; a range's is that of its bounds and step.
        String dataType() {
            return kind() == AnswerKind.DECIMAL ? "decimal" : type.dataType();
        }

        AnswerKind kind() {
            boolean isBroken =
                    type instanceof RangeType
                            && Stream.of("start", "end", "step")
                                    .anyMatch(p -> parameters.getOrDefault(p, "").contains("."));
            return isBroken ? AnswerKind.DECIMAL : type.kind();
        }

        /// Whether it is worked out only when another question's answer changes.
        boolean isTriggered() {
            return cell(Column.TRIGGER).isPresent();
        }

        Optional<SaveTo> saveTo() {
            return saveTo;
        }

        void saveTo(SaveTo where) {
            saveTo = Optional.of(where);
        }

        /// Whether a person sees it: a calculation without label and hint is worked out unseen.
        boolean isShown() {
            boolean worded = cell(Column.LABEL).isPresent() || cell(Column.HINT).isPresent();
            boolean workedOut = cell(Column.CALCULATION).isPresent() || isTriggered();
            return type.control().isPresent() && (worded || !workedOut);
        }
    }
}

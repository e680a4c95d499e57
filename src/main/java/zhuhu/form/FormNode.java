package zhuhu.form;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// A node of a checked form. Expressions are as written, `${name}` not yet resolved; "" where none.
public sealed interface FormNode {

    String name();

    String label();

    /// A group: on top level a part; with appearance `field-list` a screen; in a repeat a section
    /// of its rows.
    record Group(
            String name, String label, String relevant, String appearance, List<FormNode> children)
            implements FormNode {
        public Group {
            children = List.copyOf(children);
        }

        public boolean isFieldList() {
            return List.of(appearance.split(" ", -1)).contains("field-list");
        }
    }

    /// A repeat; `entity` is the list (record kind) that its rows are records of, if any; `counted`
    /// if the form itself says how many rows there are.
    record Repeat(
            String name,
            String label,
            String relevant,
            String appearance,
            Optional<String> entity,
            boolean counted,
            List<FormNode> children)
            implements FormNode {
        public Repeat {
            children = List.copyOf(children);
        }

        /// A repeat whose rows the visitor adds.
        public Repeat(
                String name,
                String label,
                String relevant,
                String appearance,
                Optional<String> entity,
                List<FormNode> children) {
            this(name, label, relevant, appearance, entity, false, children);
        }
    }

    /// A question, note, calculation or hidden value. Shape: `type` is the XLSForm word without
    /// list (`select_one`); `list` the choice list or ""; `choices` unfiltered, in list order;
    /// `calculated` if its value comes from `calculation` alone; `guidance` more words on demand;
    /// `parameters` by name (`start`, `end` and `step` of a range, `max-pixels` of an image).
    record Question(
            String name,
            String type,
            AnswerKind kind,
            String label,
            String hint,
            String appearance,
            String list,
            List<Choice> choices,
            boolean calculated,
            boolean required,
            boolean readOnly,
            Optional<SaveTo> saveTo,
            String guidance,
            Map<String, String> parameters)
            implements FormNode {
        public Question {
            choices = List.copyOf(choices);
            parameters = Map.copyOf(parameters);
        }

        /// A question without guidance and parameters.
        public Question(
                String name,
                String type,
                AnswerKind kind,
                String label,
                String hint,
                String appearance,
                String list,
                List<Choice> choices,
                boolean calculated,
                boolean required,
                boolean readOnly,
                Optional<SaveTo> saveTo) {
            this(
                    name,
                    type,
                    kind,
                    label,
                    hint,
                    appearance,
                    list,
                    choices,
                    calculated,
                    required,
                    readOnly,
                    saveTo,
                    "",
                    Map.of());
        }

        /// The same question with other words for its choices.
        public Question with(List<Choice> worded) {
            return new Question(
                    name,
                    type,
                    kind,
                    label,
                    hint,
                    appearance,
                    list,
                    worded,
                    calculated,
                    required,
                    readOnly,
                    saveTo,
                    guidance,
                    parameters);
        }

        /// A slider's bounds and step, and where a picture is scaled to; "" where not said.
        public String parameter(String name) {
            return parameters.getOrDefault(name, "");
        }
    }

    /// The entity list and property that an answer is saved to at finalisation.
    record SaveTo(String list, String property) {}

    /// This node and everything in it, in form order.
    default Stream<FormNode> walk() {
        return switch (this) {
            case Group group ->
                    Stream.concat(
                            Stream.of(this), group.children().stream().flatMap(FormNode::walk));
            case Repeat repeat ->
                    Stream.concat(
                            Stream.of(this), repeat.children().stream().flatMap(FormNode::walk));
            case Question _ -> Stream.of(this);
        };
    }
}

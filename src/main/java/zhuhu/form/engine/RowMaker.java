package zhuhu.form.engine;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.javarosa.core.model.FormDef;
import org.javarosa.core.model.FormIndex;
import org.javarosa.core.model.data.IAnswerData;
import org.javarosa.core.model.instance.InvalidReferenceException;
import org.javarosa.core.model.instance.TreeElement;
import org.javarosa.core.model.instance.TreeReference;
import zhuhu.form.FormNode;
import zhuhu.form.FormNode.Question;
import zhuhu.form.SessionStart;
import zhuhu.record.Value;

/// Adds rows to repeats and takes them away. Under the engine's lock.
final class RowMaker {

    private final Instance instance;
    private final SessionStart.NewRow newRow;

    RowMaker(Instance instance, SessionStart.NewRow newRow) {
        this.instance = instance;
        this.newRow = newRow;
    }

    /// A row that is known from before, with its values.
    void addKnown(Instance.Spot repeat, SessionStart.RowStart start) {
        add(repeat, new RowBook.Row(start.id(), false), start.prefill());
    }

    /// A row that the visitor adds, under an id of the session's.
    String addNew(Instance.Spot repeat) {
        String name = repeat.node().name();
        String id = newRow.id(name, instance.rows().next(name));
        addNew(repeat, id);
        return id;
    }

    void addNew(Instance.Spot repeat, String id) {
        addNew(repeat, id, Map.of());
    }

    /// A new row with what stood in it before.
    void addNew(Instance.Spot repeat, String id, Map<String, Value> before) {
        add(repeat, new RowBook.Row(id, true), before);
    }

    void remove(Instance.Spot repeat, String id) {
        int position = instance.rows().position(repeat.path(), id);
        FormIndex index = instance.rowIndex(repeat, position);
        Set<TreeReference> gone = new LinkedHashSet<>();
        TreeElement row = instance.form().getMainInstance().resolveReference(index.getReference());
        if (row != null) {
            leaves(row, gone);
        }
        instance.rows().remove(repeat.path(), id);
        instance.form().deleteRepeat(index);
        // Reason: the engine does not count anew what stands in the groups of a row that is gone.
        gone.forEach(leaf -> instance.form().triggerTriggerables(leaf));
    }

    private static void leaves(TreeElement element, Set<TreeReference> leaves) {
        if (element.getNumChildren() == 0) {
            leaves.add(element.getRef().genericize());
        }
        for (int i = 0; i < element.getNumChildren(); i++) {
            leaves(element.getChildAt(i), leaves);
        }
    }

    /// The prefilled answer of a question, if one was given and fits: an empty one clears.
    static Optional<Optional<IAnswerData>> known(Question question, Map<String, Value> prefill) {
        Value value = prefill.get(question.name());
        if (value == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(Optional.ofNullable(Answers.known(question, value)));
        } catch (IllegalArgumentException e) {
            // Reason: what a register says need not be a choice of this form; it is shown beside
            // the question, and the question starts unanswered.
            return Optional.empty();
        }
    }

    private void add(Instance.Spot repeat, RowBook.Row row, Map<String, Value> prefill) {
        int position = instance.rows().rows(repeat.path()).size();
        FormIndex index = instance.rowIndex(repeat, position);
        FormDef form = instance.form();
        instance.rows().add(repeat.path(), row);
        TreeElement template = form.getMainInstance().getTemplate(index.getReference());
        // Reason: defaults and calculations of a new row are worked out while it is made, so what
        // is known must be there before; the template is the only way in.
        Map<TreeElement, Optional<IAnswerData>> before = new LinkedHashMap<>();
        fill(repeat.node(), template, prefill, before);
        try {
            form.createNewRepeat(index);
        } catch (InvalidReferenceException e) {
            throw new IllegalStateException(e);
        } finally {
            before.forEach((element, data) -> element.setAnswer(data.orElse(null)));
        }
        var made = instance.rows(repeat).get(position).spot();
        bind(made, row.id());
        restate(made, prefill);
    }

    private static void fill(
            FormNode node,
            TreeElement template,
            Map<String, Value> prefill,
            Map<TreeElement, Optional<IAnswerData>> before) {
        for (FormNode child : Layout.children(node)) {
            switch (child) {
                case FormNode.Group group ->
                        fill(group, Instance.child(template, group.name(), 0), prefill, before);
                case Question question -> {
                    TreeElement element = Instance.child(template, question.name(), 0);
                    known(question, prefill)
                            .ifPresent(data -> {
                                before.put(element, Optional.ofNullable(element.getValue()));
                                element.setAnswer(data.orElse(null));
                            });
                }
                case FormNode.Repeat _ -> {}
            }
        }
    }

    /// What a default of the question's own has overwritten while the row was made.
    private void restate(Instance.Spot spot, Map<String, Value> prefill) {
        for (Instance.Spot child : instance.inside(spot)) {
            switch (child.node()) {
                case FormNode.Group _ -> restate(child, prefill);
                case Question question -> {
                    var known = known(question, prefill);
                    if (known.isPresent() && !question.calculated()) {
                        Value now = Answers.value(question, child.element().getValue());
                        IAnswerData data = known.get().orElse(null);
                        if (!now.equals(Answers.value(question, data))) {
                            instance.set(child, data);
                        }
                    }
                }
                case FormNode.Repeat _ -> {}
            }
        }
    }

    /// The row's id goes into the instance too, where ODK keeps it.
    private static void bind(Instance.Spot row, String id) {
        if (row.node() instanceof FormNode.Repeat repeat) {
            repeat.entity()
                    .flatMap(list -> Instance.entity(row.element(), list))
                    .ifPresent(entity -> entity.setAttribute(null, "id", id));
        }
    }
}

package zhuhu.form.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.javarosa.core.model.data.IAnswerData;
import org.javarosa.core.model.instance.TreeElement;
import zhuhu.form.AnswerKind;
import zhuhu.form.FormNode;
import zhuhu.form.FormNode.Group;
import zhuhu.form.FormNode.Question;
import zhuhu.form.FormNode.Repeat;
import zhuhu.form.FormNode.SaveTo;
import zhuhu.form.Submission;
import zhuhu.form.Submission.Saved;
import zhuhu.record.Value;
import zhuhu.record.Values;

/// What a form says now, gathered in one walk. Under the engine's lock.
final class Statement {

    private final Instance instance;
    private final SortedMap<String, SortedMap<String, Value>> sections = new TreeMap<>();
    private final List<Saved> saved = new ArrayList<>();

    /// Around a question: the record it may belong to, and whether it stands in a plain row.
    private record Around(Optional<RecordRow> row, String group) {}

    private record RecordRow(String list, String id, boolean isNew, boolean wanted) {}

    private Statement(Instance instance) {
        this.instance = instance;
    }

    static Submission of(Instance instance, String started, String ended) {
        var statement = new Statement(instance);
        for (FormNode node : statement.top()) {
            statement.part(instance.spot(node.name()), new Around(Optional.empty(), ""));
        }
        var sections = new TreeMap<String, Values>();
        statement.sections.forEach((name, values) -> sections.put(name, new Values(values)));
        return new Submission(sections, statement.saved, started, ended);
    }

    private List<FormNode> top() {
        return instance.layout().top();
    }

    /// Outside screens: a part, or something loose.
    private void part(Instance.Spot spot, Around around) {
        if (!instance.isRelevant(spot)) {
            return;
        }
        switch (spot.node()) {
            case Group group when !instance.layout().isScreen(spot.place()) -> {
                var inner = new Around(around.row(), group.name());
                instance.inside(spot).forEach(child -> part(child, inner));
            }
            case Group group -> group(spot, group.name(), new Around(around.row(), group.name()));
            case Repeat repeat -> repeat(spot, repeat, repeat.name(), around);
            case Question question -> {
                String section = Layout.isSeen(question) ? question.name() : around.group();
                question(spot, question, section, around);
            }
        }
    }

    private void group(Instance.Spot spot, String section, Around around) {
        for (Instance.Spot child : instance.inside(spot)) {
            if (instance.isRelevant(child)) {
                switch (child.node()) {
                    case Group inner ->
                            group(child, section, new Around(around.row(), inner.name()));
                    case Repeat repeat -> repeat(child, repeat, section, around);
                    case Question question -> question(child, question, section, around);
                }
            }
        }
    }

    private void repeat(Instance.Spot spot, Repeat repeat, String section, Around around) {
        if (repeat.entity().isEmpty()) {
            put(section, repeat.name(), plainRows(spot, around));
            return;
        }
        for (Instance.RowSpot row : relevantRows(spot)) {
            recordRow(row, repeat);
        }
    }

    private void recordRow(Instance.RowSpot row, Repeat repeat) {
        String id = row.row().id();
        boolean isNew = row.row().isNew();
        String list = repeat.entity().orElse("");
        boolean wanted = isWanted(row.spot().element(), list, isNew);
        var record = new RecordRow(list, id, isNew, wanted);
        var around = new Around(Optional.of(record), repeat.name());
        String own = repeat.name() + "@" + id;
        for (Instance.Spot child : instance.inside(row.spot())) {
            if (instance.isRelevant(child)) {
                switch (child.node()) {
                    case Group group ->
                            group(
                                    child,
                                    group.name() + "@" + id,
                                    new Around(around.row(), group.name()));
                    case Repeat inner -> repeat(child, inner, own, around);
                    case Question question -> question(child, question, own, around);
                }
            }
        }
    }

    private Value plainRows(Instance.Spot spot, Around around) {
        var rows = new ArrayList<Values>();
        for (Instance.RowSpot row : relevantRows(spot)) {
            var values = new TreeMap<String, Value>();
            plainRow(row.spot(), values, new Around(around.row(), spot.node().name()));
            rows.add(new Values(values));
        }
        return rows.isEmpty() ? Value.EMPTY : new Value.Rows(rows);
    }

    private void plainRow(Instance.Spot spot, SortedMap<String, Value> values, Around around) {
        for (Instance.Spot child : instance.inside(spot)) {
            if (instance.isRelevant(child)) {
                switch (child.node()) {
                    case Group group ->
                            plainRow(child, values, new Around(around.row(), group.name()));
                    case Repeat inner -> values.put(inner.name(), plainRows(child, around));
                    case Question question -> {
                        if (isStated(question)) {
                            values.put(question.name(), value(child, question));
                            save(child, question, around);
                        }
                    }
                }
            }
        }
    }

    private void question(Instance.Spot spot, Question question, String section, Around around) {
        if (isStated(question)) {
            if (!section.isEmpty()) {
                put(section, question.name(), value(spot, question));
            }
            save(spot, question, around);
        }
    }

    private void save(Instance.Spot spot, Question question, Around around) {
        question.saveTo()
                .ifPresent(to -> {
                    Value value = value(spot, question);
                    saved.add(
                            around.row()
                                    .filter(row -> row.list().equals(to.list()))
                                    .map(row -> saved(to, row, around.group(), value))
                                    .orElseGet(() -> ofSubject(to, around, value)));
                });
    }

    private static Saved saved(SaveTo to, RecordRow row, String group, Value value) {
        return new Saved(
                to.list(), row.id(), group, to.property(), value, row.isNew(), row.wanted());
    }

    private Saved ofSubject(SaveTo to, Around around, Value value) {
        boolean wanted = isWanted(instance.root(), to.list(), false);
        return new Saved(to.list(), "", around.group(), to.property(), value, false, wanted);
    }

    private static boolean isStated(Question question) {
        return !Layout.isMeta(question)
                && !Layout.isNote(question)
                && (question.kind() != AnswerKind.NONE || !Layout.isSeen(question));
    }

    private static Value value(Instance.Spot spot, Question question) {
        return Answers.value(question, spot.element().getValue());
    }

    private List<Instance.RowSpot> relevantRows(Instance.Spot repeat) {
        return instance.rows(repeat).stream()
                .filter(row -> row.spot().element().isRelevant())
                .toList();
    }

    private void put(String section, String name, Value value) {
        sections.computeIfAbsent(section, _ -> new TreeMap<>()).put(name, value);
    }

    /// What create_if or update_if says; without one, yes.
    private static boolean isWanted(TreeElement holder, String list, boolean isNew) {
        return Instance.entity(holder, list)
                .map(entity -> entity.getAttribute(null, isNew ? "create" : "update"))
                .map(Statement::isYes)
                .orElse(true);
    }

    private static boolean isYes(TreeElement attribute) {
        IAnswerData says = attribute.getValue();
        String word = says == null ? "" : says.uncast().getString();
        return word.equals("1") || word.equals("true");
    }
}

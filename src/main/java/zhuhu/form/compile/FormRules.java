package zhuhu.form.compile;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import zhuhu.base.Problem;
import zhuhu.form.compile.Element.Container;
import zhuhu.form.xpath.Expression;
import zhuhu.form.xpath.Expression.Reading;
import zhuhu.form.xpath.Fault;
import zhuhu.form.xpath.References;

/// What must hold of a form as a whole: every expression reads, every `${name}` names one element.
final class FormRules {

    private static final List<Column> EXPRESSIONS =
            List.of(Column.RELEVANT, Column.CONSTRAINT, Column.CALCULATION, Column.CHOICE_FILTER);
    private static final List<Column> SWITCHES = List.of(Column.REQUIRED, Column.READ_ONLY);
    private static final List<Column> WORDS =
            List.of(Column.LABEL, Column.HINT, Column.CONSTRAINT_MESSAGE, Column.REQUIRED_MESSAGE);

    private final Paths paths;
    private final Refusals refusals;

    private FormRules(Paths paths, Refusals refusals) {
        this.paths = paths;
        this.refusals = refusals;
    }

    static void check(Form form, List<Row> entities, Refusals refusals) {
        var rules = new FormRules(new Paths(form.names()), refusals);
        rules.repeatNames(form);
        for (Element element : form.names().all()) {
            EXPRESSIONS.forEach(c -> element.cell(c).ifPresent(rules::expression));
            SWITCHES.forEach(c -> element.cell(c).ifPresent(rules::yesNoOrExpression));
            WORDS.forEach(c -> element.cell(c).ifPresent(rules::words));
        }
        form.lists().values().stream()
                .flatMap(list -> list.options().stream())
                .forEach(option -> rules.words(option.label()));
        entities.stream()
                .flatMap(row -> EntityDeclaration.expressions(row).stream())
                .forEach(rules::expression);
        form.settings().instanceName().ifPresent(rules::expression);
        if (refusals.isEmpty()) {
            Cycles.check(form.names(), refusals);
        }
    }

    // Reason: repeats are found by name in forms that come later, and in tables of answers.
    private void repeatNames(Form form) {
        Map<String, Element> repeats = new HashMap<>();
        repeats.put(form.root().name(), form.root());
        for (Element element : form.names().all()) {
            boolean isRepeat =
                    element instanceof Container container
                            && container.kind() == Element.Kind.REPEAT;
            if (isRepeat) {
                Element first = repeats.putIfAbsent(element.name(), element);
                if (first != null && first.parent() != element.parent()) {
                    refusals.add(
                            Problem.of("formRepeatTwice", element.name()),
                            element.row().place(Column.NAME));
                }
            }
        }
    }

    private void yesNoOrExpression(Cell cell) {
        if (YesNo.of(cell.text()).isEmpty()) {
            expression(cell);
        }
    }

    private void expression(Cell cell) {
        switch (Expression.read(YesNo.expression(cell.text()))) {
            case Reading.Read(Expression expression) ->
                    expression
                            .references()
                            .forEach(r -> paths.check(r.name(), r.lastSaved(), cell, refusals));
            case Reading.Bad(Fault fault) -> refusals.fault(fault, cell);
        }
    }

    private void words(Cell cell) {
        for (References.Mention mention : References.in(cell.text())) {
            if (mention.wellFormed()) {
                paths.check(mention.name(), mention.lastSaved(), cell, refusals);
            } else {
                String shape = cell.text().substring(mention.at(), mention.end());
                refusals.add(Problem.of("formReferenceShape", shape), cell.place());
            }
        }
    }
}

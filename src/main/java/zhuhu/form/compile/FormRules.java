package zhuhu.form.compile;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import zhuhu.base.Problem;
import zhuhu.form.AnswerKind;
import zhuhu.form.compile.Element.Asked;
import zhuhu.form.compile.Element.Container;
import zhuhu.form.xpath.Expression;
import zhuhu.form.xpath.Expression.Reading;
import zhuhu.form.xpath.Fault;
import zhuhu.form.xpath.References;

/// What must hold of a form as a whole: every expression reads, every `${name}` names one element.
final class FormRules {

    private static final List<Column> EXPRESSIONS =
            List.of(
                    Column.RELEVANT,
                    Column.CONSTRAINT,
                    Column.CALCULATION,
                    Column.CHOICE_FILTER,
                    Column.REPEAT_COUNT);
    private static final List<Column> SWITCHES = List.of(Column.REQUIRED, Column.READ_ONLY);
    private static final List<Column> WORDS =
            List.of(
                    Column.LABEL,
                    Column.HINT,
                    Column.GUIDANCE_HINT,
                    Column.CONSTRAINT_MESSAGE,
                    Column.REQUIRED_MESSAGE);

    private static final Pattern TRIGGER = Pattern.compile("\\$\\{[^}]+}(\\s*,?\\s*\\$\\{[^}]+})*");

    private final Form form;
    private final Paths paths;
    private final Refusals refusals;

    private FormRules(Form form, Paths paths, Refusals refusals) {
        this.form = form;
        this.paths = paths;
        this.refusals = refusals;
    }

    static void check(Form form, List<Row> entities, Refusals refusals) {
        var rules = new FormRules(form, new Paths(form.names()), refusals);
        rules.repeatNames(form);
        for (Element element : form.names().all()) {
            EXPRESSIONS.forEach(c -> element.cell(c).ifPresent(rules::expression));
            SWITCHES.forEach(c -> element.cell(c).ifPresent(rules::yesNoOrExpression));
            WORDS.forEach(c -> rules.words(element.cell(c), element.row().translations(c)));
            element.cell(Column.DEFAULT)
                    .filter(c -> Expression.isDynamic(c.text()))
                    .ifPresent(rules::expression);
            rules.extras(element);
        }
        form.lists().values().stream()
                .flatMap(list -> list.options().stream())
                .forEach(option -> rules.words(Optional.of(option.label()), option.words()));
        entities.stream()
                .flatMap(row -> EntityDeclaration.expressions(row).stream())
                .forEach(rules::expression);
        form.settings().instanceName().ifPresent(rules::expression);
        form.externals().checkAgainst(form.lists().keySet());
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

    private void words(Optional<Cell> cell, Map<String, Cell> words) {
        Set<Cell> all = new LinkedHashSet<>(words.values());
        cell.ifPresent(all::add);
        all.forEach(this::words);
    }

    private void extras(Element element) {
        element.cell(Column.TRIGGER).ifPresent(this::trigger);
        if (element instanceof Asked asked && asked.parameters().containsKey("seed")) {
            String seed = asked.parameters().getOrDefault("seed", "");
            expression(new Cell(seed, element.row().place(Column.PARAMETERS)));
        }
    }

    private void trigger(Cell cell) {
        if (!TRIGGER.matcher(cell.text()).matches()) {
            refusals.add(Problem.of("formTriggerShape", cell.text()), cell.place());
            return;
        }
        for (References.Mention mention : References.in(cell.text())) {
            paths.check(mention.name(), mention.lastSaved(), cell, refusals);
            boolean isSeen =
                    form.names().named(mention.name()).stream()
                            .allMatch(e ->
                                    e instanceof Asked asked
                                            && asked.isShown()
                                            && asked.kind() != AnswerKind.NONE);
            if (!isSeen) {
                refusals.add(Problem.of("formTriggerUnseen", mention.name()), cell.place());
            }
        }
    }

    private void expression(Cell cell) {
        form.externals().pulled(cell);
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

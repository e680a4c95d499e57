package zhuhu.form.compile;

import java.util.Map;
import java.util.Optional;
import zhuhu.base.Problem;
import zhuhu.form.AnswerKind;
import zhuhu.form.compile.Element.Asked;
import zhuhu.form.type.CalculateType;
import zhuhu.form.xpath.Expression;

/// What must hold of one question's row.
final class QuestionRules {

    private QuestionRules() {}

    static void check(Asked asked, Map<String, ChoiceList> lists, Refusals refusals) {
        Optional<ChoiceList> list = Optional.ofNullable(lists.get(asked.list()));
        boolean isWorded =
                asked.cell(Column.LABEL).isPresent() || asked.cell(Column.HINT).isPresent();
        if (asked.isShown() && !isWorded) {
            refusals.add(Problem.of("formNoLabel", asked.name()), asked.row().place(Column.LABEL));
        }
        boolean isCalculated = asked.cell(Column.CALCULATION).isPresent();
        if (asked.type() instanceof CalculateType && !isCalculated) {
            refusals.add(
                    Problem.of("formNoCalculation", asked.name()),
                    asked.row().place(Column.CALCULATION));
        }
        if (!asked.type().takesList()) {
            asked.cell(Column.CHOICE_FILTER)
                    .ifPresent(c -> refusals.add(Problem.of("formFilterWithoutList"), c.place()));
        }
        asked.cell(Column.REPEAT_COUNT)
                .ifPresent(c -> refusals.add(Problem.of("formCountOfQuestion"), c.place()));
        String ticks = asked.parameters().getOrDefault("tick_labelset", "");
        if (!ticks.isEmpty() && !lists.containsKey(ticks)) {
            refusals.add(
                    Problem.of("formListUnknown", ticks), asked.row().place(Column.PARAMETERS));
        }
        asked.cell(Column.DEFAULT).ifPresent(cell -> standard(asked, cell, list, refusals));
        if (asked.kind() == AnswerKind.MANY || asked.kind() == AnswerKind.RANK) {
            list.ifPresent(l -> spaces(l, refusals));
        }
    }

    private static void standard(
            Asked asked, Cell cell, Optional<ChoiceList> list, Refusals refusals) {
        if (Expression.isDynamic(cell.text())) {
            return;
        }
        boolean isWhole = asked.kind() == AnswerKind.INTEGER && cell.text().contains(".");
        if (!asked.type().holds(cell.text()) || isWhole) {
            refusals.add(
                    Problem.of("formDefaultShape", cell.text(), asked.type().words().getFirst()),
                    cell.place());
        } else if (list.isPresent()) {
            String[] names =
                    asked.kind() == AnswerKind.MANY || asked.kind() == AnswerKind.RANK
                            ? cell.text().split(" ", -1)
                            : new String[] {cell.text()};
            for (String name : names) {
                if (list.get().option(name).isEmpty()) {
                    refusals.add(
                            Problem.of("formDefaultChoice", name, list.get().name()), cell.place());
                }
            }
        }
    }

    // Reason: an answer of several choices is their names with spaces between.
    private static void spaces(ChoiceList list, Refusals refusals) {
        for (ChoiceList.Option option : list.options()) {
            if (option.name().contains(" ")) {
                refusals.add(
                        Problem.of("formChoiceSpace", option.name(), list.name()),
                        option.label().place());
            }
        }
    }
}

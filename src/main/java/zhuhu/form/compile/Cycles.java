package zhuhu.form.compile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import zhuhu.base.Problem;
import zhuhu.form.xpath.Expression;
import zhuhu.form.xpath.Expression.Reading;

/// Finds values that lead back to themselves; the engine refuses them without saying which. One
/// use.
final class Cycles {

    private static final List<Column> LEADING =
            List.of(Column.CALCULATION, Column.RELEVANT, Column.REQUIRED, Column.READ_ONLY);

    private final Names names;
    private final Refusals refusals;
    private final Map<Element, Boolean> done = new HashMap<>();
    private final List<Element> way = new ArrayList<>();

    private Cycles(Names names, Refusals refusals) {
        this.names = names;
        this.refusals = refusals;
    }

    static void check(Names names, Refusals refusals) {
        var cycles = new Cycles(names, refusals);
        names.questions().forEach(cycles::follow);
    }

    private void follow(Element element) {
        if (way.contains(element)) {
            refuse(way.subList(way.indexOf(element), way.size()));
            return;
        }
        if (done.putIfAbsent(element, true) != null) {
            return;
        }
        way.add(element);
        leads(element).forEach(this::follow);
        way.removeLast();
    }

    private void refuse(List<Element> circle) {
        Element first = circle.getFirst();
        String round =
                Stream.concat(circle.stream(), Stream.of(first))
                        .map(Element::name)
                        .collect(Collectors.joining(" → "));
        Column column =
                LEADING.stream()
                        .filter(c -> first.cell(c).filter(x -> x.text().contains("${")).isPresent())
                        .findFirst()
                        .orElse(Column.NAME);
        refusals.add(Problem.of("formCycle", round), first.row().place(column));
    }

    /// What the element's value rests on: what its row names, and what decides whether it is asked.
    private Set<Element> leads(Element element) {
        var leads = new LinkedHashSet<Element>();
        LEADING.stream()
                // Reason: what a trigger sets is not worked out anew by itself.
                .filter(c -> c != Column.CALCULATION || element.cell(Column.TRIGGER).isEmpty())
                .forEach(column -> element.cell(column).ifPresent(c -> add(c, leads)));
        for (Element around : element.around()) {
            around.cell(Column.RELEVANT).ifPresent(c -> add(c, leads));
        }
        return leads;
    }

    private void add(Cell cell, Set<Element> leads) {
        if (Expression.read(cell.text()) instanceof Reading.Read(Expression expression)) {
            for (Expression.Reference reference : expression.references()) {
                Optional<Element> to = names.named(reference.name()).stream().findFirst();
                // Reason: counting the rows one stands in is no circle; what is asked of them is.
                to.filter(Element.Asked.class::isInstance).ifPresent(leads::add);
            }
        }
    }
}

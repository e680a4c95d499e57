package zhuhu.form.compile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import zhuhu.base.Place;
import zhuhu.base.Problem;
import zhuhu.form.xpath.Expression;
import zhuhu.form.xpath.Fault;

/// Everything about a form that is not understood, in the order it is found. One form, one thread.
final class Refusals {

    private final List<Found> found = new ArrayList<>();

    private record Found(Problem problem, Place place) {}

    void add(Problem problem, Place place) {
        found.add(new Found(problem, place));
    }

    void fault(Fault fault, Cell cell) {
        Problem problem =
                switch (fault.code()) {
                    case "formExpressionQuote" ->
                            Problem.of("formExpressionQuote", fault.what(), fault.at());
                    case "formExpressionSign" ->
                            Problem.of("formExpressionSign", fault.what(), fault.at());
                    case "formExpressionOpen" -> Problem.of("formExpressionOpen", fault.what());
                    case "formExpressionEnds" -> Problem.of("formExpressionEnds", cell.text());
                    case "formReferenceShape" -> Problem.of("formReferenceShape", fault.what());
                    case "formFunction" -> Problem.of("formFunction", fault.what());
                    default -> Problem.of("formExpression", fault.what(), fault.at());
                };
        add(problem, cell.place());
    }

    /// Reads the cell as an expression; if it is none, says so.
    boolean isExpression(Cell cell) {
        return switch (Expression.read(cell.text())) {
            case Expression.Reading.Read _ -> true;
            case Expression.Reading.Bad(Fault fault) -> {
                fault(fault, cell);
                yield false;
            }
        };
    }

    boolean isEmpty() {
        return found.isEmpty();
    }

    int count() {
        return found.size();
    }

    /// Problems of whole files first, then by sheet in the order given, row and column.
    List<Problem> inOrder(List<String> sheets) {
        Comparator<Place> order =
                Comparator.<Place>comparingInt(place -> sheets.indexOf(place.sheet()))
                        .thenComparingInt(Place::row)
                        .thenComparingInt(place -> letters(place).length())
                        .thenComparing(Refusals::letters);
        return found.stream()
                .distinct()
                .sorted(Comparator.comparing(Found::place, order))
                .map(one -> one.problem().at(one.place()))
                .toList();
    }

    private static String letters(Place place) {
        String column = place.column();
        return column == null ? "" : column;
    }
}

package zhuhu.form.compile;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import zhuhu.base.Problem;
import zhuhu.form.compile.Element.Container;
import zhuhu.form.xpath.Expression;
import zhuhu.form.xpath.Expression.Reading;
import zhuhu.form.xpath.References;

/// Puts paths in the place of `${name}`: within a repeat from where the expression stands, so that
/// each row means its own; else from the root. Pure; any thread.
final class Paths {

    private final Names names;

    Paths(Names names) {
        this.names = names;
    }

    /// Says what is wrong with the references of an expression or text; nothing where all is well.
    void check(String name, boolean lastSaved, Cell cell, Refusals refusals) {
        if (lastSaved) {
            refusals.add(Problem.of("formLastSaved", "${last-saved#" + name + "}"), cell.place());
            return;
        }
        List<Element> found = names.named(name);
        if (found.isEmpty()) {
            refusals.add(Problem.of("formReferenceUnknown", name), cell.place());
        } else if (found.size() > 1) {
            refusals.add(
                    Problem.of(
                            "formReferenceTwice",
                            name,
                            found.get(0).row().number(),
                            found.get(1).row().number()),
                    cell.place());
        }
    }

    /// The expression with paths. Shape: `fromItem` where it is worked out for each choice of a
    /// list, as a choice filter is.
    String expression(String text, Spot spot, boolean fromItem) {
        if (!(Expression.read(text) instanceof Reading.Read(Expression expression))) {
            throw new IllegalArgumentException("Not checked before: " + text);
        }
        var out = new StringBuilder();
        int from = 0;
        for (Expression.Reference reference : expression.references()) {
            out.append(expression.text(), from, reference.at());
            out.append(path(reference, spot, fromItem));
            from = reference.end();
        }
        return out.append(expression.text().substring(from)).toString();
    }

    private String path(Expression.Reference reference, Spot spot, boolean fromItem) {
        Element target = target(reference.name());
        if (reference.fixed()) {
            return " " + target.path() + " ";
        }
        boolean isOwnRow =
                !reference.sifted().isEmpty()
                        && isAround(reference.sifted(), target)
                        && isAround(reference.sifted(), spot);
        if (isOwnRow) {
            // Reason: sifting the rows of the repeat that one stands in means each row's own value.
            String rows = target(reference.sifted()).path();
            return " ./" + target.path().substring(rows.length() + 1) + " ";
        }
        return path(reference.name(), spot, fromItem || reference.inPredicate());
    }

    /// A text that people read as XML: the text, with an output wherever it names a question.
    void words(String text, Spot spot, Xml into) {
        int from = 0;
        for (References.Mention mention : References.in(text)) {
            into.text(text.substring(from, mention.at()));
            into.add("output").set("value", path(mention.name(), spot, false));
            from = mention.end();
        }
        into.text(text.substring(from));
    }

    /// The path to an element from a spot, with a space before and after.
    String path(String name, Spot spot, boolean isCurrent) {
        Element target = target(name);
        List<Container> aroundTarget = target.around();
        List<Container> aroundSpot = new ArrayList<>();
        aroundSpot.add(spot.container());
        aroundSpot.addAll(spot.container().around());
        Optional<Container> common = aroundSpot.stream().filter(aroundTarget::contains).findFirst();
        boolean isWithinRepeat =
                aroundSpot.stream()
                        .filter(aroundTarget::contains)
                        .anyMatch(c -> c.kind() == Element.Kind.REPEAT);
        if (common.isEmpty() || !isWithinRepeat) {
            return " " + target.path() + " ";
        }
        int steps = spot.steps() + aroundSpot.indexOf(common.get());
        String up = "../".repeat(steps);
        String down = target.path().substring(common.get().path().length() + 1);
        return " " + (isCurrent ? "current()/" : "") + up + down + " ";
    }

    private boolean isAround(String name, Element element) {
        return element.around().stream().anyMatch(c -> c == target(name));
    }

    private boolean isAround(String name, Spot spot) {
        return spot.container() == target(name) || isAround(name, spot.container());
    }

    private Element target(String name) {
        return names.named(name).getFirst();
    }
}

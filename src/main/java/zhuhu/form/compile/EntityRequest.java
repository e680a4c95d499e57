package zhuhu.form.compile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import zhuhu.base.Problem;
import zhuhu.form.compile.Element.Container;

/// Where a list would like to stand. Shape: `row` its declaration; `scope` the repeat (or form) it
/// may not leave; `wanted` the deepest container that holds every answer saved to it; `lineages`
/// the containers of those answers.
record EntityRequest(
        Row row, String list, Container scope, Container wanted, List<Container> lineages) {

    private static final Comparator<Container> DEPTH =
            Comparator.<Container>comparingLong(EntityUse::repeats)
                    .thenComparingInt(EntityUse::groups);

    /// Empty, and said, if the uses stand in repeats that do not contain one another.
    static Optional<EntityRequest> of(
            String list, List<EntityUse> uses, Row row, Refusals refusals) {
        Container scope = deepestScope(uses);
        List<Container> lineages =
                uses.stream()
                        .filter(EntityUse::isSaved)
                        .map(EntityUse::container)
                        .distinct()
                        .toList();
        Container wanted = lineages.isEmpty() ? deepest(uses, scope) : common(lineages);
        boolean fits = true;
        for (EntityUse use : uses) {
            Container its = EntityUse.scope(use.container());
            boolean isAround = its == scope || scope.around().contains(its);
            boolean isSavedElsewhere = use.isSaved() && its != scope;
            if (!isAround || isSavedElsewhere) {
                fits = false;
                refuse(list, use, scope, row, refusals);
            }
        }
        return fits
                ? Optional.of(new EntityRequest(row, list, scope, wanted, lineages))
                : Optional.empty();
    }

    private static void refuse(
            String list, EntityUse use, Container scope, Row row, Refusals refusals) {
        if (use.saveTo().isPresent()) {
            refusals.add(
                    Problem.of("formEntityScope", list, scope.path()), use.saveTo().get().place());
        } else {
            refusals.add(
                    Problem.of("formEntityScopeNamed", list, use.question(), scope.path()),
                    row.place(Column.LIST_NAME));
        }
    }

    // Reason: an answer outside every repeat may be named anywhere, one within decides.
    private static Container deepestScope(List<EntityUse> uses) {
        Container deepest = EntityUse.scope(uses.getFirst().container());
        for (EntityUse use : uses) {
            Container its = EntityUse.scope(use.container());
            if (EntityUse.repeats(its) > EntityUse.repeats(deepest)) {
                deepest = its;
            }
        }
        return deepest;
    }

    private static Container deepest(List<EntityUse> uses, Container scope) {
        Container deepest = scope;
        for (EntityUse use : uses) {
            boolean isHere = EntityUse.scope(use.container()) == scope;
            if (isHere && DEPTH.compare(use.container(), deepest) > 0) {
                deepest = use.container();
            }
        }
        return deepest;
    }

    private static Container common(List<Container> lineages) {
        Container first = lineages.getFirst();
        List<Container> up =
                new ArrayList<>(Stream.concat(Stream.of(first), first.around().stream()).toList());
        for (Container other : lineages) {
            up.removeIf(c -> c != other && !other.around().contains(c));
        }
        return up.getFirst();
    }
}

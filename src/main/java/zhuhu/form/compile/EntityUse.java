package zhuhu.form.compile;

import java.util.Optional;
import zhuhu.form.compile.Element.Container;
import zhuhu.form.compile.Element.Kind;

/// Something that ties a list to a container: an answer saved to it (`saveTo` is its cell), or a
/// question that its declaration names.
record EntityUse(Container container, String question, Optional<Cell> saveTo) {

    boolean isSaved() {
        return saveTo.isPresent();
    }

    /// The nearest repeat, or the form.
    static Container scope(Container container) {
        Container at = container;
        while (at.kind() == Kind.GROUP) {
            at = at.parent().orElseThrow();
        }
        return at;
    }

    /// How many repeats there are from the form down to it, itself included.
    static long repeats(Container container) {
        long above = container.around().stream().filter(c -> c.kind() == Kind.REPEAT).count();
        return above + (container.kind() == Kind.REPEAT ? 1 : 0);
    }

    /// How many groups lie between it and its scope, itself included.
    static int groups(Container container) {
        return container == scope(container) ? 0 : container.around().indexOf(scope(container)) + 1;
    }
}

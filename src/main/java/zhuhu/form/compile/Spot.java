package zhuhu.form.compile;

import zhuhu.form.compile.Element.Container;

/// Where an expression is worked out. Shape: `container` the nearest one around it, `steps` how
/// many `..` lead there.
record Spot(Container container, int steps) {

    /// At an element of the form itself.
    static Spot at(Element element, Container form) {
        return new Spot(element.parent().orElse(form), 1);
    }

    /// At an attribute or the label of the entity that `container` declares, which stands in
    /// `meta/entity` there.
    static Spot entityOf(Container container) {
        return new Spot(container, 3);
    }
}

package zhuhu.form.compile;

import java.util.Optional;
import zhuhu.form.compile.Element.Asked;
import zhuhu.form.compile.Element.Container;

/// Writes what is asked, in form order.
final class BodyWriter {

    private final Form form;
    private final Paths paths;

    BodyWriter(Form form, Paths paths) {
        this.form = form;
        this.paths = paths;
    }

    void into(Xml body) {
        children(form.root(), body);
    }

    private void children(Container container, Xml into) {
        for (Element child : container.children()) {
            switch (child) {
                case Asked asked -> asked(asked, into);
                case Container inner -> {
                    if (inner.kind() == Element.Kind.REPEAT) {
                        repeat(inner, into);
                    } else {
                        group(inner, into);
                    }
                }
            }
        }
    }

    private void group(Container group, Xml into) {
        Xml xml = into.add("group").set("ref", group.path());
        appearance(group, xml);
        words(group, "label", Column.LABEL, xml);
        children(group, xml);
    }

    private void repeat(Container repeat, Xml into) {
        Xml group = into.add("group").set("ref", repeat.path());
        words(repeat, "label", Column.LABEL, group);
        if (repeat.cell(Column.LABEL).isEmpty()) {
            appearance(repeat, group);
        }
        Xml xml = group.add("repeat").set("nodeset", repeat.path());
        appearance(repeat, xml);
        children(repeat, xml);
        form.entities().stream()
                .filter(e -> !e.isUpdate() && EntityUse.scope(e.container()) == repeat)
                .forEach(e ->
                        xml.add(
                                BindWriter.newId(
                                        e.container().path() + "/meta/entity/", "odk-new-repeat")));
    }

    private void asked(Asked asked, Xml into) {
        Optional<String> control = asked.type().control();
        if (control.isEmpty() || !asked.isShown()) {
            return;
        }
        Xml xml = into.add(control.get()).set("ref", asked.path());
        appearance(asked, xml);
        words(asked, "label", Column.LABEL, xml);
        words(asked, "hint", Column.HINT, xml);
        if (asked.type().takesList()) {
            choices(asked, xml);
        }
    }

    private void choices(Asked asked, Xml xml) {
        Spot spot = Spot.at(asked, form.root());
        String filter =
                asked.cell(Column.CHOICE_FILTER)
                        .map(c -> "[" + paths.expression(c.text(), spot, true) + "]")
                        .orElse("");
        boolean isLive =
                Optional.ofNullable(form.lists().get(asked.list()))
                        .filter(ChoiceList::isLive)
                        .isPresent();
        Xml itemset =
                xml.add("itemset")
                        .set("nodeset", "instance('" + asked.list() + "')/root/item" + filter);
        itemset.add("value").set("ref", "name");
        itemset.add("label").set("ref", isLive ? "jr:itext(itextId)" : "label");
    }

    private void appearance(Element element, Xml xml) {
        element.cell(Column.APPEARANCE).ifPresent(c -> xml.set("appearance", c.text()));
    }

    private void words(Element element, String tag, Column column, Xml into) {
        element.cell(column)
                .ifPresent(
                        c -> paths.words(c.text(), Spot.at(element, form.root()), into.add(tag)));
    }
}

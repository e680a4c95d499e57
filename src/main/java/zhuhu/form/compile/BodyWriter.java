package zhuhu.form.compile;

import java.util.List;
import java.util.Map;
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
        repeat.cell(Column.REPEAT_COUNT)
                .ifPresent(count ->
                        xml.set(
                                "jr:count",
                                paths.path(
                                        RepeatCount.node(repeat.name(), count),
                                        Spot.at(repeat, form.root()),
                                        false)));
        appearance(repeat, xml);
        children(repeat, xml);
        defaults(repeat, xml);
        form.entities().stream()
                .filter(e -> !e.isUpdate() && EntityUse.scope(e.container()) == repeat)
                .forEach(e ->
                        xml.add(
                                BindWriter.newId(
                                        e.container().path() + "/meta/entity/", "odk-new-repeat")));
    }

    /// Reason: a row's defaults are worked out when it is made.
    private void defaults(Container container, Xml repeat) {
        for (Element child : container.children()) {
            switch (child) {
                case Asked asked ->
                        BindWriter.dynamicDefault(
                                        asked,
                                        form,
                                        paths,
                                        "odk-instance-first-load odk-new-repeat")
                                .ifPresent(repeat::add);
                case Container inner -> {
                    if (inner.kind() == Element.Kind.GROUP) {
                        defaults(inner, repeat);
                    }
                }
            }
        }
    }

    private void asked(Asked asked, Xml into) {
        Optional<String> control = asked.type().control();
        if (control.isEmpty() || !asked.isShown()) {
            return;
        }
        Xml xml = into.add(control.get()).set("ref", asked.path());
        asked.type().controlAttributes().forEach(xml::set);
        attributes(asked, xml);
        appearance(asked, xml);
        words(asked, "label", Column.LABEL, xml);
        words(asked, "hint", Column.HINT, xml);
        if (asked.type().takesList()) {
            choices(asked, xml);
        }
        ticks(asked, xml);
        form.triggeredBy(asked).forEach(q -> trigger(q, xml));
    }

    private static void attributes(Asked asked, Xml xml) {
        Map<String, String> said = asked.parameters();
        List.of("start", "end", "step", "rows")
                .forEach(p -> Optional.ofNullable(said.get(p)).ifPresent(v -> xml.set(p, v)));
        Optional.ofNullable(said.get("tick_interval"))
                .ifPresent(v -> xml.set("odk:tick-interval", v));
        Optional.ofNullable(said.get("placeholder")).ifPresent(v -> xml.set("odk:placeholder", v));
    }

    private void ticks(Asked asked, Xml xml) {
        Optional.ofNullable(asked.parameters().get("tick_labelset"))
                .flatMap(list -> Optional.ofNullable(form.lists().get(list)))
                .ifPresent(list -> itemset(xml, items(list.name()), "name", label(list)));
    }

    private void trigger(Asked triggered, Xml xml) {
        Xml set =
                xml.add("setvalue")
                        .set("ref", triggered.path())
                        .set("event", "xforms-value-changed");
        triggered
                .cell(Column.CALCULATION)
                .ifPresent(c ->
                        set.set(
                                "value",
                                paths.expression(
                                        c.text(), Spot.at(triggered, form.root()), false)));
    }

    private void choices(Asked asked, Xml xml) {
        Spot spot = Spot.at(asked, form.root());
        String filter =
                asked.cell(Column.CHOICE_FILTER)
                        .map(c -> "[" + paths.expression(c.text(), spot, true) + "]")
                        .orElse("");
        String nodes = randomized(asked, items(asked.list()) + filter, spot);
        String value = asked.parameters().getOrDefault("value", "name");
        String label =
                Optional.ofNullable(form.lists().get(asked.list()))
                        .map(this::label)
                        .orElseGet(() -> asked.parameters().getOrDefault("label", "label"));
        itemset(xml, nodes, value, label);
    }

    private static String items(String list) {
        return "instance('" + list + "')/root/item";
    }

    private String randomized(Asked asked, String nodes, Spot spot) {
        Map<String, String> said = asked.parameters();
        if (!YesNo.of(said.getOrDefault("randomize", "no")).orElse(false)) {
            return nodes;
        }
        String seed =
                Optional.ofNullable(said.get("seed"))
                        .map(s -> ", " + paths.expression(s, spot, false).strip())
                        .orElse("");
        return "randomize(" + nodes + seed + ")";
    }

    private String label(ChoiceList list) {
        return form.isInTable(list) ? "jr:itext(itextId)" : "label";
    }

    private static void itemset(Xml xml, String nodes, String value, String label) {
        Xml itemset = xml.add("itemset").set("nodeset", nodes);
        itemset.add("value").set("ref", value);
        itemset.add("label").set("ref", label);
    }

    private void appearance(Element element, Xml xml) {
        element.cell(Column.APPEARANCE).ifPresent(c -> xml.set("appearance", c.text()));
    }

    private void words(Element element, String tag, Column column, Xml into) {
        if (form.isInTable(element, column)) {
            into.add(tag).set("ref", TextTable.reference(element.path() + ":" + tag));
            return;
        }
        element.cell(column)
                .ifPresent(
                        c -> paths.words(c.text(), Spot.at(element, form.root()), into.add(tag)));
    }
}

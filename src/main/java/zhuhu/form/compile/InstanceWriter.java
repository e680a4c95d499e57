package zhuhu.form.compile;

import zhuhu.form.compile.Element.Asked;
import zhuhu.form.compile.Element.Container;
import zhuhu.form.xpath.Expression;

/// Writes the empty answers of a form, and its choice lists.
final class InstanceWriter {

    private final Form form;

    InstanceWriter(Form form) {
        this.form = form;
    }

    /// The form's own element with everything in it.
    Xml primary() {
        var root = new Xml(form.root().name()).set("id", form.settings().id());
        if (!form.settings().version().isEmpty()) {
            root.set("version", form.settings().version());
        }
        children(form.root(), root, false);
        Xml meta = root.add("meta");
        meta.add("instanceID");
        if (form.settings().instanceName().isPresent()) {
            meta.add("instanceName");
        }
        form.entitiesOf(form.root()).forEach(entity -> meta.add(entity(entity)));
        return root;
    }

    /// Shape: `inTable` where labels stand in the text table.
    static Xml choices(ChoiceList list, boolean inTable) {
        var instance = new Xml("instance").set("id", list.name());
        Xml root = instance.add("root");
        for (int i = 0; i < list.options().size(); i++) {
            ChoiceList.Option option = list.options().get(i);
            Xml item = root.add("item");
            if (inTable) {
                item.add("itextId").text(list.name() + "-" + i);
            }
            item.add("name").text(option.name());
            if (!inTable) {
                item.add("label").text(option.label().text());
            }
            option.more().forEach((key, cell) -> item.add(key).text(cell.text()));
        }
        return instance;
    }

    // Reason: the engine copies the template for a new row; the row beside it is the first row.
    // Repeats in that first row have no template of their own, the template holds theirs.
    private void children(Container container, Xml into, boolean isFirstRow) {
        for (Element child : container.children()) {
            boolean isRepeat = child instanceof Container c && c.kind() == Element.Kind.REPEAT;
            if (isRepeat && !isFirstRow) {
                into.add(template((Container) child));
            }
            into.add(instance(child, isFirstRow || isRepeat));
        }
    }

    private Xml instance(Element element, boolean isFirstRow) {
        var xml = new Xml(element.name());
        switch (element) {
            case Container container -> {
                children(container, xml, isFirstRow);
                meta(container, xml);
            }
            case Asked asked -> {
                String fixed = asked.row().text(Column.DEFAULT);
                xml.text(Expression.isDynamic(fixed) ? "" : fixed);
            }
        }
        return xml;
    }

    private Xml template(Container repeat) {
        var xml = new Xml(repeat.name()).set("jr:template", "");
        for (Element child : repeat.children()) {
            boolean isRepeat = child instanceof Container c && c.kind() == Element.Kind.REPEAT;
            xml.add(isRepeat ? template((Container) child) : instance(child, false));
        }
        meta(repeat, xml);
        return xml;
    }

    private void meta(Container container, Xml xml) {
        for (EntityDeclaration entity : form.entitiesOf(container)) {
            xml.add("meta").add(entity(entity));
        }
    }

    private static Xml entity(EntityDeclaration entity) {
        var xml = new Xml("entity").set("dataset", entity.list());
        if (entity.isCreate()) {
            xml.set("create", "1");
        }
        if (entity.isUpdate()) {
            xml.set("update", "1")
                    .set("baseVersion", "")
                    .set("trunkVersion", "")
                    .set("branchId", "");
        }
        xml.set("id", "");
        if (entity.row().cell(Column.LABEL).isPresent()) {
            xml.add("label");
        }
        return xml;
    }
}

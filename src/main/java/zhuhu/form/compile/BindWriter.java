package zhuhu.form.compile;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import zhuhu.form.compile.Element.Asked;
import zhuhu.form.compile.Element.Container;
import zhuhu.form.xpath.Expression;

/// Writes the binds: what every node holds, and when. One use.
final class BindWriter {

    private final Form form;
    private final Paths paths;
    private final Xml model;

    BindWriter(Form form, Paths paths, Xml model) {
        this.form = form;
        this.paths = paths;
        this.model = model;
    }

    void write() {
        container(form.root());
    }

    private void container(Container container) {
        for (Element child : container.children()) {
            bind(child.path(), attributes(child));
            if (child instanceof Asked asked && !isInRepeat(asked)) {
                dynamicDefault(asked).ifPresent(model::add);
            }
            if (child instanceof Container inner) {
                container(inner);
            }
        }
        if (container == form.root()) {
            formMeta();
        }
        form.entitiesOf(container).forEach(this::entity);
    }

    private static boolean isInRepeat(Element element) {
        return element.around().stream().anyMatch(c -> c.kind() == Element.Kind.REPEAT);
    }

    private Optional<Xml> dynamicDefault(Asked asked) {
        return dynamicDefault(asked, form, paths, "odk-instance-first-load");
    }

    /// Works a default out when the form or the row is made; empty where it is fixed.
    static Optional<Xml> dynamicDefault(Asked asked, Form form, Paths paths, String event) {
        return asked.cell(Column.DEFAULT)
                .filter(c -> Expression.isDynamic(c.text()))
                .map(c ->
                        new Xml("setvalue")
                                .set("ref", asked.path())
                                .set("event", event)
                                .set(
                                        "value",
                                        paths.expression(
                                                c.text(), Spot.at(asked, form.root()), false)));
    }

    private void bind(String path, Map<String, String> attributes) {
        if (!attributes.isEmpty()) {
            Xml bind = model.add("bind").set("nodeset", path);
            attributes.forEach(bind::set);
        }
    }

    private Map<String, String> attributes(Element element) {
        var attributes = new TreeMap<String, String>();
        Spot spot = Spot.at(element, form.root());
        if (element instanceof Asked asked) {
            attributes.put("type", asked.dataType());
            Optional.ofNullable(asked.parameters().get("max-pixels"))
                    .ifPresent(p -> attributes.put("orx:max-pixels", p));
            attributes.putAll(asked.type().bind());
            asked.saveTo().ifPresent(s -> attributes.put("entities:saveto", s.property()));
        }
        put(attributes, "relevant", element.cell(Column.RELEVANT), spot);
        put(attributes, "constraint", element.cell(Column.CONSTRAINT), spot);
        put(attributes, "required", element.cell(Column.REQUIRED), spot);
        put(attributes, "readonly", element.cell(Column.READ_ONLY), spot);
        if (element.cell(Column.TRIGGER).isEmpty()) {
            put(attributes, "calculate", element.cell(Column.CALCULATION), spot);
        }
        message(attributes, "jr:constraintMsg", element, Column.CONSTRAINT_MESSAGE);
        message(attributes, "jr:requiredMsg", element, Column.REQUIRED_MESSAGE);
        return attributes;
    }

    private void put(Map<String, String> attributes, String key, Optional<Cell> cell, Spot spot) {
        cell.ifPresent(c ->
                attributes.put(key, paths.expression(YesNo.expression(c.text()), spot, false)));
    }

    private void message(
            Map<String, String> attributes, String key, Element element, Column column) {
        element.cell(column)
                .ifPresent(c ->
                        attributes.put(
                                key,
                                form.isInTable(element, column)
                                        ? TextTable.reference(element.path() + ":" + key)
                                        : c.text()));
    }

    private void formMeta() {
        String meta = form.root().path() + "/meta/";
        model.add("bind")
                .set("nodeset", meta + "instanceID")
                .set("jr:preload", "uid")
                .set("readonly", "true()")
                .set("type", "string");
        form.settings()
                .instanceName()
                .ifPresent(cell ->
                        model.add("bind")
                                .set("nodeset", meta + "instanceName")
                                .set("calculate", atMeta(cell))
                                .set("type", "string"));
    }

    private String atMeta(Cell cell) {
        return paths.expression(cell.text(), new Spot(form.root(), 2), false);
    }

    private void entity(EntityDeclaration entity) {
        Row row = entity.row();
        String path = entity.container().path() + "/meta/entity/";
        Spot spot = Spot.entityOf(entity.container());
        calculated(path + "@create", row.cell(Column.CREATE_IF), spot);
        calculated(path + "@update", row.cell(Column.UPDATE_IF), spot);
        row.cell(Column.ENTITY_ID).ifPresent(id -> versions(entity, path, id, spot));
        Xml id =
                model.add("bind")
                        .set("nodeset", path + "@id")
                        .set("readonly", "true()")
                        .set("type", "string");
        row.cell(Column.ENTITY_ID)
                .ifPresent(c -> id.set("calculate", paths.expression(c.text(), spot, false)));
        if (!entity.isUpdate()) {
            model.add(newId(path, "odk-instance-first-load"));
        }
        calculated(path + "label", row.cell(Column.LABEL), spot);
    }

    /// Gives a new record its id.
    static Xml newId(String path, String event) {
        return new Xml("setvalue")
                .set("ref", path + "@id")
                .set("event", event)
                .set("value", "uuid()");
    }

    private void versions(EntityDeclaration entity, String path, Cell id, Spot spot) {
        String item = "instance('" + entity.list() + "')/root/item[name=" + id.text() + "]/";
        bindCalculated(path + "@baseVersion", item + "__version", spot);
        bindCalculated(path + "@trunkVersion", item + "__trunkVersion", spot);
        bindCalculated(path + "@branchId", item + "__branchId", spot);
    }

    private void calculated(String path, Optional<Cell> cell, Spot spot) {
        cell.ifPresent(c -> bindCalculated(path, c.text(), spot));
    }

    private void bindCalculated(String path, String expression, Spot spot) {
        model.add("bind")
                .set("nodeset", path)
                .set("calculate", paths.expression(expression, spot, false))
                .set("readonly", "true()")
                .set("type", "string");
    }
}

package zhuhu.pack;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import zhuhu.form.AnswerKind;
import zhuhu.form.CheckedForm;
import zhuhu.form.FormNode;
import zhuhu.pack.Schema.Authority;
import zhuhu.pack.Schema.Property;
import zhuhu.pack.Schema.Section;
import zhuhu.record.Kind;

/// Makes the visit's part of the schema from a campaign's forms: a section a screen, a section a
/// row for each group in a repeat of records. Sections of one name in two forms are one, with the
/// properties of both. One use; one thread.
final class VisitSchema {

    private final Map<String, Section> sections = new LinkedHashMap<>();

    private VisitSchema() {}

    static List<Section> of(List<CheckedForm> forms) {
        var schema = new VisitSchema();
        schema.add("about", "回访", false, plain("form", "表", "round", "轮次", "subject", "对象"));
        for (CheckedForm form : forms) {
            form.nodes().forEach(schema::part);
        }
        schema.add(
                "edit",
                "修改",
                false,
                plain(
                        "edit_act", "事项",
                        "edit_reason", "原因",
                        "edit_document", "文号",
                        "edit_records", "改到的记录"));
        schema.add(
                "note", "随手记", true, plain("note_at", "时间", "note_by", "记的人", "note_text", "随手记"));
        schema.add("finalised", "完成", false, plain("finalised", "已完成"));
        return List.copyOf(schema.sections.values());
    }

    private void part(FormNode node) {
        if (node instanceof FormNode.Group part) {
            if (part.isFieldList()) {
                screen(part);
            } else {
                part.children().forEach(this::screenOf);
            }
        } else if (node instanceof FormNode.Repeat repeat) {
            screen(repeat);
        }
    }

    private void screenOf(FormNode node) {
        switch (node) {
            case FormNode.Group group -> screen(group);
            case FormNode.Repeat repeat -> screen(repeat);
            case FormNode.Question _ -> {}
        }
    }

    private void screen(FormNode.Group screen) {
        var properties = new ArrayList<Property>();
        screen.children().forEach(child -> gather(child, properties));
        add(screen.name(), screen.label(), false, properties);
    }

    private void screen(FormNode.Repeat repeat) {
        var properties = new ArrayList<Property>();
        gather(repeat, properties);
        if (!properties.isEmpty()) {
            add(repeat.name(), repeat.label(), false, properties);
        }
    }

    private void gather(FormNode node, List<Property> properties) {
        switch (node) {
            case FormNode.Question question -> {
                if (question.kind() != AnswerKind.NONE) {
                    properties.add(property(question));
                }
            }
            case FormNode.Group group -> group.children().forEach(c -> gather(c, properties));
            case FormNode.Repeat repeat -> {
                if (repeat.entity().isPresent()) {
                    rows(repeat);
                } else {
                    // Reason: the rows of such a repeat are one value of the section.
                    properties.add(
                            new Property(
                                    repeat.name(),
                                    repeat.label(),
                                    AnswerKind.NONE,
                                    List.of(),
                                    false,
                                    ""));
                }
            }
        }
    }

    private void rows(FormNode.Repeat repeat) {
        var own = new ArrayList<Property>();
        for (FormNode child : repeat.children()) {
            if (child instanceof FormNode.Group group) {
                var properties = new ArrayList<Property>();
                group.children().forEach(c -> gather(c, properties));
                add(group.name(), group.label(), true, properties);
            } else {
                gather(child, own);
            }
        }
        if (!own.isEmpty()) {
            add(repeat.name(), repeat.label(), true, own);
        }
    }

    private void add(String name, String label, boolean perRow, List<Property> properties) {
        var all = new LinkedHashMap<String, Property>();
        Section known = sections.get(name);
        if (known != null) {
            known.properties().forEach(p -> all.put(p.name(), p));
        }
        properties.forEach(p -> all.putIfAbsent(p.name(), p));
        sections.put(
                name,
                new Section(
                        Kind.VISIT,
                        name,
                        label,
                        Authority.VISIT,
                        false,
                        perRow,
                        List.copyOf(all.values())));
    }

    private static Property property(FormNode.Question question) {
        return new Property(
                question.name(),
                question.label(),
                question.kind(),
                question.choices(),
                question.calculated(),
                "");
    }

    private static List<Property> plain(String... namesAndLabels) {
        var properties = new ArrayList<Property>();
        for (int i = 0; i < namesAndLabels.length; i += 2) {
            properties.add(
                    new Property(
                            namesAndLabels[i],
                            namesAndLabels[i + 1],
                            AnswerKind.TEXT,
                            List.of(),
                            false,
                            ""));
        }
        return properties;
    }
}

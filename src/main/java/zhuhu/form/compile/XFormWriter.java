package zhuhu.form.compile;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Writes a checked form as an XForm, in the shape that pyxform gives it. Pure; any thread.
final class XFormWriter {

    static final String ENTITIES = "http://www.opendatakit.org/xforms/entities";
    private static final Pattern NAMESPACE =
            Pattern.compile("([A-Za-z_][A-Za-z0-9_.-]*)=[\"']([^\"']*)[\"']");

    private XFormWriter() {}

    static String write(Form form) {
        var paths = new Paths(form.names());
        var html = new Xml("h:html");
        namespaces(form, html);
        Xml head = html.add("h:head");
        head.add("h:title").text(form.settings().title());
        Xml model = head.add("model").set("odk:xforms-version", "1.0.0");
        if (!form.entities().isEmpty()) {
            model.set("entities:entities-version", form.entitiesVersion());
        }
        new TextTable(form, paths).into(model);
        model.add("instance").add(new InstanceWriter(form).primary());
        form.externals()
                .lists()
                .forEach((name, use) ->
                        model.add("instance")
                                .set("id", name)
                                .set("src", "jr://file-csv/" + use.file()));
        form.lists()
                .values()
                .forEach(list -> model.add(InstanceWriter.choices(list, form.isInTable(list))));
        new BindWriter(form, paths, model).write();
        Xml body = html.add("h:body");
        if (!form.settings().style().isEmpty()) {
            body.set("class", form.settings().style());
        }
        new BodyWriter(form, paths).into(body);
        return html.document();
    }

    private static void namespaces(Form form, Xml html) {
        html.set("xmlns", "http://www.w3.org/2002/xforms")
                .set("xmlns:h", "http://www.w3.org/1999/xhtml")
                .set("xmlns:ev", "http://www.w3.org/2001/xml-events")
                .set("xmlns:xsd", "http://www.w3.org/2001/XMLSchema")
                .set("xmlns:jr", "http://openrosa.org/javarosa")
                .set("xmlns:orx", "http://openrosa.org/xforms")
                .set("xmlns:odk", "http://www.opendatakit.org/xforms");
        form.settings()
                .namespaces()
                .ifPresent(cell -> {
                    Matcher matcher = NAMESPACE.matcher(cell.text());
                    while (matcher.find()) {
                        html.set("xmlns:" + matcher.group(1), matcher.group(2));
                    }
                });
        if (!form.entities().isEmpty()) {
            html.set("xmlns:entities", ENTITIES);
        }
    }
}

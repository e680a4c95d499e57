package zhuhu.form.compile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// An XML element while it is built, and its text. Attributes and children keep their order. One
/// thread.
final class Xml {

    private final String name;
    private final Map<String, String> attributes = new LinkedHashMap<>();
    private final List<Object> children = new ArrayList<>();
    private boolean isMixed;

    Xml(String name) {
        this.name = name;
    }

    Xml set(String attribute, String value) {
        attributes.put(attribute, value);
        return this;
    }

    Xml add(String child) {
        var element = new Xml(child);
        children.add(element);
        return element;
    }

    Xml add(Xml child) {
        children.add(child);
        return this;
    }

    Xml text(String text) {
        if (!text.isEmpty()) {
            children.add(text);
            isMixed = true;
        }
        return this;
    }

    /// The whole document: two spaces a level, nothing added where there is text.
    String document() {
        var out = new StringBuilder("<?xml version=\"1.0\"?>\n");
        write(out, 0, true);
        return out.toString();
    }

    private void write(StringBuilder out, int depth, boolean isIndented) {
        out.append(isIndented ? "  ".repeat(depth) : "").append('<').append(name);
        attributes.forEach((key, value) ->
                out.append(' ').append(key).append("=\"").append(quoted(value)).append('"'));
        if (children.isEmpty()) {
            out.append("/>");
        } else {
            boolean indents = isIndented && !isMixed;
            out.append('>').append(indents ? "\n" : "");
            for (Object child : children) {
                if (child instanceof Xml element) {
                    element.write(out, depth + 1, indents);
                } else {
                    out.append(escaped(child.toString()));
                }
            }
            out.append(indents ? "  ".repeat(depth) : "").append("</").append(name).append('>');
        }
        out.append(isIndented ? "\n" : "");
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static String quoted(String text) {
        return escaped(text).replace("\"", "&quot;").replace("\n", "&#10;").replace("\t", "&#9;");
    }
}

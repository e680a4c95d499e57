package zhuhu.form.engine;

import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.javarosa.xform.parse.XFormParser;
import org.kxml2.kdom.Document;
import org.kxml2.kdom.Element;
import org.kxml2.kdom.Node;
import zhuhu.form.ExternalList;

/// An XForm made ready for the engine. Five things are changed on the way in, and the text itself
/// stays as it was compiled:
///
/// - `today()` and `now()` become functions of ours. Reason: the engine looks its own up before any
///   handler, and they read the machine's clock.
/// - what calculates or sets an entity's id or version goes. Reason: rows carry the ids of our
///   records, and the engine fails on deleting a row whose id is calculated.
/// - first-load defaults of prefilled questions go, and those of new rows fill only what is empty.
///   Reason: they would overwrite what was shown, after or before others are worked out from it.
/// - whole numbers are read as long ones. Reason: the engine cuts a sum over 2 147 483 647 down to
///   that, silently.
/// - lists in files are put in where the form refers to them. Reason: the engine would read them
///   from a file in the machine's own charset, and takes an empty list for one that is missing.
final class XFormText {

    private static final Pattern CLOCK =
            Pattern.compile("(\"[^\"]*\"|'[^']*')|(?<![\\w.:-])(today|now)\\s*\\(\\s*\\)");
    private static final Pattern ENTITY_ID =
            Pattern.compile(".*/meta/entity/@(id|baseVersion|trunkVersion|branchId)");
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_.-]*");
    private static final Set<String> EXPRESSIONS =
            Set.of(
                    "calculate",
                    "relevant",
                    "constraint",
                    "required",
                    "readonly",
                    "value",
                    "nodeset",
                    "count");

    private XFormText() {}

    /// The document of `xform`; `prefilled` are the absolute paths (`/data/part/question`) whose
    /// first-load defaults give way.
    static Document read(String xform, Set<String> prefilled, Map<String, ExternalList> lists)
            throws IOException {
        Document document = XFormParser.getXMLDocument(new StringReader(xform));
        mend(document.getRootElement(), prefilled);
        putIn(document.getRootElement(), lists);
        return document;
    }

    private static void putIn(Element element, Map<String, ExternalList> lists) {
        for (int i = 0; i < element.getChildCount(); i++) {
            if (element.getChild(i) instanceof Element child) {
                ExternalList list = lists.get(attribute(child, "id"));
                boolean isReference = !attribute(child, "src").isEmpty();
                if (isInstance(child) && isReference && list != null) {
                    child.setAttribute(null, "src", null);
                    items(child, list);
                } else if (!isInstance(child)) {
                    putIn(child, lists);
                }
            }
        }
    }

    private static void items(Element instance, ExternalList list) {
        Element root = add(instance, "root");
        for (List<String> row : list.rows()) {
            Element item = add(root, "item");
            for (int i = 0; i < row.size(); i++) {
                // Reason: a column that no expression can name need not be there.
                if (NAME.matcher(list.columns().get(i)).matches()) {
                    add(item, list.columns().get(i)).addChild(Node.TEXT, row.get(i));
                }
            }
        }
    }

    private static Element add(Element into, String name) {
        Element child = into.createElement(into.getNamespace(), name);
        into.addChild(Node.ELEMENT, child);
        return child;
    }

    private static void mend(Element element, Set<String> prefilled) {
        for (int i = element.getChildCount() - 1; i >= 0; i--) {
            if (element.getChild(i) instanceof Element child && !isInstance(child)) {
                if (isUnwanted(child, prefilled)) {
                    element.removeChild(i);
                } else {
                    mendAttributes(child);
                    mendRowDefault(child);
                    mend(child, prefilled);
                }
            }
        }
    }

    private static boolean isInstance(Element element) {
        return element.getName().equals("instance");
    }

    private static boolean isUnwanted(Element element, Set<String> prefilled) {
        if (!element.getName().equals("setvalue")) {
            return false;
        }
        String ref = attribute(element, "ref");
        boolean firstLoad = attribute(element, "event").contains("odk-instance-first-load");
        return ENTITY_ID.matcher(ref).matches() || firstLoad && prefilled.contains(ref);
    }

    private static void mendAttributes(Element element) {
        boolean entityId = ENTITY_ID.matcher(attribute(element, "nodeset")).matches();
        for (int i = element.getAttributeCount() - 1; i >= 0; i--) {
            String name = element.getAttributeName(i);
            String space = element.getAttributeNamespace(i);
            if (name.equals("type") && element.getAttributeValue(i).equals("int")) {
                element.setAttribute(space, name, "long");
            } else if (entityId && name.equals("calculate")) {
                element.setAttribute(space, name, null);
            } else if (EXPRESSIONS.contains(name)) {
                String said = element.getAttributeValue(i);
                String meant = CLOCK.matcher(said).replaceAll(XFormText::ours);
                if (!meant.equals(said)) {
                    element.setAttribute(space, name, meant);
                }
            }
        }
    }

    private static void mendRowDefault(Element element) {
        String value = attribute(element, "value");
        if (element.getName().equals("setvalue")
                && attribute(element, "event").contains("odk-new-repeat")
                && !value.isEmpty()) {
            element.setAttribute(null, "event", "odk-new-repeat");
            element.setAttribute(null, "value", "coalesce(., " + value + ")");
        }
    }

    private static String ours(java.util.regex.MatchResult found) {
        if (found.group(1) != null) {
            return Matcher.quoteReplacement(found.group(1));
        }
        return (found.group(2).equals("now") ? Clockwork.NOW : Clockwork.TODAY) + "()";
    }

    private static String attribute(Element element, String name) {
        String value = element.getAttributeValue(null, name);
        return value == null ? "" : value;
    }
}

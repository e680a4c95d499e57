package zhuhu.form.compile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import zhuhu.form.compile.Element.Asked;
import zhuhu.form.compile.Element.Container;

/// Every element of a form by name. Immutable once made.
final class Names {

    private final Map<String, List<Element>> byName = new HashMap<>();
    private final List<Element> all = new ArrayList<>();

    Names(Container form) {
        add(form);
    }

    private void add(Element element) {
        if (element.parent().isPresent()) {
            all.add(element);
            byName.computeIfAbsent(element.name(), _ -> new ArrayList<>()).add(element);
        }
        if (element instanceof Container container) {
            container.children().forEach(this::add);
        }
    }

    /// Those of that name; more than one where containers repeat it.
    List<Element> named(String name) {
        return byName.getOrDefault(name, List.of());
    }

    /// All but the form itself, in form order.
    List<Element> all() {
        return all;
    }

    /// All questions, in form order.
    List<Asked> questions() {
        return all.stream().filter(Asked.class::isInstance).map(Asked.class::cast).toList();
    }
}

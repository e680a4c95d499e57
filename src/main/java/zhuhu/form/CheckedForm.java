package zhuhu.form;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// A form whose every cell has been understood. Shape: `root` is the XForm's root element name;
/// `nodes` in form order, in the standard language; `entities` the lists it declares; `languages`
/// the standard one first, with one at most it may be empty; `choices` by language and list, of the
/// further languages.
public record CheckedForm(
        String id,
        String version,
        String title,
        String root,
        List<String> entities,
        List<FormNode> nodes,
        List<String> languages,
        Map<String, Map<String, List<Choice>>> choices) {

    public CheckedForm {
        nodes = List.copyOf(nodes);
        entities = List.copyOf(entities);
        languages = List.copyOf(languages);
        choices = Map.copyOf(choices);
    }

    /// A form in one language.
    public CheckedForm(
            String id,
            String version,
            String title,
            String root,
            List<String> entities,
            List<FormNode> nodes) {
        this(id, version, title, root, entities, nodes, List.of(), Map.of());
    }

    /// Every question in form order, those of repeats included.
    public Stream<FormNode.Question> questions() {
        return nodes.stream()
                .flatMap(FormNode::walk)
                .filter(FormNode.Question.class::isInstance)
                .map(FormNode.Question.class::cast);
    }
}

package zhuhu.form;

import java.util.List;
import java.util.stream.Stream;

/// A form whose every cell has been understood. Shape: `root` is the XForm's root element name;
/// `nodes` in form order; `entities` the lists it declares.
public record CheckedForm(
        String id,
        String version,
        String title,
        String root,
        List<String> entities,
        List<FormNode> nodes) {

    public CheckedForm {
        nodes = List.copyOf(nodes);
        entities = List.copyOf(entities);
    }

    /// Every question in form order, those of repeats included.
    public Stream<FormNode.Question> questions() {
        return nodes.stream()
                .flatMap(FormNode::walk)
                .filter(FormNode.Question.class::isInstance)
                .map(FormNode.Question.class::cast);
    }
}

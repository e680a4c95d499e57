package zhuhu.form.compile;

import java.util.List;
import java.util.Map;
import zhuhu.form.compile.Element.Container;

/// A form read whole: the tree, its lists and declarations, references not yet replaced.
record Form(
        Settings settings,
        Container root,
        Names names,
        Map<String, ChoiceList> lists,
        List<EntityDeclaration> entities) {

    /// The list whose records the container's rows are, if one stands right there.
    List<EntityDeclaration> entitiesOf(Container container) {
        return entities.stream().filter(e -> e.container() == container).toList();
    }

    /// Which version of ODK Entities a reader must know.
    String entitiesVersion() {
        boolean isWide =
                entities.size() > 1
                        || entities.stream().anyMatch(e -> EntityUse.repeats(e.container()) > 0);
        return isWide ? "2025.1.0" : "2024.1.0";
    }
}

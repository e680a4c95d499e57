package zhuhu.form.compile;

import java.util.List;
import java.util.Map;
import zhuhu.form.compile.Element.Asked;
import zhuhu.form.compile.Element.Container;
import zhuhu.form.xpath.References;

/// A form read whole: the tree, its lists and declarations, references not yet replaced. Shape:
/// `languages` the standard one first.
record Form(
        Settings settings,
        List<String> languages,
        Container root,
        Names names,
        Map<String, ChoiceList> lists,
        Externals externals,
        List<EntityDeclaration> entities) {

    /// Whether people choose a language; with one, words stand where they are read.
    boolean isTranslated() {
        return languages.size() > 1;
    }

    /// Whether the words of that column stand in the text table.
    boolean isInTable(Element element, Column column) {
        boolean isSaidInMany = isTranslated() && !element.row().translations(column).isEmpty();
        return switch (column) {
            case HINT ->
                    isSaidInMany
                            || element.cell(Column.GUIDANCE_HINT).isPresent()
                                    && element instanceof Asked;
            case LABEL -> isSaidInMany;
            default -> isSaidInMany || element.cell(column).filter(Form::isLive).isPresent();
        };
    }

    boolean isInTable(ChoiceList list) {
        return list.isLive()
                || isTranslated() && list.options().stream().anyMatch(o -> !o.words().isEmpty());
    }

    /// Whether a text names a question.
    static boolean isLive(Cell cell) {
        return cell.text().contains("${");
    }

    /// The questions that are worked out when this one's answer changes, in form order.
    List<Asked> triggeredBy(Asked asked) {
        return names.questions().stream()
                .filter(Asked::isTriggered)
                .filter(q ->
                        References.in(q.row().text(Column.TRIGGER)).stream()
                                .anyMatch(m -> m.name().equals(asked.name())))
                .toList();
    }

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

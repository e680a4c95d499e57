package zhuhu.form.compile;

import java.util.List;
import java.util.Optional;
import zhuhu.form.CheckedForm;
import zhuhu.form.Choice;
import zhuhu.form.FormNode;
import zhuhu.form.compile.Element.Asked;
import zhuhu.form.compile.Element.Container;
import zhuhu.form.type.CalculateType;

/// The form as other rooms see it.
final class CheckedView {

    private final Form form;

    private CheckedView(Form form) {
        this.form = form;
    }

    static CheckedForm of(Form form) {
        var view = new CheckedView(form);
        return new CheckedForm(
                form.settings().id(),
                form.settings().version(),
                form.settings().title(),
                form.settings().root(),
                form.entities().stream().map(EntityDeclaration::list).toList(),
                view.children(form.root()));
    }

    private List<FormNode> children(Container container) {
        return container.children().stream().map(this::node).toList();
    }

    private FormNode node(Element element) {
        return switch (element) {
            case Asked asked -> question(asked);
            case Container container ->
                    container.kind() == Element.Kind.REPEAT
                            ? new FormNode.Repeat(
                                    container.name(),
                                    text(container, Column.LABEL),
                                    text(container, Column.RELEVANT),
                                    text(container, Column.APPEARANCE),
                                    entity(container),
                                    children(container))
                            : new FormNode.Group(
                                    container.name(),
                                    text(container, Column.LABEL),
                                    text(container, Column.RELEVANT),
                                    text(container, Column.APPEARANCE),
                                    children(container));
        };
    }

    // Reason: a list may stand in the one group that a repeat holds; its rows are records all the
    // same.
    private Optional<String> entity(Container repeat) {
        return form.entities().stream()
                .filter(e -> EntityUse.scope(e.container()) == repeat)
                .min((a, b) -> EntityUse.groups(a.container()) - EntityUse.groups(b.container()))
                .map(EntityDeclaration::list);
    }

    private FormNode.Question question(Asked asked) {
        boolean isReadOnly = isYes(asked, Column.READ_ONLY);
        boolean isWorkedOut = asked.cell(Column.CALCULATION).isPresent();
        return new FormNode.Question(
                asked.name(),
                asked.type().words().getFirst(),
                asked.type().kind(),
                text(asked, Column.LABEL),
                text(asked, Column.HINT),
                text(asked, Column.APPEARANCE),
                asked.list(),
                choices(asked.list()),
                asked.type() instanceof CalculateType
                        || isWorkedOut && (isReadOnly || !asked.isShown()),
                isYes(asked, Column.REQUIRED),
                isReadOnly,
                asked.saveTo());
    }

    private List<Choice> choices(String list) {
        return Optional.ofNullable(form.lists().get(list)).stream()
                .flatMap(l -> l.options().stream())
                .map(o -> new Choice(o.name(), o.label().text()))
                .toList();
    }

    private static boolean isYes(Element element, Column column) {
        return YesNo.of(text(element, column)).orElse(false);
    }

    private static String text(Element element, Column column) {
        return element.row().text(column);
    }
}

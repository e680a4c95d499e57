package zhuhu.form.compile;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import zhuhu.form.CheckedForm;
import zhuhu.form.Choice;
import zhuhu.form.ExternalList;
import zhuhu.form.FormNode;
import zhuhu.form.compile.Element.Asked;
import zhuhu.form.compile.Element.Container;
import zhuhu.form.type.CalculateType;

/// The form as other rooms see it.
final class CheckedView {

    private final Form form;
    private final Map<String, ExternalList> files;

    private CheckedView(Form form, Map<String, ExternalList> files) {
        this.form = form;
        this.files = files;
    }

    /// Shape: `files` the lists in files, as far as they were looked for.
    static CheckedForm of(Form form, Map<String, ExternalList> files) {
        var view = new CheckedView(form, files);
        return new CheckedForm(
                form.settings().id(),
                form.settings().version(),
                form.settings().title(),
                form.settings().root(),
                form.entities().stream().map(EntityDeclaration::list).toList(),
                view.children(form.root()),
                form.languages(),
                view.translations());
    }

    private List<FormNode> children(Container container) {
        return container.children().stream()
                .filter(child -> !isMade(child))
                .map(this::node)
                .toList();
    }

    /// Reason: the node that counts a repeat's rows is no question of the form's author.
    private static boolean isMade(Element element) {
        return element.row()
                        .cell(Column.TYPE)
                        .map(Cell::place)
                        .equals(element.row().cell(Column.NAME).map(Cell::place))
                && element instanceof Asked asked
                && asked.type() instanceof CalculateType;
    }

    private Map<String, Map<String, List<Choice>>> translations() {
        var all = new LinkedHashMap<String, Map<String, List<Choice>>>();
        for (String language : form.languages().stream().skip(1).toList()) {
            var lists = new LinkedHashMap<String, List<Choice>>();
            form.lists().forEach((name, list) -> lists.put(name, worded(list, language)));
            all.put(language, lists);
        }
        return all;
    }

    private static List<Choice> worded(ChoiceList list, String language) {
        return list.options().stream()
                .map(o -> new Choice(o.name(), o.words().getOrDefault(language, o.label()).text()))
                .toList();
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
                                    container.cell(Column.REPEAT_COUNT).isPresent(),
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
        boolean isWorkedOut = asked.cell(Column.CALCULATION).isPresent() || asked.isTriggered();
        return new FormNode.Question(
                asked.name(),
                asked.type().words().getFirst(),
                asked.kind(),
                text(asked, Column.LABEL),
                text(asked, Column.HINT),
                text(asked, Column.APPEARANCE),
                asked.list(),
                choices(asked),
                asked.type() instanceof CalculateType
                        || isWorkedOut && (isReadOnly || !asked.isShown()),
                isYes(asked, Column.REQUIRED),
                isReadOnly,
                asked.saveTo(),
                text(asked, Column.GUIDANCE_HINT),
                asked.parameters());
    }

    private List<Choice> choices(Asked asked) {
        ExternalList file = files.get(asked.list());
        if (asked.type().takesFile() && file != null) {
            return file.choices(
                    asked.parameters().getOrDefault("value", "name"),
                    asked.parameters().getOrDefault("label", "label"));
        }
        return Optional.ofNullable(form.lists().get(asked.list())).stream()
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

package zhuhu.pack;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import zhuhu.base.Place;
import zhuhu.base.Problem;
import zhuhu.form.FormNode;
import zhuhu.pack.PackForms.Read;
import zhuhu.record.Kind;

/// Makes the register's part of the schema: which sections there are says `sections.csv`, what they
/// hold say the forms, the national columns `national.csv`. One use; one thread.
final class RegisterSchema {

    private static final String SECTIONS = PackFiles.REGISTER + "/sections.csv";
    private static final String NATIONAL = PackFiles.REGISTER + "/national.csv";

    private final PackText pack;
    private final Map<String, Read> forms;
    private final Map<String, String> national = new HashMap<>();
    private final Set<String> properties = new HashSet<>();

    private RegisterSchema(PackText pack, Map<String, Read> forms) {
        this.pack = pack;
        this.forms = forms;
    }

    static List<Schema.Section> of(PackText pack, Map<String, Read> forms) {
        return new RegisterSchema(pack, forms).sections();
    }

    private List<Schema.Section> sections() {
        for (PackText.Line row : pack.table(NATIONAL, "kind", "property", "column")) {
            national.put(row.cell("kind") + "." + row.cell("property"), row.cell("column"));
        }
        var sections = new ArrayList<Schema.Section>();
        var named = new HashSet<String>();
        for (PackText.Line row :
                pack.table(SECTIONS, "kind", "section", "label", "authority", "yearly")) {
            section(row, named).ifPresent(sections::add);
        }
        forms.forEach((kind, form) -> leftOver(kind, form, named));
        for (String property : national.keySet()) {
            if (!properties.contains(property)) {
                pack.problem(Problem.of("packNationalUnknown", property).at(Place.in(NATIONAL)));
            }
        }
        return sections;
    }

    private Optional<Schema.Section> section(PackText.Line row, Set<String> named) {
        Optional<Kind> kind = Kind.of(row.cell("kind"));
        Optional<Schema.Authority> authority = authority(row.cell("authority"));
        String name = row.cell("section");
        if (kind.isEmpty() || authority.isEmpty() || !named.add(row.cell("kind") + "." + name)) {
            pack.problem(
                    Problem.of("packSectionBad", row.cell("kind"), name, row.cell("authority"))
                            .at(PackText.at(SECTIONS, row)));
            return Optional.empty();
        }
        Read form = forms.get(kind.get().code());
        if (form == null) {
            String path = PackFiles.REGISTER + "/" + kind.get().code() + ".md";
            pack.problem(Problem.of("packFileMissing", path).at(Place.in(path)));
            return Optional.empty();
        }
        return Optional.of(
                new Schema.Section(
                        kind.get(),
                        name,
                        row.cell("label"),
                        authority.get(),
                        row.cell("yearly").equals("1"),
                        false,
                        properties(kind.get(), form, name)));
    }

    private List<Schema.Property> properties(Kind kind, Read form, String section) {
        var found = new ArrayList<Schema.Property>();
        groups(form)
                .filter(group -> group.name().equals(section))
                .flatMap(group -> group.children().stream())
                .filter(FormNode.Question.class::isInstance)
                .map(FormNode.Question.class::cast)
                .filter(question -> question.saveTo().isPresent())
                .forEach(question -> found.add(property(kind, form, question)));
        return found;
    }

    private Schema.Property property(Kind kind, Read form, FormNode.Question question) {
        String name = question.saveTo().map(FormNode.SaveTo::property).orElse("");
        if (!name.equals(question.name()) || !properties.add(kind.code() + "." + name)) {
            pack.problem(
                    Problem.of("packPropertyName", form.path(), question.name(), name)
                            .at(Place.in(form.path())));
        }
        return new Schema.Property(
                name,
                question.label(),
                question.kind(),
                question.choices(),
                question.calculated(),
                national.getOrDefault(kind.code() + "." + name, ""));
    }

    /// Groups with properties that `sections.csv` does not name would be lost silently.
    private void leftOver(String kind, Read form, Set<String> named) {
        groups(form)
                .filter(group ->
                        group.children().stream()
                                .anyMatch(c ->
                                        c instanceof FormNode.Question q && q.saveTo().isPresent()))
                .filter(group -> !named.contains(kind + "." + group.name()))
                .forEach(group ->
                        pack.problem(
                                Problem.of("packSectionUnlisted", form.path(), group.name())
                                        .at(Place.in(form.path()))));
    }

    private static java.util.stream.Stream<FormNode.Group> groups(Read form) {
        return form.form().form().nodes().stream()
                .flatMap(FormNode::walk)
                .filter(FormNode.Group.class::isInstance)
                .map(FormNode.Group.class::cast);
    }

    private static Optional<Schema.Authority> authority(String word) {
        for (Schema.Authority authority : Schema.Authority.values()) {
            if (authority.name().toLowerCase(Locale.ROOT).equals(word)) {
                return Optional.of(authority);
            }
        }
        return Optional.empty();
    }
}

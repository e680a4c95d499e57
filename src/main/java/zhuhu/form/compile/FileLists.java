package zhuhu.form.compile;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import zhuhu.base.Outcome;
import zhuhu.base.Problem;
import zhuhu.form.AnswerKind;
import zhuhu.form.ExternalList;
import zhuhu.form.ListFiles;
import zhuhu.form.compile.Element.Asked;

/// Reads the lists in files that a form names, and refuses what is missing in them. Reason: the
/// engine takes an empty list for a missing one, without a word.
final class FileLists {

    private final Refusals refusals;
    private final Map<String, ExternalList> lists = new LinkedHashMap<>();

    private FileLists(Refusals refusals) {
        this.refusals = refusals;
    }

    static Map<String, ExternalList> read(Form form, ListFiles files, Refusals refusals) {
        var reader = new FileLists(refusals);
        form.externals().lists().forEach((name, use) -> reader.list(name, use, files));
        form.names().questions().forEach(reader::question);
        return reader.lists;
    }

    private void list(String name, Externals.Use use, ListFiles files) {
        Optional<Outcome<ExternalList>> read = files.list(use.file());
        if (read.isEmpty()) {
            refusals.add(Problem.of("formListNoFile", use.file()), use.place());
            return;
        }
        switch (read.get()) {
            case Outcome.Done<ExternalList>(ExternalList list) -> lists.put(name, list);
            case Outcome.Failed<ExternalList>(List<Problem> problems) ->
                    problems.forEach(p -> refusals.add(p, use.place()));
        }
    }

    private void question(Asked asked) {
        ExternalList list = lists.get(asked.list());
        if (list == null || !asked.type().takesFile()) {
            return;
        }
        String value = asked.parameters().getOrDefault("value", "name");
        String label = asked.parameters().getOrDefault("label", "label");
        for (String column : List.of(value, label)) {
            if (!list.columns().contains(column)) {
                refusals.add(
                        Problem.of(
                                "formListColumn",
                                list.file(),
                                column,
                                String.join("、", list.columns())),
                        asked.row().place(Column.TYPE));
            }
        }
        if (asked.kind() == AnswerKind.MANY) {
            list.choices(value, label).stream()
                    .filter(c -> c.name().contains(" "))
                    .findFirst()
                    .ifPresent(c ->
                            refusals.add(
                                    Problem.of("formChoiceSpace", c.name(), list.file()),
                                    asked.row().place(Column.TYPE)));
        }
    }
}

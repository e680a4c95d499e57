package zhuhu.form.compile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import zhuhu.base.Problem;
import zhuhu.form.xpath.References;

/// Reads the choices sheet.
final class ChoiceReader {

    private final boolean sameTwice;
    private final Refusals refusals;
    private final Map<String, List<ChoiceList.Option>> lists = new LinkedHashMap<>();

    private ChoiceReader(boolean sameTwice, Refusals refusals) {
        this.sameTwice = sameTwice;
        this.refusals = refusals;
    }

    /// Lists by name, in the order they first appear.
    static Map<String, ChoiceList> read(List<Row> rows, boolean sameTwice, Refusals refusals) {
        var reader = new ChoiceReader(sameTwice, refusals);
        rows.forEach(reader::row);
        var lists = new LinkedHashMap<String, ChoiceList>();
        reader.lists.forEach((name, options) -> lists.put(name, new ChoiceList(name, options)));
        return lists;
    }

    private void row(Row row) {
        Optional<Cell> list = row.cell(Column.LIST_NAME);
        Optional<Cell> name = row.cell(Column.NAME);
        Optional<Cell> label = row.cell(Column.LABEL);
        if (list.isEmpty()) {
            refusals.add(Problem.of("formChoiceList"), row.place(Column.LIST_NAME));
            return;
        }
        if (!References.isName(list.get().text())) {
            refusals.add(Problem.of("formName", list.get().text()), list.get().place());
        }
        List<ChoiceList.Option> options =
                lists.computeIfAbsent(list.get().text(), _ -> new ArrayList<>());
        if (name.isEmpty()) {
            refusals.add(Problem.of("formChoiceName", list.get().text()), row.place(Column.NAME));
            return;
        }
        if (label.isEmpty()) {
            refusals.add(
                    Problem.of("formChoiceLabel", name.get().text(), list.get().text()),
                    row.place(Column.LABEL));
            return;
        }
        boolean isTwice = options.stream().anyMatch(o -> o.name().equals(name.get().text()));
        if (isTwice && !sameTwice) {
            refusals.add(
                    Problem.of("formChoiceTwice", name.get().text(), list.get().text()),
                    name.get().place());
        }
        options.add(
                new ChoiceList.Option(
                        name.get().text(),
                        label.get(),
                        row.translations(Column.LABEL),
                        row.others()));
    }
}

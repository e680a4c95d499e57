package zhuhu.form.compile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import zhuhu.base.Problem;
import zhuhu.form.FormNode.SaveTo;
import zhuhu.form.compile.Element.Asked;
import zhuhu.form.xpath.References;

/// Reads the entities sheet and the `save_to` of each question. One use; one thread.
final class EntityReader {

    private final Refusals refusals;
    private final Map<String, Row> lists = new LinkedHashMap<>();
    private final Map<SaveTo, Integer> saved = new HashMap<>();

    private EntityReader(Refusals refusals) {
        this.refusals = refusals;
    }

    /// The declared lists in sheet order, each with its container.
    static List<EntityDeclaration> read(
            List<Row> rows, Element.Container form, Names names, Refusals refusals) {
        int before = refusals.count();
        var reader = new EntityReader(refusals);
        rows.forEach(reader::declaration);
        names.questions().forEach(reader::saveTo);
        reader.containers(names);
        // Reason: where records stand is found from all of it; on half of it, it would find faults
        // that are none.
        return refusals.count() > before
                ? List.of()
                : new EntityPlaces(form, names, reader.lists, refusals).declarations();
    }

    private void declaration(Row row) {
        Optional<Cell> list = row.cell(Column.LIST_NAME);
        if (list.isEmpty()) {
            refusals.add(Problem.of("formEntityNoList"), row.place(Column.LIST_NAME));
            return;
        }
        String name = list.get().text();
        if (!References.isName(name) || name.startsWith("__") || name.contains(".")) {
            refusals.add(Problem.of("formEntityName", name), list.get().place());
        } else if (lists.containsKey(name)) {
            refusals.add(
                    Problem.of("formEntityTwice", name, lists.get(name).number()),
                    list.get().place());
            return;
        }
        lists.put(name, row);
        conditions(row, name);
    }

    private void conditions(Row row, String name) {
        boolean hasId = row.cell(Column.ENTITY_ID).isPresent();
        boolean createIf = row.cell(Column.CREATE_IF).isPresent();
        boolean updateIf = row.cell(Column.UPDATE_IF).isPresent();
        if (updateIf && !hasId) {
            refusals.add(Problem.of("formEntityNoId", name), row.place(Column.ENTITY_ID));
        }
        if (hasId && createIf && !updateIf) {
            refusals.add(Problem.of("formEntityNoUpdate", name), row.place(Column.UPDATE_IF));
        }
        if (!hasId && row.cell(Column.LABEL).isEmpty()) {
            refusals.add(Problem.of("formEntityNoLabel", name), row.place(Column.LABEL));
        }
    }

    private void saveTo(Asked asked) {
        asked.cell(Column.SAVE_TO).ifPresent(cell -> saveTo(asked, cell));
    }

    private void saveTo(Asked asked, Cell cell) {
        String[] parts = cell.text().split("#", -1);
        if (lists.isEmpty()) {
            refusals.add(Problem.of("formSaveToNoEntities"), cell.place());
        } else if (parts.length > 2) {
            refusals.add(Problem.of("formSaveToShape", cell.text()), cell.place());
        } else if (parts.length == 1 && lists.size() > 1) {
            refusals.add(
                    Problem.of("formSaveToWhich", cell.text(), String.join("、", lists.keySet())),
                    cell.place());
        } else {
            String list = parts.length == 2 ? parts[0] : lists.keySet().iterator().next();
            property(asked, cell, new SaveTo(list, parts[parts.length - 1]));
        }
    }

    private void property(Asked asked, Cell cell, SaveTo saveTo) {
        String property = saveTo.property();
        String lower = property.toLowerCase(Locale.ROOT);
        Integer first = saved.get(saveTo);
        if (!lists.containsKey(saveTo.list())) {
            refusals.add(
                    Problem.of("formSaveToList", saveTo.list(), String.join("、", lists.keySet())),
                    cell.place());
        } else if (lower.equals("name") || lower.equals("label") || property.startsWith("__")) {
            refusals.add(Problem.of("formSaveToReserved", property), cell.place());
        } else if (!References.isName(property)) {
            refusals.add(Problem.of("formName", property), cell.place());
        } else if (first != null) {
            refusals.add(Problem.of("formSaveToTwice", cell.text(), first), cell.place());
        } else {
            saved.put(saveTo, asked.row().number());
            asked.saveTo(saveTo);
        }
    }

    private void containers(Names names) {
        for (Element element : names.all()) {
            if (element instanceof Element.Container) {
                element.cell(Column.SAVE_TO)
                        .ifPresent(c -> refusals.add(Problem.of("formSaveToGroup"), c.place()));
            }
        }
    }

    /// The names that a declaration's expressions refer to, in order, once each.
    static Set<String> referred(Row row) {
        var referred = new ArrayList<String>();
        for (Cell cell : EntityDeclaration.expressions(row)) {
            References.in(cell.text()).forEach(m -> referred.add(m.name()));
        }
        return new HashSet<>(referred);
    }
}

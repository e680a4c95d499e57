package zhuhu.flow.form;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import zhuhu.form.FormSheets;
import zhuhu.form.FormSheets.Sheet;

/// What differs between two versions of a form, question by question. Pure.
public final class FormDifferences {

    /// What became of a question or a choice list.
    public enum Kind {
        ADDED,
        REMOVED,
        CHANGED
    }

    /// Shape: `name` the question, or the choice list where `column` is `choices`; `label` its
    /// words now, before if it is gone; `column` as the form heads it, "" where the whole question
    /// came or went.
    public record Difference(
            Kind kind, String name, String label, String column, String before, String now) {}

    private FormDifferences() {}

    /// In the order of the newer form; what is gone last.
    public static List<Difference> of(FormSheets before, FormSheets now) {
        var found = new ArrayList<Difference>();
        Map<String, Map<String, String>> was = questions(before);
        Map<String, Map<String, String>> is = questions(now);
        is.forEach((name, cells) -> {
            Map<String, String> old = was.get(name);
            if (old == null) {
                found.add(new Difference(Kind.ADDED, name, label(cells), "", "", ""));
            } else {
                cells(name, old, cells, found);
            }
        });
        was.forEach((name, cells) -> {
            if (!is.containsKey(name)) {
                found.add(new Difference(Kind.REMOVED, name, label(cells), "", "", ""));
            }
        });
        choices(before, now, found);
        return List.copyOf(found);
    }

    private static void cells(
            String name, Map<String, String> old, Map<String, String> now, List<Difference> found) {
        Set<String> columns = new LinkedHashSet<>(now.keySet());
        columns.addAll(old.keySet());
        for (String column : columns) {
            String was = old.getOrDefault(column, "");
            String is = now.getOrDefault(column, "");
            if (!was.equals(is)) {
                found.add(new Difference(Kind.CHANGED, name, label(now), column, was, is));
            }
        }
    }

    private static void choices(FormSheets before, FormSheets now, List<Difference> found) {
        Map<String, String> was = lists(before);
        Map<String, String> is = lists(now);
        is.forEach((name, choices) -> {
            String old = was.getOrDefault(name, "");
            if (!old.equals(choices)) {
                Kind kind = was.containsKey(name) ? Kind.CHANGED : Kind.ADDED;
                found.add(new Difference(kind, name, name, "choices", old, choices));
            }
        });
        was.forEach((name, choices) -> {
            if (!is.containsKey(name)) {
                found.add(new Difference(Kind.REMOVED, name, name, "choices", choices, ""));
            }
        });
    }

    private static String label(Map<String, String> cells) {
        return cells.entrySet().stream()
                .filter(c -> c.getKey().equals("label") || c.getKey().startsWith("label:"))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("");
    }

    /// Rows of the survey sheet by name.
    private static Map<String, Map<String, String>> questions(FormSheets form) {
        var questions = new LinkedHashMap<String, Map<String, String>>();
        for (Map<String, String> row : rows(form, "survey")) {
            String name = row.getOrDefault("name", "");
            if (!name.isEmpty() && !row.getOrDefault("type", "").startsWith("end")) {
                questions.putIfAbsent(name, row);
            }
        }
        return questions;
    }

    private static Map<String, String> lists(FormSheets form) {
        var lists = new LinkedHashMap<String, String>();
        for (Map<String, String> row : rows(form, "choices")) {
            String one = row.getOrDefault("name", "") + " " + label(row);
            lists.merge(row.getOrDefault("list_name", ""), one, (a, b) -> a + "、" + b);
        }
        lists.remove("");
        return lists;
    }

    private static List<Map<String, String>> rows(FormSheets form, String name) {
        var rows = new ArrayList<Map<String, String>>();
        List<List<String>> cells = form.sheet(name).map(Sheet::rows).orElse(List.of());
        for (List<String> line : cells.stream().skip(1).toList()) {
            var row = new LinkedHashMap<String, String>();
            for (int i = 0; i < Math.min(line.size(), cells.getFirst().size()); i++) {
                if (!line.get(i).isBlank()) {
                    row.put(cells.getFirst().get(i).strip(), line.get(i).strip());
                }
            }
            rows.add(row);
        }
        return rows;
    }
}

package zhuhu.form.engine;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.javarosa.core.model.data.IAnswerData;
import zhuhu.form.FormNode;
import zhuhu.form.FormNode.Question;
import zhuhu.form.SessionStart;
import zhuhu.record.Value;

/// Keeps repeats with a `repeat_count` as long as it says. Reason: the engine makes such rows only
/// while it steps through them, and never takes one away. What stood in a row that went comes back
/// with it: a count typed wrong for a moment loses nothing. Under the engine's lock.
final class CountedRows {

    /// More rows than anybody fills; a count above it is a slip of the hand.
    static final int MOST = 200;

    private final Instance instance;
    private final RowMaker maker;
    private final SessionStart.NewRow newRow;
    private final Map<String, Deque<String>> reserved = new HashMap<>();
    private final Map<String, Map<Integer, Map<String, Value>>> aside = new HashMap<>();

    CountedRows(Instance instance, RowMaker maker, SessionStart.NewRow newRow) {
        this.instance = instance;
        this.maker = maker;
        this.newRow = newRow;
    }

    static boolean isCounted(Instance.Spot repeat) {
        return repeat.node() instanceof FormNode.Repeat r && r.counted();
    }

    /// An id for a row that the count may ask for later.
    String reserve(Instance.Spot repeat) {
        String name = repeat.node().name();
        String id = newRow.id(name, instance.rows().next(name));
        reserve(repeat, id);
        return id;
    }

    void reserve(Instance.Spot repeat, String id) {
        Deque<String> ids = reserved.computeIfAbsent(repeat.path(), _ -> new ArrayDeque<>());
        if (!ids.contains(id) && !instance.rows().has(repeat.path(), id)) {
            ids.add(id);
        }
    }

    /// Makes and takes rows until every count holds; outer repeats before inner ones.
    void settle() {
        for (String place : instance.layout().repeats()) {
            for (String path : instance.paths(place)) {
                Instance.Spot repeat = instance.spot(path);
                if (isCounted(repeat)) {
                    settle(repeat);
                }
            }
        }
    }

    private void settle(Instance.Spot repeat) {
        OptionalInt count = count(repeat);
        if (count.isEmpty()) {
            return;
        }
        List<RowBook.Row> rows = instance.rows().rows(repeat.path());
        for (int have = rows.size(); have < count.getAsInt(); have++) {
            add(repeat, have);
        }
        for (int have = rows.size(); have > count.getAsInt(); have--) {
            RowBook.Row last = rows.get(have - 1);
            if (!last.isNew()) {
                return;
            }
            put(repeat, have - 1);
            maker.remove(repeat, last.id());
        }
    }

    /// Empty where nobody has said how many.
    private OptionalInt count(Instance.Spot repeat) {
        IAnswerData data = instance.count(repeat);
        if (data == null) {
            return OptionalInt.empty();
        }
        try {
            double number = Double.parseDouble(data.uncast().getString());
            return OptionalInt.of((int) Math.clamp(number, 0, MOST));
        } catch (NumberFormatException e) {
            return OptionalInt.empty();
        }
    }

    private void add(Instance.Spot repeat, int position) {
        Deque<String> ids = reserved.getOrDefault(repeat.path(), new ArrayDeque<>());
        String name = repeat.node().name();
        String id = ids.isEmpty() ? newRow.id(name, instance.rows().next(name)) : ids.removeFirst();
        Map<String, Value> before =
                aside.getOrDefault(repeat.path(), Map.of()).getOrDefault(position, Map.of());
        maker.addNew(repeat, id, before);
    }

    private void put(Instance.Spot repeat, int position) {
        var values = new LinkedHashMap<String, Value>();
        collect(instance.rows(repeat).get(position).spot(), values);
        aside.computeIfAbsent(repeat.path(), _ -> new HashMap<>()).put(position, values);
    }

    private void collect(Instance.Spot spot, Map<String, Value> values) {
        for (Instance.Spot child : instance.inside(spot)) {
            switch (child.node()) {
                case FormNode.Group _ -> collect(child, values);
                case Question question when !question.calculated() ->
                        values.put(
                                question.name(),
                                Answers.value(question, child.element().getValue()));
                case Question _ -> {}
                case FormNode.Repeat _ -> {}
            }
        }
    }
}

package zhuhu.form.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// Which row of a repeat is whose. The engine knows rows by position only, and positions move when
/// a row goes; ids do not. Repeats are named by their concrete path (`part/members`,
/// `part/members[id]/visits`). One thread at a time.
final class RowBook {

    private static final Pattern ID = Pattern.compile("[^\\s/\\[\\]+][^\\s/\\[\\]]*");

    private final SortedMap<String, List<Row>> rows = new TreeMap<>();
    private final SortedMap<String, Set<String>> gone = new TreeMap<>();
    private final Map<String, Integer> counters = new HashMap<>();

    /// `isNew` where the visitor added it.
    record Row(String id, boolean isNew) {}

    List<Row> rows(String repeat) {
        return List.copyOf(rows.getOrDefault(repeat, List.of()));
    }

    Set<String> repeats() {
        return Set.copyOf(rows.keySet());
    }

    boolean has(String repeat, String id) {
        return rows(repeat).stream().anyMatch(row -> row.id().equals(id));
    }

    /// Where the row stands, from 0.
    int position(String repeat, String id) {
        List<Row> all = rows(repeat);
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).id().equals(id)) {
                return i;
            }
        }
        throw new IllegalArgumentException("No row " + id + " in " + repeat);
    }

    Row row(String repeat, String id) {
        return rows(repeat).get(position(repeat, id));
    }

    void add(String repeat, Row row) {
        if (!ID.matcher(row.id()).matches()) {
            throw new IllegalArgumentException("Not a row id: " + row.id());
        }
        if (has(repeat, row.id())) {
            throw new IllegalArgumentException("Row " + row.id() + " is already in " + repeat);
        }
        rows.computeIfAbsent(repeat, _ -> new ArrayList<>()).add(row);
    }

    /// Forgets the row and all rows inside it, and remembers that it was taken away.
    void remove(String repeat, String id) {
        int at = position(repeat, id);
        rows.getOrDefault(repeat, new ArrayList<>()).remove(at);
        rows.keySet().removeIf(inner -> inner.startsWith(repeat + "[" + id + "]/"));
        goneFrom(repeat, id);
    }

    void goneFrom(String repeat, String id) {
        gone.computeIfAbsent(repeat, _ -> new LinkedHashSet<>()).add(id);
    }

    Set<String> gone(String repeat) {
        return gone.getOrDefault(repeat, Set.of());
    }

    Set<String> repeatsWithGone() {
        return gone.keySet();
    }

    /// The next number of a repeat, from 1, never given twice.
    int next(String repeatName) {
        return counters.merge(repeatName, 1, Integer::sum);
    }

    void counted(String repeatName, int last) {
        counters.put(repeatName, last);
    }

    SortedMap<String, Integer> counters() {
        return new TreeMap<>(counters);
    }
}

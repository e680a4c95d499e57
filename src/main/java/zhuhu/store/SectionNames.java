package zhuhu.store;

import java.util.HashMap;
import java.util.Map;

/// Section names by their number in the file.
final class SectionNames {

    private final Database database;
    private final Map<String, Long> numbers = new HashMap<>();
    private final Map<Long, String> names = new HashMap<>();

    SectionNames(Database database) {
        this.database = database;
    }

    String name(long n) {
        String known = names.get(n);
        if (known != null) {
            return known;
        }
        String read =
                database.first("SELECT name FROM section WHERE n = ?", row -> row.getString(1), n)
                        .orElseThrow();
        keep(n, read);
        return read;
    }

    /// The number of a name, given one if it is new.
    long number(String name) {
        Long known = numbers.get(name);
        if (known != null) {
            return known;
        }
        long stored = database.number("SELECT n FROM section WHERE name = ?", name);
        if (stored == 0) {
            stored = database.number("SELECT max(n) FROM section") + 1;
            database.run("INSERT INTO section (n, name) VALUES (?,?)", stored, name);
        }
        keep(stored, name);
        return stored;
    }

    void forget() {
        numbers.clear();
        names.clear();
    }

    private void keep(long n, String name) {
        numbers.put(name, n);
        names.put(n, name);
    }
}

package zhuhu.screen.exchange.merge;

import java.nio.file.Path;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import zhuhu.base.Outcome;
import zhuhu.base.Problem;
import zhuhu.flow.Progress;
import zhuhu.record.RecordId;

/// Merging as the window sees it. Called on the workspace's thread.
public interface Merging {

    /// What a row of a workbook is; each is exactly one, the first that fits counted from the end.
    enum RowClass {
        NEW,
        SAME,
        CHANGED,
        CONFLICT,
        HAND_EDITED,
        DAMAGED,
        REFUSED
    }

    /// How a file stands.
    enum Standing {
        /// It can be merged and brings something.
        READY,
        /// It can be merged and brings nothing: its rows are all known here.
        KNOWN,
        /// It was merged just now.
        MERGED,
        /// It is refused whole; the problems say why.
        REFUSED,
        /// It was not reached, because a person stopped it.
        STOPPED
    }

    /// A file to read. Shape: `password` the file's own, empty where it has none.
    record Order(Path file, Optional<String> password) {}

    /// What a workbook says of itself. Shape: texts, "" where nothing is said; `at` as stated.
    record About(String village, String round, String by, String at, String packageId) {
        public static final About NOTHING = new About("", "", "", "", "");
    }

    /// How a change made by hand stands.
    enum Taken {
        /// Taken by rule.
        TAKEN,
        /// Not taken until a person decides.
        HELD,
        /// Refused by a person before.
        REFUSED
    }

    /// One cell that says something else. Shape: `label` names section and property.
    record CellChange(String label, String was, String now, Taken taken) {}

    /// One row. Shape: `sheet` and `row` as Excel shows them; `label` whom it is about, "" where
    /// nobody knows; `record` where the row's record is known.
    record Row(
            String sheet,
            int row,
            RowClass is,
            String label,
            Optional<RecordId> record,
            List<CellChange> changes,
            List<Problem> reasons) {
        public Row {
            changes = List.copyOf(changes);
            reasons = List.copyOf(reasons);
        }
    }

    /// Rows by class. Shape: a class that is not there has none.
    record Counts(Map<RowClass, Integer> byClass) {
        public Counts {
            byClass = Map.copyOf(byClass);
        }

        public static final Counts NONE = new Counts(Map.of());

        public int of(RowClass is) {
            return byClass.getOrDefault(is, 0);
        }

        /// All rows: the sum of the seven.
        public int rows() {
            return byClass.values().stream().mapToInt(Integer::intValue).sum();
        }

        static Counts sum(Collection<Counts> all) {
            var sums = new EnumMap<RowClass, Integer>(RowClass.class);
            all.forEach(one -> one.byClass.forEach((is, n) -> sums.merge(is, n, Integer::sum)));
            return new Counts(sums);
        }
    }

    /// A file that was read. Shape: `rows` those that a person may want to see one by one, in the
    /// file's order; `same` rows need not be among them.
    record Book(
            Path path,
            Standing standing,
            About about,
            Counts counts,
            List<Row> rows,
            List<Problem> problems) {
        public Book {
            rows = List.copyOf(rows);
            problems = List.copyOf(problems);
        }

        String file() {
            return String.valueOf(path.getFileName());
        }

        /// Whether merging it makes sense.
        public boolean canMerge() {
            return standing == Standing.READY || standing == Standing.KNOWN;
        }

        boolean has(String code) {
            return problems.stream().anyMatch(p -> p.code().equals(code));
        }
    }

    /// What waits for a person in the whole store now. Shape: `pending` rows wait for another file.
    record Open(int conflicts, int held, int pending) {}

    /// A file's own lock.
    enum Lock {
        OPEN,
        WANTS_PASSWORD,
        WRONG_PASSWORD
    }

    /// The workbooks among these files and in these folders, each once, in a steady order. Failed:
    /// there is none, or a folder cannot be read.
    Outcome<List<Path>> books(List<Path> chosen);

    /// Whether the file opens with that password.
    Lock lock(Order order);

    /// What merging these files in this order would bring; nothing is kept. One that cannot be read
    /// says so, and the rest goes on. Cancelled: what was read so far.
    List<Book> tryOut(List<Order> orders, Progress progress);

    /// Merges them, each whole or not at all. Cancelled: what is merged stays.
    List<Book> merge(List<Order> orders, Progress progress);

    Open open();
}

package zhuhu.store;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// What some records are called, in one text. Shape: each record is its fields, each ended by
/// `END`; the first is its name, the last its citizen id, which is found by its last digits only.
final class Words {

    private static final char END = '\t';
    private static final int LAST_DIGITS = 3;

    private final String text;
    private final long[] records;
    private final int[] starts;
    private final int[] idStarts;

    private Words(String text, long[] records, int[] starts, int[] idStarts) {
        this.text = text;
        this.records = records;
        this.starts = starts;
        this.idStarts = idStarts;
    }

    /// Gathers records.
    static final class Maker {
        private final StringBuilder text = new StringBuilder();
        private final List<Long> records = new ArrayList<>();
        private final List<Integer> starts = new ArrayList<>();
        private final List<Integer> idStarts = new ArrayList<>();

        void add(long record, List<String> fields) {
            records.add(record);
            starts.add(text.length());
            for (String field : fields.subList(0, fields.size() - 1)) {
                text.append(field).append(END);
            }
            idStarts.add(text.length());
            text.append(fields.getLast()).append(END);
        }

        Words make() {
            return new Words(
                    text.toString(),
                    records.stream().mapToLong(n -> n).toArray(),
                    starts.stream().mapToInt(n -> n).toArray(),
                    idStarts.stream().mapToInt(n -> n).toArray());
        }
    }

    void search(SearchHits hits) {
        String wanted = hits.text();
        int from = text.indexOf(wanted);
        while (from >= 0) {
            int i = Arrays.binarySearch(starts, from);
            int record = i >= 0 ? i : -i - 2;
            int rank = rank(record, from, wanted.length());
            int next = from + 1;
            if (rank >= 0) {
                hits.add(rank, records[record]);
                next = record + 1 < starts.length ? starts[record + 1] : text.length();
            }
            from = text.indexOf(wanted, next);
        }
    }

    /// -1 where this is no match after all.
    private int rank(int record, int from, int length) {
        boolean toTheEnd = text.charAt(from + length) == END;
        if (from >= idStarts[record]) {
            return toTheEnd && length >= LAST_DIGITS ? 2 : -1;
        }
        if (from != starts[record]) {
            return 2;
        }
        return toTheEnd ? 0 : 1;
    }
}

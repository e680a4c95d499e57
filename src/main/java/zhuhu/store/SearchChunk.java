package zhuhu.store;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import zhuhu.base.Pinyin;
import zhuhu.base.PinyinQuery;
import zhuhu.record.RecordId;

/// What some records of a kind are called, a column a field, for going through fast. Shape: names
/// and numbers stand in one text each, every field ended by `END`.
final class SearchChunk {

    static final char END = '\t';

    /// Ranks: the whole name or number, the beginning of the name, anything else.
    static final int WHOLE = 0;

    static final int BEGINNING = 1;
    static final int PART = 2;

    private static final int NONE = 3;

    private final List<RecordId> records;
    private final List<Optional<RecordId>> households;
    private final String names;
    private final int[] nameStarts;
    private final String numbers;
    private final int[] numberStarts;
    private final long[] ids;
    private final int[] idLengths;
    private final int[] places;
    private int @Nullable [] sounds;
    private int[] soundStarts = new int[0];

    private SearchChunk(Maker made) {
        records = List.copyOf(made.records);
        households = List.copyOf(made.households);
        names = made.names.toString();
        nameStarts = ints(made.nameStarts, names.length());
        numbers = made.numbers.toString();
        numberStarts = ints(made.numberStarts, numbers.length());
        ids = made.ids.stream().mapToLong(LastDigits::value).toArray();
        idLengths = made.ids.stream().mapToInt(LastDigits::length).toArray();
        places = made.places.stream().mapToInt(n -> n).toArray();
    }

    private static int[] ints(List<Integer> starts, int end) {
        int[] all = new int[starts.size() + 1];
        for (int i = 0; i < starts.size(); i++) {
            all[i] = starts.get(i);
        }
        all[starts.size()] = end;
        return all;
    }

    /// Gathers records.
    static final class Maker {
        private final List<RecordId> records = new ArrayList<>();
        private final List<Optional<RecordId>> households = new ArrayList<>();
        private final StringBuilder names = new StringBuilder();
        private final List<Integer> nameStarts = new ArrayList<>();
        private final StringBuilder numbers = new StringBuilder();
        private final List<Integer> numberStarts = new ArrayList<>();
        private final List<LastDigits> ids = new ArrayList<>();
        private final List<Integer> places = new ArrayList<>();

        /// `place` is the number of where it lies, -1 for nowhere.
        void add(
                RecordId record,
                Optional<RecordId> household,
                String name,
                List<String> itsNumbers,
                String id,
                int place) {
            records.add(record);
            households.add(household);
            nameStarts.add(names.length());
            names.append(name).append(END);
            numberStarts.add(numbers.length());
            itsNumbers.stream()
                    .filter(n -> !n.isEmpty())
                    .forEach(n -> numbers.append(n).append(END));
            ids.add(LastDigits.of(id));
            places.add(place);
        }

        SearchChunk make() {
            return new SearchChunk(this);
        }
    }

    int size() {
        return records.size();
    }

    RecordId record(int i) {
        return records.get(i);
    }

    /// The household itself, or the one that the person lives in.
    Optional<RecordId> household(int i) {
        return households.get(i);
    }

    String name(int i) {
        return names.substring(nameStarts[i], nameStarts[i + 1] - 1);
    }

    /// Takes each record that is found and how well.
    interface Sink {
        void found(int rank, SearchChunk chunk, int i);
    }

    void search(SearchQuery query, Sink sink) {
        var ranks = new Ranks();
        byName(query.text(), ranks);
        query.letters().ifPresent(letters -> byLetters(letters, ranks));
        if (query.numeric()) {
            byNumber(query.text(), ranks);
        }
        query.lastDigits().ifPresent(digits -> byId(digits, ranks));
        if (!query.places().isEmpty()) {
            byPlace(query.places(), ranks);
        }
        ranks.tell(sink);
    }

    private void byName(String wanted, Ranks ranks) {
        int i = 0;
        int from = names.indexOf(wanted);
        while (from >= 0) {
            while (nameStarts[i + 1] <= from) {
                i++;
            }
            boolean toTheEnd = names.charAt(from + wanted.length()) == END;
            boolean begins = from == nameStarts[i];
            ranks.add(i, begins ? toTheEnd ? WHOLE : BEGINNING : PART);
            from = names.indexOf(wanted, nameStarts[i + 1]);
        }
    }

    private void byNumber(String wanted, Ranks ranks) {
        int i = 0;
        int from = numbers.indexOf(wanted);
        while (from >= 0) {
            while (numberStarts[i + 1] <= from) {
                i++;
            }
            boolean whole =
                    (from == 0 || numbers.charAt(from - 1) == END)
                            && numbers.charAt(from + wanted.length()) == END;
            ranks.add(i, whole ? WHOLE : PART);
            from = numbers.indexOf(wanted, from + 1);
        }
    }

    private void byLetters(PinyinQuery letters, Ranks ranks) {
        int[] heard = sounds();
        boolean[] begins = letters.beginnings();
        int end = soundStarts[records.size()];
        int i = 0;
        for (int at = 0; at < end; at++) {
            if (begins[heard[at]]) {
                while (soundStarts[i + 1] <= at) {
                    i++;
                }
                int rank = letters.rank(heard, soundStarts[i], soundStarts[i + 1]);
                if (rank >= 0) {
                    ranks.add(i, rank);
                }
                at = soundStarts[i + 1] - 1;
            }
        }
    }

    private void byId(LastDigits wanted, Ranks ranks) {
        long modulus = wanted.modulus();
        for (int i = 0; i < ids.length; i++) {
            if (ids[i] % modulus == wanted.value() && idLengths[i] >= wanted.length()) {
                ranks.add(i, idLengths[i] == wanted.length() ? WHOLE : PART);
            }
        }
    }

    private void byPlace(BitSet wanted, Ranks ranks) {
        for (int i = 0; i < places.length; i++) {
            if (places[i] >= 0 && wanted.get(places[i])) {
                ranks.add(i, PART);
            }
        }
    }

    /// How the names sound. Made when first asked for: reading them aloud takes longer than reading
    /// them.
    int[] sounds() {
        int[] made = sounds;
        if (made == null) {
            made = new int[names.length()];
            int[] starts = new int[records.size() + 1];
            int end = 0;
            for (int i = 0; i < records.size(); i++) {
                starts[i] = end;
                for (int sound : Pinyin.sounds(name(i))) {
                    made[end++] = sound;
                }
            }
            starts[records.size()] = end;
            soundStarts = starts;
            sounds = made;
        }
        return made;
    }

    /// The best rank of each record.
    private final class Ranks {

        private byte @Nullable [] best;

        void add(int i, int rank) {
            byte[] ranks = best;
            if (ranks == null) {
                ranks = new byte[records.size()];
                java.util.Arrays.fill(ranks, (byte) NONE);
                best = ranks;
            }
            ranks[i] = (byte) Math.min(ranks[i], rank);
        }

        void tell(Sink sink) {
            byte[] ranks = best;
            if (ranks != null) {
                for (int i = 0; i < ranks.length; i++) {
                    if (ranks[i] != NONE) {
                        sink.found(ranks[i], SearchChunk.this, i);
                    }
                }
            }
        }
    }
}

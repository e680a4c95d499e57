package zhuhu.workbook.read;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import zhuhu.record.Attestation;
import zhuhu.record.FactId;
import zhuhu.record.Kind;
import zhuhu.record.RecordId;
import zhuhu.record.Revision;
import zhuhu.record.Stamp;
import zhuhu.record.TakeBack;
import zhuhu.record.Values;
import zhuhu.record.Withdrawal;

/// The sound revisions of a workbook, packed: about a hundred bytes each beside their values, so
/// that a county's file of a million can be held against its visible cells. One thread.
///
/// Reason: visible rows may come in any order, and the facts only in one; either side must be held.
final class FactIndex {

    private static final HexFormat HEX = HexFormat.of();

    private final FactJson json = new FactJson();
    private final Arena values = new Arena();
    private final List<RecordId> records = new ArrayList<>();
    private final Map<RecordId, Integer> recordNumbers = new HashMap<>();
    private final List<String> sections = new ArrayList<>();
    private final Map<String, Integer> sectionNumbers = new HashMap<>();
    private final Map<Integer, Stamp> stamps = new HashMap<>();
    private final Set<FactId> withdrawn = new HashSet<>();
    private final Map<FactId, Withdrawal> withdrawals = new HashMap<>();
    private final Set<FactId> takenBack = new HashSet<>();

    private int count;
    private long[] ids = new long[1 << 11];
    private long[] places = new long[1 << 10];
    private int[] ofRecord = new int[1 << 10];
    private int[] ofSection = new int[1 << 10];
    private int[] supersedesFrom = new int[(1 << 10) + 1];
    private long[] supersedes = new long[1 << 10];
    private int[] stampsFrom = new int[(1 << 10) + 1];
    private int[] stampNumbers = new int[1 << 10];
    private int[] slots = new int[1 << 11];
    private Map<String, RecordId> keys = Map.of();
    private int[] byRecord = new int[0];
    private int[] byRecordFrom = new int[0];

    int size() {
        return count;
    }

    /// Takes a revision in, unless it is there; returns its number. `text` is the JSON of its
    /// values as the file has it.
    int add(Revision revision, List<Integer> by, byte[] text) {
        long high = high(revision.id());
        long low = low(revision.id());
        int known = find(high, low);
        if (known >= 0) {
            return known;
        }
        grow();
        ids[2 * count] = high;
        ids[2 * count + 1] = low;
        ofRecord[count] = number(revision.record(), records, recordNumbers);
        ofSection[count] = number(revision.section(), sections, sectionNumbers);
        int to = supersedesFrom[count];
        for (FactId id : revision.supersedes()) {
            supersedes = room(supersedes, to + 2);
            supersedes[to++] = high(id);
            supersedes[to++] = low(id);
        }
        supersedesFrom[count + 1] = to;
        int end = stampsFrom[count];
        for (int stamp : by) {
            if (end == stampNumbers.length) {
                stampNumbers = Arrays.copyOf(stampNumbers, 2 * end);
            }
            stampNumbers[end++] = stamp;
        }
        stampsFrom[count + 1] = end;
        places[count] = sameAsBelow(revision, text).orElseGet(() -> values.add(text));
        put(count);
        return count++;
    }

    /// Reason: who confirms as last time states the same values again.
    private Optional<Long> sameAsBelow(Revision revision, byte[] text) {
        for (FactId id : revision.supersedes()) {
            int below = find(id);
            if (below >= 0
                    && read(
                            below,
                            (chunk, from, length) ->
                                    Arrays.equals(
                                            chunk, from, from + length, text, 0, text.length))) {
                return Optional.of(places[below]);
            }
        }
        return Optional.empty();
    }

    void add(int number, Stamp stamp) {
        stamps.putIfAbsent(number, stamp);
    }

    void add(Withdrawal withdrawal) {
        withdrawals.put(withdrawal.id(), withdrawal);
    }

    void add(TakeBack takeBack) {
        takenBack.add(takeBack.withdrawal());
    }

    /// To be called when all facts are in.
    void close() {
        withdrawals.forEach((id, withdrawal) -> {
            if (!takenBack.contains(id)) {
                withdrawn.addAll(withdrawal.attestations());
            }
        });
    }

    Optional<Stamp> stamp(int number) {
        return Optional.ofNullable(stamps.get(number));
    }

    /// The number of a revision; negative where it is not here.
    int find(FactId id) {
        return find(high(id), low(id));
    }

    /// The number of a revision by the first 64 bits of its id; negative where it is not here.
    int find(long prefix) {
        int mask = slots.length - 1;
        for (int slot = slot(prefix); slots[slot] != 0; slot = slot + 1 & mask) {
            if (ids[2 * (slots[slot] - 1)] == prefix) {
                return slots[slot] - 1;
            }
        }
        return -1;
    }

    private int find(long high, long low) {
        int mask = slots.length - 1;
        for (int slot = slot(high); slots[slot] != 0; slot = slot + 1 & mask) {
            int n = slots[slot] - 1;
            if (ids[2 * n] == high && ids[2 * n + 1] == low) {
                return n;
            }
        }
        return -1;
    }

    FactId id(int revision) {
        return id(ids[2 * revision], ids[2 * revision + 1]);
    }

    private static FactId id(long high, long low) {
        return new FactId(HEX.toHexDigits(high) + HEX.toHexDigits(low));
    }

    private static long high(FactId id) {
        return HexFormat.fromHexDigitsToLong(id.hex(), 0, 16);
    }

    private static long low(FactId id) {
        return HexFormat.fromHexDigitsToLong(id.hex(), 16, 32);
    }

    RecordId record(int revision) {
        return records.get(ofRecord[revision]);
    }

    String section(int revision) {
        return sections.get(ofSection[revision]);
    }

    /// The revision itself, unpacked.
    Revision revision(int revision) {
        return new Revision(
                id(revision),
                record(revision),
                section(revision),
                supersedes(revision),
                values(revision));
    }

    Values values(int revision) {
        return read(revision, json::values);
    }

    private <T> T read(int revision, Arena.Reader<T> reader) {
        try {
            return values.at(places[revision], reader);
        } catch (IOException e) {
            // Reason: what is read here was written here.
            throw new UncheckedIOException(e);
        }
    }

    SortedSet<FactId> supersedes(int revision) {
        var found = new TreeSet<FactId>();
        for (int i = supersedesFrom[revision]; i < supersedesFrom[revision + 1]; i += 2) {
            found.add(id(supersedes[i], supersedes[i + 1]));
        }
        return found;
    }

    /// Those who stand behind a revision, as far as their stamps are here.
    List<Stamp> by(int revision) {
        var found = new ArrayList<Stamp>();
        for (int i = stampsFrom[revision]; i < stampsFrom[revision + 1]; i++) {
            Stamp stamp = stamps.get(stampNumbers[i]);
            if (stamp != null) {
                found.add(stamp);
            }
        }
        return found;
    }

    boolean isLive(FactId id) {
        int revision = find(id);
        if (revision < 0) {
            return false;
        }
        for (Stamp stamp : by(revision)) {
            if (withdrawn.isEmpty() || !withdrawn.contains(Attestation.of(id, stamp).id())) {
                return true;
            }
        }
        return false;
    }

    /// These revisions and all below them that are here.
    List<Revision> closure(Collection<Integer> from) {
        var seen = new BitSet();
        var waiting = new ArrayList<>(from);
        var found = new ArrayList<Revision>();
        while (!waiting.isEmpty()) {
            int n = waiting.removeLast();
            if (!seen.get(n)) {
                seen.set(n);
                found.add(revision(n));
                for (FactId id : supersedes(n)) {
                    int below = find(id);
                    if (below >= 0) {
                        waiting.add(below);
                    }
                }
            }
        }
        return found;
    }

    /// What a revision rests on, itself or through others, that is not here.
    SortedSet<FactId> missing(int revision) {
        var missing = new TreeSet<FactId>();
        for (Revision below : closure(List.of(revision))) {
            for (FactId id : below.supersedes()) {
                if (find(id) < 0) {
                    missing.add(id);
                }
            }
        }
        return missing;
    }

    boolean isEmpty() {
        return count == 0;
    }

    /// All revisions of a record, by section.
    SortedMap<String, List<Revision>> sections(RecordId record) {
        var found = new TreeMap<String, List<Revision>>();
        Integer number = recordNumbers.get(record);
        if (number != null) {
            sortByRecord();
            for (int i = byRecordFrom[number]; i < byRecordFrom[number + 1]; i++) {
                Revision revision = revision(byRecord[i]);
                found.computeIfAbsent(revision.section(), _ -> new ArrayList<>()).add(revision);
            }
        }
        return found;
    }

    private void sortByRecord() {
        if (byRecordFrom.length == records.size() + 1) {
            return;
        }
        byRecordFrom = new int[records.size() + 1];
        for (int n = 0; n < count; n++) {
            byRecordFrom[ofRecord[n] + 1]++;
        }
        for (int r = 0; r < records.size(); r++) {
            byRecordFrom[r + 1] += byRecordFrom[r];
        }
        int[] next = byRecordFrom.clone();
        byRecord = new int[count];
        for (int n = 0; n < count; n++) {
            byRecord[next[ofRecord[n]]++] = n;
        }
    }

    /// The record that a short key names.
    Optional<RecordId> byKey(String shortKey) {
        if (keys.isEmpty()) {
            keys = new HashMap<>();
            records.forEach(record -> keys.put(record.shortKey(), record));
        }
        return Optional.ofNullable(keys.get(shortKey));
    }

    /// The record of an id, whatever its kind.
    Optional<RecordId> record(UUID id) {
        for (Kind kind : Kind.values()) {
            var record = new RecordId(kind, id);
            if (recordNumbers.containsKey(record)) {
                return Optional.of(record);
            }
        }
        return Optional.empty();
    }

    List<String> sectionNames() {
        return sections;
    }

    private static <T> int number(T thing, List<T> all, Map<T, Integer> numbers) {
        Integer known = numbers.get(thing);
        if (known != null) {
            return known;
        }
        all.add(thing);
        numbers.put(thing, all.size() - 1);
        return all.size() - 1;
    }

    private void grow() {
        if (count == places.length) {
            int size = 2 * count;
            ids = Arrays.copyOf(ids, 2 * size);
            places = Arrays.copyOf(places, size);
            ofRecord = Arrays.copyOf(ofRecord, size);
            ofSection = Arrays.copyOf(ofSection, size);
            supersedesFrom = Arrays.copyOf(supersedesFrom, size + 1);
            stampsFrom = Arrays.copyOf(stampsFrom, size + 1);
            slots = new int[2 * slots.length];
            for (int n = 0; n < count; n++) {
                put(n);
            }
        }
    }

    private static long[] room(long[] array, int needed) {
        return needed <= array.length ? array : Arrays.copyOf(array, 2 * array.length);
    }

    private int slot(long prefix) {
        return (int) (prefix >>> 20) & slots.length - 1;
    }

    private void put(int n) {
        int mask = slots.length - 1;
        int slot = slot(ids[2 * n]);
        while (slots[slot] != 0) {
            slot = slot + 1 & mask;
        }
        slots[slot] = n + 1;
    }
}

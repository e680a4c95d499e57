package zhuhu.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import zhuhu.record.FactId;
import zhuhu.record.Heads;
import zhuhu.record.RecordId;
import zhuhu.record.Revision;
import zhuhu.record.Section;

/// All that is known of one record, as the file has it and the running transaction adds to it.
final class RecordState {

    private final long n;
    private final RecordId id;
    private final boolean fresh;
    private final Map<FactId, Known> known = new LinkedHashMap<>();
    private final List<RecordState> parts;

    /// `fresh`: made by the running transaction, so no derived row can exist yet.
    RecordState(long n, RecordId id, boolean fresh) {
        this.n = n;
        this.id = id;
        this.fresh = fresh;
        parts = List.of(this);
    }

    private RecordState(RecordState first, List<RecordState> parts) {
        n = first.n;
        id = first.id;
        fresh = false;
        this.parts = List.copyOf(parts);
    }

    /// All that is known of records that are one. Shape: not empty; the first gives the id. Only to
    /// be read: what is added later is added to one of `parts`.
    static RecordState joined(List<RecordState> parts) {
        var whole = new RecordState(parts.getFirst(), parts);
        parts.stream()
                .flatMap(part -> part.known.values().stream())
                .sorted(Comparator.comparingLong(Known::n))
                .forEach(whole::add);
        return whole;
    }

    /// The records that this is about: itself alone, or all of its class.
    List<RecordState> parts() {
        return parts;
    }

    /// A revision, its number in the file, and the stamps of those who stand or stood behind it.
    static final class Known {
        private final long n;
        private final Revision revision;
        private final List<Long> stamps = new ArrayList<>(1);
        private @Nullable Set<Long> withdrawn;
        private @Nullable Set<Long> named;

        Known(long n, Revision revision) {
            this.n = n;
            this.revision = revision;
        }

        long n() {
            return n;
        }

        Revision revision() {
            return revision;
        }

        /// False if that stamp was known here already.
        boolean stamp(long stamp) {
            return !stamps.contains(stamp) && stamps.add(stamp);
        }

        void withdraw(long stamp) {
            if (withdrawn == null) {
                withdrawn = new HashSet<>();
            }
            withdrawn.add(stamp);
        }

        /// A withdrawal, taken back or not, names this stamp.
        void name(long stamp) {
            if (named == null) {
                named = new HashSet<>();
            }
            named.add(stamp);
        }

        boolean named(long stamp) {
            return named != null && named.contains(stamp);
        }

        List<Long> stamps() {
            return Collections.unmodifiableList(stamps);
        }

        boolean stands(long stamp) {
            return withdrawn == null || !withdrawn.contains(stamp);
        }

        boolean live() {
            for (int i = 0; i < stamps.size(); i++) {
                if (stands(stamps.get(i))) {
                    return true;
                }
            }
            return false;
        }
    }

    long n() {
        return n;
    }

    RecordId id() {
        return id;
    }

    boolean fresh() {
        return fresh;
    }

    @Nullable Known known(FactId revision) {
        return known.get(revision);
    }

    void add(Known revision) {
        known.put(revision.revision().id(), revision);
    }

    /// Oldest stored first.
    Collection<Known> all() {
        return Collections.unmodifiableCollection(known.values());
    }

    boolean isLive(FactId revision) {
        Known found = known.get(revision);
        return found != null && found.live();
    }

    /// Written sections by name.
    SortedMap<String, Section> sections(Layout layout) {
        var sections = new TreeMap<String, Section>();
        var contended = new TreeSet<String>();
        // Reason: a first import is hundreds of thousands of sections with one statement each.
        for (Known each : known.values()) {
            String name = each.revision().section();
            if (sections.put(name, alone(each)) != null) {
                contended.add(name);
            }
        }
        contended.forEach(name -> sections.put(name, section(name, layout)));
        sections.values().removeIf(Section.Unwritten.class::isInstance);
        return sections;
    }

    private static Section alone(Known only) {
        return only.live()
                ? new Section.Agreed(only.revision(), List.of(only.revision()))
                : new Section.Unwritten();
    }

    Section section(String name, Layout layout) {
        var revisions = new ArrayList<Revision>();
        for (Known each : known.values()) {
            if (each.revision().section().equals(name)) {
                revisions.add(each.revision());
            }
        }
        return Heads.of(revisions, this::isLive, layout.calculated(id.kind(), name));
    }
}

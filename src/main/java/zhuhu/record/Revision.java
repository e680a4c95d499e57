package zhuhu.record;

import java.util.Collection;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import zhuhu.base.Sha256;

/// A statement of a whole section. Its id is the hash of just what it states and rests on, so the
/// same statement made twice, by anybody, is the same revision. Shape: `supersedes` are the
/// revisions of the same record and section that its author saw.
public record Revision(
        FactId id, RecordId record, String section, SortedSet<FactId> supersedes, Values values) {

    public Revision {
        supersedes = Collections.unmodifiableSortedSet(new TreeSet<>(supersedes));
    }

    public static Revision of(
            RecordId record, String section, Collection<FactId> supersedes, Values values) {
        var sorted = new TreeSet<>(supersedes);
        return new Revision(
                new FactId(hash(record, section, sorted, values)), record, section, sorted, values);
    }

    /// Whether the id is the hash of the content; one that is not must be refused.
    public boolean isSound() {
        return id.hex().equals(hash(record, section, supersedes, values));
    }

    private static String hash(
            RecordId record, String section, SortedSet<FactId> supersedes, Values values) {
        var json = new StringBuilder(320).append('{');
        Canonical.member(json, "kind", record.kind().code());
        json.append(',');
        Canonical.member(json, "record", record.text());
        json.append(',');
        Canonical.member(json, "section", section);
        json.append(',');
        Canonical.ids(json, "supersedes", supersedes);
        json.append(',');
        Canonical.member(json, "type", "revision");
        json.append(",\"values\":");
        Canonical.write(json, values);
        return Sha256.half(json.append('}').toString());
    }
}

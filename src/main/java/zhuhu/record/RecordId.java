package zhuhu.record;

import java.util.Comparator;
import java.util.UUID;
import zhuhu.base.ShortKey;

/// A record: its kind and its UUID. Ordered by kind, then by the UUID's text.
public record RecordId(Kind kind, UUID id) implements Comparable<RecordId> {

    private static final Comparator<RecordId> ORDER =
            Comparator.comparing(RecordId::kind).thenComparing(RecordId::text);

    /// The UUID's usual lower-case text.
    public String text() {
        return id.toString();
    }

    /// The printable short key, XXXX-XXXX-XXXX-XX.
    public String shortKey() {
        return ShortKey.of(text());
    }

    @Override
    public int compareTo(RecordId other) {
        return ORDER.compare(this, other);
    }
}

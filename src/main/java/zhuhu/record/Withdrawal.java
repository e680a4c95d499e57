package zhuhu.record;

import java.util.Collection;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import zhuhu.base.Sha256;

/// Takes attestations back. What was stated stays known, it only no longer counts.
public record Withdrawal(
        FactId id,
        SortedSet<FactId> attestations,
        String by,
        @Nullable String device,
        @Nullable String at,
        String reason) {

    public Withdrawal {
        attestations = Collections.unmodifiableSortedSet(new TreeSet<>(attestations));
    }

    public static Withdrawal of(
            Collection<FactId> attestations,
            String by,
            @Nullable String device,
            @Nullable String at,
            String reason) {
        var sorted = new TreeSet<>(attestations);
        return new Withdrawal(
                new FactId(hash(sorted, by, device, at, reason)), sorted, by, device, at, reason);
    }

    public boolean isSound() {
        return id.hex().equals(hash(attestations, by, device, at, reason));
    }

    private static String hash(
            SortedSet<FactId> attestations,
            String by,
            @Nullable String device,
            @Nullable String at,
            String reason) {
        var json = new StringBuilder(256).append('{');
        Canonical.member(json, "at", at);
        json.append(',');
        Canonical.ids(json, "attestations", attestations);
        json.append(',');
        Canonical.member(json, "by", by);
        json.append(',');
        Canonical.member(json, "device", device);
        json.append(',');
        Canonical.member(json, "reason", reason);
        json.append(',');
        Canonical.member(json, "type", "withdrawal");
        return Sha256.half(json.append('}').toString());
    }
}

package zhuhu.record;

import org.jspecify.annotations.Nullable;
import zhuhu.base.Sha256;

/// Takes a withdrawal back: what it withdrew counts again.
public record TakeBack(
        FactId id, FactId withdrawal, String by, @Nullable String device, @Nullable String at) {

    public static TakeBack of(
            FactId withdrawal, String by, @Nullable String device, @Nullable String at) {
        return new TakeBack(
                new FactId(hash(withdrawal, by, device, at)), withdrawal, by, device, at);
    }

    public boolean isSound() {
        return id.hex().equals(hash(withdrawal, by, device, at));
    }

    private static String hash(
            FactId withdrawal, String by, @Nullable String device, @Nullable String at) {
        var json = new StringBuilder(160).append('{');
        Canonical.member(json, "at", at);
        json.append(',');
        Canonical.member(json, "by", by);
        json.append(',');
        Canonical.member(json, "device", device);
        json.append(',');
        Canonical.member(json, "type", "takeback");
        json.append(',');
        Canonical.member(json, "withdrawal", withdrawal.hex());
        return Sha256.half(json.append('}').toString());
    }
}

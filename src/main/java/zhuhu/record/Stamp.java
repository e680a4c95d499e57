package zhuhu.record;

import org.jspecify.annotations.Nullable;

/// Who stands behind a statement, and how it came about: all of an attestation but the revision.
/// One stamp usually serves many revisions (a roster, a visit). Shape: `at`, `started`, `ended` are
/// ISO dates or local date-times as the author's device told them (they are shown and never
/// decide); `via` is the visit, package or file; `device` null where a file speaks.
public record Stamp(
        String by,
        @Nullable String device,
        @Nullable String at,
        How how,
        @Nullable String via,
        @Nullable FormStamp form,
        @Nullable String started,
        @Nullable String ended) {

    /// The form through which a statement was made; `hash` is that of its source.
    public record FormStamp(String id, String version, String hash) {}

    /// A stamp without form and visit times.
    public static Stamp of(
            String by,
            @Nullable String device,
            @Nullable String at,
            How how,
            @Nullable String via) {
        return new Stamp(by, device, at, how, via, null, null, null);
    }

    void write(StringBuilder json) {
        Canonical.member(json, "at", at);
        json.append(',');
        Canonical.member(json, "by", by);
        json.append(',');
        Canonical.member(json, "device", device);
        if (ended != null) {
            json.append(',');
            Canonical.member(json, "ended", ended);
        }
        json.append(",\"form\":");
        writeForm(json);
        json.append(',');
        Canonical.member(json, "how", how.code());
    }

    private void writeForm(StringBuilder json) {
        if (form == null) {
            json.append("null");
            return;
        }
        json.append('{');
        Canonical.member(json, "hash", form.hash());
        json.append(',');
        Canonical.member(json, "id", form.id());
        json.append(',');
        Canonical.member(json, "version", form.version());
        json.append('}');
    }
}

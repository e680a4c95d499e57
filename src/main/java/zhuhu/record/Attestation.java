package zhuhu.record;

import zhuhu.base.Sha256;

/// Somebody stands behind a revision. Two visitors with the same answer are two attestations of one
/// revision.
public record Attestation(FactId id, FactId revision, Stamp stamp) {

    public static Attestation of(FactId revision, Stamp stamp) {
        return new Attestation(new FactId(hash(revision, stamp)), revision, stamp);
    }

    public boolean isSound() {
        return id.hex().equals(hash(revision, stamp));
    }

    private static String hash(FactId revision, Stamp stamp) {
        var json = new StringBuilder(256).append('{');
        stamp.write(json);
        json.append(',');
        Canonical.member(json, "revision", revision.hex());
        if (stamp.started() != null) {
            json.append(',');
            Canonical.member(json, "started", stamp.started());
        }
        json.append(',');
        Canonical.member(json, "type", "attestation");
        json.append(',');
        Canonical.member(json, "via", stamp.via());
        return Sha256.half(json.append('}').toString());
    }
}

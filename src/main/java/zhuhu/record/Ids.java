package zhuhu.record;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.UUID;
import zhuhu.base.CitizenId;
import zhuhu.base.Plain;

/// Ids that laptops which never met give alike: UUIDs of version 5 over a name that starts with the
/// kind. Source: `docs/file-format.md`, ids. Pure; any thread.
public final class Ids {

    /// The namespace of all names here.
    public static final UUID NAMESPACE = UUID.fromString("6f1f3c1e-4a54-5b0e-9d5c-7a687568751a");

    private Ids() {}

    public static RecordId village(String county, String township, String village) {
        return named(
                Kind.VILLAGE, Plain.folded(county), Plain.folded(township), villageName(village));
    }

    /// 村民委员会, 村委会 and 村 are one; a name without any of them gets none added.
    public static String villageName(String raw) {
        return Plain.folded(raw).replaceFirst("(村民委员会|村委会|村)$", "村");
    }

    public static RecordId householdByNumber(String householdNo) {
        return named(Kind.HOUSEHOLD, "no", number(householdNo));
    }

    /// A household without number: by its head's 证件号码.
    public static RecordId householdByHead(String headIdNo) {
        return named(Kind.HOUSEHOLD, "head", CitizenId.person(CitizenId.normal(headIdNo)));
    }

    public static RecordId personByNumber(String personNo) {
        return named(Kind.PERSON, "no", number(personNo));
    }

    /// A person without number: by 证件号码.
    public static RecordId personByIdNo(String idNo) {
        return named(Kind.PERSON, "id", CitizenId.person(CitizenId.normal(idNo)));
    }

    /// A person of a roster with neither; `birthDate` ISO or "".
    public static RecordId personByName(RecordId household, String name, String birthDate) {
        return named(Kind.PERSON, "name", household.text(), Plain.folded(name), birthDate);
    }

    public static RecordId visit(String packName, String formId, RecordId subject, String round) {
        return named(Kind.VISIT, packName, formId, subject.text(), round);
    }

    /// A record that a visit makes in one of its lists; `row` is given once and never reused.
    public static RecordId ofVisit(Kind kind, RecordId visit, String list, int row) {
        return named(kind, "visit", visit.text(), list, Integer.toString(row));
    }

    /// The record of an act on the register that is no visit. `act` what was done (`section`,
    /// `head` ...); the same act on the same state for the same reason is the same record.
    public static RecordId edit(
            String act, String reason, String document, SortedSet<FactId> stated) {
        var parts = new ArrayList<>(List.of("edit", act, Plain.text(reason), Plain.text(document)));
        stated.forEach(revision -> parts.add(revision.hex()));
        return named(Kind.VISIT, parts.toArray(String[]::new));
    }

    /// A row of a file that has no key of its own; `row` is its normalised text.
    public static RecordId ofRow(Kind kind, String source, String sheet, String row) {
        return named(kind, "row", source, sheet, row);
    }

    /// The record of whether two are one and the same, in either order.
    public static RecordId link(RecordId one, RecordId other) {
        boolean inOrder = one.text().compareTo(other.text()) <= 0;
        return named(
                Kind.LINK,
                inOrder ? one.text() : other.text(),
                inOrder ? other.text() : one.text());
    }

    private static String number(String raw) {
        return Plain.folded(raw).toUpperCase(Locale.ROOT);
    }

    private static RecordId named(Kind kind, String... parts) {
        return new RecordId(kind, uuid5(kind.code() + "\n" + String.join("\n", parts)));
    }

    /// UUID version 5 (RFC 9562) of a name in [#NAMESPACE].
    public static UUID uuid5(String name) {
        try {
            MessageDigest sha1 = MessageDigest.getInstance("SHA-1");
            sha1.update(
                    ByteBuffer.allocate(16)
                            .putLong(NAMESPACE.getMostSignificantBits())
                            .putLong(NAMESPACE.getLeastSignificantBits())
                            .array());
            ByteBuffer hash = ByteBuffer.wrap(sha1.digest(name.getBytes(StandardCharsets.UTF_8)));
            long high = hash.getLong() & 0xFFFFFFFFFFFF0FFFL | 0x5000L;
            long low = hash.getLong() & 0x3FFFFFFFFFFFFFFFL | 0x8000000000000000L;
            return new UUID(high, low);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

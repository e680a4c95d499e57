package zhuhu.flow;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import zhuhu.base.PlaceOrder;
import zhuhu.pack.Schema;
import zhuhu.record.Kind;
import zhuhu.record.RecordId;
import zhuhu.store.Workspace;

/// Which records a workbook holds, in the order of its sheets: by village, group and head; persons
/// and visits with their household. Read once.
final class BookRecords {

    private static final String HOME =
            "coalesce(v.village_name, ''), h.group_name, h.head_name, h.key";

    /// Reason: a database sorts 十组 before 二组; rows of one group stay as they were asked for.
    private static final Comparator<Map<String, String>> BY_PLACE =
            Comparator.comparing(
                            (Map<String, String> row) -> row.getOrDefault("place", ""),
                            PlaceOrder.INSTANCE)
                    .thenComparing(row -> row.getOrDefault("part", ""), PlaceOrder.INSTANCE);

    private final Workspace workspace;
    private final Set<String> villages;
    private final Map<Kind, List<RecordId>> records = new EnumMap<>(Kind.class);
    private final List<RecordId> acts;

    /// `villages`: only what belongs to them; empty for everything.
    BookRecords(Workspace workspace, Collection<RecordId> villages) {
        this.workspace = workspace;
        this.villages = villages.stream().map(RecordId::text).collect(Collectors.toSet());
        for (Kind kind : Kind.values()) {
            records.put(kind, read(kind));
        }
        acts = ids(Kind.VISIT, ofSubject("NOT NULL"));
    }

    /// Whether these are all the records that there are.
    boolean everything() {
        return villages.isEmpty();
    }

    List<RecordId> of(Kind kind) {
        return records.getOrDefault(kind, List.of());
    }

    /// All of them, of all kinds, and the acts that keep the reasons of corrections: they have no
    /// row in a sheet.
    List<RecordId> all() {
        return Stream.concat(records.values().stream().flatMap(List::stream), acts.stream())
                .toList();
    }

    private List<RecordId> read(Kind kind) {
        return switch (kind) {
            case VILLAGE ->
                    ids(
                            kind,
                            "SELECT k.id AS id, k.id AS village, k.village_name AS place FROM village k"
                                    + " ORDER BY k.village_name, k.key");
            case HOUSEHOLD ->
                    ids(
                            kind,
                            "SELECT h.id AS id, h.village AS village, v.village_name AS place, h.group_name AS part FROM household h"
                                    + " LEFT JOIN village v ON v.id = h.village ORDER BY "
                                    + HOME);
            case PERSON -> ids(kind, inHousehold(kind, "k.household", "h.village", "k.relation"));
            case VISIT -> ids(kind, ofSubject("NULL"));
            case PAIRING, ISSUE, MEASURE, PROJECT, SITE, FUND, TASK -> ids(kind, other(kind));
            case LINK -> links();
        };
    }

    /// The links about records that are here.
    private List<RecordId> links() {
        var here = new HashSet<String>();
        records.values().forEach(ids -> ids.forEach(id -> here.add(id.text())));
        return workspace.query("SELECT id, first, second FROM link ORDER BY id").stream()
                .filter(row ->
                        everything()
                                || here.contains(workspace.one(row.getOrDefault("first", "")))
                                || here.contains(workspace.one(row.getOrDefault("second", ""))))
                .map(row -> new RecordId(Kind.LINK, UUID.fromString(row.getOrDefault("id", ""))))
                .toList();
    }

    /// `acts` NULL for visits, NOT NULL for acts on the register.
    private static String ofSubject(String acts) {
        return inHousehold(
                Kind.VISIT,
                "k.subject",
                "coalesce(h.village, k.subject)",
                "WHERE k.edit_records IS " + acts,
                "k.round");
    }

    private static String inHousehold(Kind kind, String household, String village, String then) {
        return inHousehold(kind, household, village, "", then);
    }

    private static String inHousehold(
            Kind kind, String household, String village, String where, String then) {
        return "SELECT k.id AS id, %s AS village, v.village_name AS place, h.group_name AS part FROM %s k LEFT JOIN household h ON h.id = %s LEFT JOIN village v ON v.id = h.village %s ORDER BY %s, %s, k.key"
                .formatted(village, kind.code(), household, where, HOME, then);
    }

    private String other(Kind kind) {
        Schema schema = workspace.schema();
        boolean ofHousehold = schema.property(kind, "household").isPresent();
        boolean ofVillage = schema.property(kind, "village").isPresent();
        if (ofHousehold) {
            String village = ofVillage ? "coalesce(h.village, k.village)" : "h.village";
            return inHousehold(kind, "k.household", village, "k.id");
        }
        return "SELECT k.id AS id, %s AS village FROM %s k ORDER BY k.key"
                .formatted(ofVillage ? "k.village" : "NULL", kind.code());
    }

    private List<RecordId> ids(Kind kind, String sql) {
        var ids = new ArrayList<RecordId>();
        List<Map<String, String>> rows = workspace.query(sql);
        rows.sort(BY_PLACE);
        for (Map<String, String> row : rows) {
            if (everything() || villages.contains(row.getOrDefault("village", ""))) {
                ids.add(new RecordId(kind, UUID.fromString(row.getOrDefault("id", ""))));
            }
        }
        return ids;
    }
}

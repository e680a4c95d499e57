package zhuhu.workbook.read;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import zhuhu.base.ShortKey;
import zhuhu.record.Kind;
import zhuhu.record.RecordId;

/// Short keys of the records that a workbook names, in facts and in bases. One thread.
final class RecordKeys {

    private static final int REMEMBERED = 200_000;

    private final FactIndex index;
    private final Map<String, String> named;
    private final Map<UUID, String> known = new HashMap<>();

    /// `named`: UUIDs by short key, from the bases of all rows; empty where the facts are there.
    RecordKeys(FactIndex index, Map<String, String> named) {
        this.index = index;
        this.named = Map.copyOf(named);
    }

    String of(RecordId record) {
        if (known.size() > REMEMBERED) {
            known.clear();
        }
        return known.computeIfAbsent(record.id(), id -> ShortKey.of(id.toString()));
    }

    /// The record of that id with the kind that the facts give it; `otherwise` where they do not
    /// know it.
    RecordId known(UUID id, Kind otherwise) {
        return index.record(id).orElseGet(() -> new RecordId(otherwise, id));
    }

    Optional<String> uuid(String shortKey) {
        return index.byKey(shortKey)
                .map(RecordId::text)
                .or(() -> Optional.ofNullable(named.get(shortKey)));
    }

    /// Whether a row within a record is named so: by short key, or by its id where the exporter
    /// knew no record of it.
    boolean isNamed(String uuid, String key) {
        return uuid.equals(key) || ShortKey.of(uuid).equals(key);
    }
}

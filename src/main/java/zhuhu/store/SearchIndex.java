package zhuhu.store;

import java.util.Collection;
import java.util.List;
import zhuhu.record.RecordId;

/// Finds households and persons by what people remember of them.
final class SearchIndex {

    private final Database database;

    SearchIndex(Database database) {
        this.database = database;
    }

    void changed(Collection<RecordState> records) {}

    void forget() {}

    List<RecordId> search(String text, int limit) {
        return List.of();
    }
}

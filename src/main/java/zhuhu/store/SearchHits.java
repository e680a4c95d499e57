package zhuhu.store;

import java.util.ArrayList;
import java.util.List;

/// The best records for what was typed: those with just that name, then names that begin with it,
/// then all others.
final class SearchHits {

    private static final int RANKS = 3;

    private final String text;
    private final int limit;
    private final List<List<Long>> ranked = new ArrayList<>();

    SearchHits(String text, int limit) {
        this.text = text;
        this.limit = limit;
        for (int i = 0; i < RANKS; i++) {
            ranked.add(new ArrayList<>());
        }
    }

    String text() {
        return text;
    }

    /// `rank` 0 is best.
    void add(int rank, long record) {
        List<Long> same = ranked.get(rank);
        if (same.size() < limit) {
            same.add(record);
        }
    }

    List<Long> best() {
        return ranked.stream().flatMap(List::stream).limit(limit).toList();
    }
}

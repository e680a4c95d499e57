package zhuhu.store;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import zhuhu.record.RecordId;
import zhuhu.store.Workspace.Found;

/// Records that were found, the best first: those called just so, those whose names begin so, then
/// all others.
final class SearchHits implements SearchChunk.Sink {

    private record Hit(SearchChunk chunk, int i) {}

    private final int limit;
    private final List<List<Hit>> ranked =
            List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());

    /// Keeps `limit` of each rank.
    SearchHits(int limit) {
        this.limit = limit;
    }

    @Override
    public void found(int rank, SearchChunk chunk, int i) {
        List<Hit> same = ranked.get(rank);
        if (same.size() < limit) {
            same.add(new Hit(chunk, i));
        }
    }

    List<RecordId> records() {
        return ranked.stream()
                .flatMap(List::stream)
                .limit(limit)
                .map(hit -> hit.chunk().record(hit.i()))
                .toList();
    }

    /// Each household once, with the record of it that was found best.
    List<Found> households() {
        Map<RecordId, Found> best = new LinkedHashMap<>();
        for (int rank = 0; rank < ranked.size(); rank++) {
            for (Hit hit : ranked.get(rank)) {
                int itsRank = rank;
                hit.chunk()
                        .household(hit.i())
                        .ifPresent(household ->
                                best.computeIfAbsent(
                                        household,
                                        _ ->
                                                new Found(
                                                        household,
                                                        hit.chunk().record(hit.i()),
                                                        hit.chunk().name(hit.i()),
                                                        itsRank)));
            }
        }
        return List.copyOf(best.values());
    }
}

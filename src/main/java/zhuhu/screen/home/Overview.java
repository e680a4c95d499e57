package zhuhu.screen.home;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import zhuhu.store.Workspace.PackageRow;

/// What the first page shows, read at one moment. Shape: `known` false before anything was read;
/// `counts` households by state; `lastIn` and `lastOut` the newest files that came and went;
/// `deadlines` in order of their day.
public record Overview(
        boolean known,
        Map<String, Integer> counts,
        Optional<PackageRow> lastIn,
        Optional<PackageRow> lastOut,
        List<Deadline> deadlines) {

    private static final List<String> OPEN = List.of("todo", "draft", "absent", "returned");

    public Overview {
        counts = Map.copyOf(counts);
        deadlines = List.copyOf(deadlines);
    }

    /// An end date of the campaign.
    public record Deadline(String title, LocalDate day) {}

    public int of(String state) {
        return counts.getOrDefault(state, 0);
    }

    public int households() {
        return counts.values().stream().mapToInt(i -> i).sum();
    }

    /// Households of this round.
    public int due() {
        return households() - of("");
    }

    /// Households of this round that need nobody's visit any more.
    public int closed() {
        return due() - OPEN.stream().mapToInt(this::of).sum();
    }

    /// 0 to 1.
    public double share() {
        return due() == 0 ? 0 : (double) closed() / due();
    }
}

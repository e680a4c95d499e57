package zhuhu.pack;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a campaign says of itself (`pack.toml`). Dates ISO. Shape: `exitYear`: households that left
/// poverty in that year are due for a visit too; `visitForm` is a form id.
public record Manifest(
        String name,
        String title,
        String issuer,
        String date,
        String source,
        String province,
        String exitYear,
        String visitForm,
        List<Round> rounds,
        List<Deadline> deadlines,
        List<Target> targets,
        List<String> orgLevels) {

    public Manifest {
        rounds = List.copyOf(rounds);
        deadlines = List.copyOf(deadlines);
        targets = List.copyOf(targets);
        orgLevels = List.copyOf(orgLevels);
    }

    /// `incomeYear`: the year whose income a visit of this round asks for.
    public record Round(String id, String title, String start, String due, int incomeYear) {}

    public record Deadline(String id, String title, String due) {}

    public record Target(String id, String title, long value, String unit, @Nullable String due) {}

    public Optional<Round> round(String id) {
        return rounds.stream().filter(r -> r.id().equals(id)).findFirst();
    }
}

package zhuhu.screen.home;

import java.time.LocalDate;
import java.util.List;
import zhuhu.flow.Today;
import zhuhu.store.Workspace.PackageRow;

/// What the first page shows, read at one moment. Shape: `known` false before anything was read;
/// `files` those that came and went, newest first; `deadlines` in order of their day.
public record Overview(
        boolean known, Today today, List<PackageRow> files, List<Deadline> deadlines) {

    /// Reason: nobody has to be visited (again) there, and the four parts are not asked.
    private static final List<String> NOT_ASKED = List.of("refused", "moved", "dead", "notfound");

    /// Before anything was read.
    static final Overview NOTHING = new Overview(false, Today.NOTHING, List.of(), List.of());

    public Overview {
        files = List.copyOf(files);
        deadlines = List.copyOf(deadlines);
    }

    /// An end date of the campaign. `ofHouseholds`: what is due then are the visits of households.
    public record Deadline(String title, LocalDate day, boolean ofHouseholds) {}

    public int of(String state) {
        return today.of(state);
    }

    /// All that the file holds.
    public int households() {
        return today.households();
    }

    /// Households of this round.
    public int due() {
        return today.owed();
    }

    /// Households of this round that need nobody's visit any more.
    public int closed() {
        return due() - today.open();
    }

    /// Closed households in which the four parts are not asked.
    public int notAsked() {
        return NOT_ASKED.stream().mapToInt(this::of).sum();
    }

    /// 0 to 1.
    public double share() {
        return due() == 0 ? 0 : (double) closed() / due();
    }
}

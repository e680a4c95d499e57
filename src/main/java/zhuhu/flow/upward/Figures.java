package zhuhu.flow.upward;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import zhuhu.flow.HouseholdStates;
import zhuhu.pack.Manifest;
import zhuhu.store.Workspace;

/// The figures of a certificate, worked out from what a store holds in facts alone: no draft, no
/// clock, nothing that another machine would not find in the same files. Shape: `state` the SHA-256
/// of the dump; `lines` one a village with households due, by name.
record Figures(String round, String state, int conflicts, List<VillageFigures> lines) {

    /// The states that a household is counted under, in the order of the columns. A draft is no
    /// answer, so it counts as not visited; what was returned or approved was visited.
    static final List<String> STATES =
            List.of("done", "absent", "refused", "moved", "dead", "notfound", "todo");

    Figures {
        lines = List.copyOf(lines);
    }

    /// A village. Shape: `counts` one a state in the order of [#STATES]; `due` their sum.
    record VillageFigures(String name, List<Integer> counts) {
        VillageFigures {
            counts = List.copyOf(counts);
        }

        int due() {
            return counts.stream().mapToInt(Integer::intValue).sum();
        }
    }

    static Figures of(Workspace workspace, String round) {
        HouseholdStates states = HouseholdStates.of(workspace, round);
        Manifest manifest = workspace.pack().manifest();
        var counts = new TreeMap<String, int[]>();
        for (Map<String, String> row :
                workspace.query(
                        """
                        SELECT h.id AS id, coalesce(v.village_name, '') AS village
                        FROM household h LEFT JOIN village v ON v.id = h.village
                        WHERE h.registered = '1' OR h.exit_year = ?
                        """,
                        manifest.exitYear())) {
            String state = states.of(row.getOrDefault("id", ""));
            if (!state.isEmpty()) {
                counts.computeIfAbsent(
                                row.getOrDefault("village", ""), _ -> new int[STATES.size()])[
                        column(state)]++;
            }
        }
        var lines = new ArrayList<VillageFigures>();
        counts.forEach((name, by) -> {
            var line = new ArrayList<Integer>();
            for (int count : by) {
                line.add(count);
            }
            lines.add(new VillageFigures(name, line));
        });
        return new Figures(round, dump(workspace), Account.openConflicts(workspace), lines);
    }

    private static int column(String state) {
        return switch (state) {
            case "approved", "returned" -> STATES.indexOf("done");
            case "draft" -> STATES.indexOf("todo");
            default -> STATES.indexOf(state);
        };
    }

    int due() {
        return lines.stream().mapToInt(VillageFigures::due).sum();
    }

    int of(String state) {
        int column = STATES.indexOf(state);
        return lines.stream().mapToInt(line -> line.counts().get(column)).sum();
    }

    /// The SHA-256 over all lines of the dump, each closed by a line feed.
    static String dump(Workspace workspace) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            workspace.dump(line -> {
                digest.update(line.getBytes(StandardCharsets.UTF_8));
                digest.update((byte) '\n');
            });
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

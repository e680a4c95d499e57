package zhuhu.flow.review;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import zhuhu.flow.HouseholdList;
import zhuhu.pack.Schema;
import zhuhu.record.Kind;
import zhuhu.record.RecordId;
import zhuhu.record.Review;
import zhuhu.store.Workspace;

/// The finished visits of a round as whoever reviews them lists them.
public final class ReviewList {

    /// A finished visit of which nothing was said yet.
    public static final String RECEIVED = "received";

    /// In the order in which work waits.
    public static final List<String> STATES =
            List.of(
                    Review.State.ANSWERED.code(),
                    RECEIVED,
                    Review.State.EDITED.code(),
                    Review.State.RETURNED.code(),
                    Review.State.APPROVED.code());

    private ReviewList() {}

    /// A visit. Shape: `state` one of [#STATES]; `outcome` by its label; `by` and `at` of whoever
    /// finished it last; `comment` what was last said of it, every point; `contested` where sides
    /// of the visit differ.
    public record Line(
            RecordId visit,
            RecordId household,
            String head,
            String village,
            String group,
            String outcome,
            String by,
            String at,
            String state,
            String comment,
            boolean contested) {}

    /// By village, group and head.
    public static List<Line> of(Workspace workspace, String round) {
        Map<String, HouseholdList.Line> homes = new HashMap<>();
        new HouseholdList(workspace)
                .lines(HouseholdList.Filter.ALL)
                .forEach(line -> homes.put(line.id().text(), line));
        Map<RecordId, String> comments =
                ReviewPoints.of(workspace, round).stream()
                        .collect(
                                Collectors.groupingBy(
                                        ReviewPoint::visit,
                                        Collectors.mapping(
                                                p -> p.sectionLabel() + "：" + p.comment(),
                                                Collectors.joining("；"))));
        Map<String, String[]> finishers = finishers(workspace);
        var lines = new ArrayList<Line>();
        workspace.eachRow(
                """
                SELECT id, subject, outcome, contested, coalesce(review_state, 'received') AS state
                FROM visit WHERE finalised = 1 AND round = ? AND form = ?
                """,
                row -> {
                    HouseholdList.Line home = homes.get(row.getOrDefault("subject", ""));
                    if (home != null) {
                        lines.add(line(workspace, row, home, comments, finishers));
                    }
                },
                round,
                workspace.pack().manifest().visitForm());
        lines.sort(
                Comparator.comparing(Line::village)
                        .thenComparing(Line::group)
                        .thenComparing(Line::head)
                        .thenComparing(l -> l.household().text()));
        return lines;
    }

    private static Line line(
            Workspace workspace,
            Map<String, String> row,
            HouseholdList.Line home,
            Map<RecordId, String> comments,
            Map<String, String[]> finishers) {
        String id = row.getOrDefault("id", "");
        var visit = new RecordId(Kind.VISIT, UUID.fromString(id));
        String[] finisher = finishers.getOrDefault(id, new String[] {"", ""});
        return new Line(
                visit,
                home.id(),
                home.head(),
                home.village(),
                home.group(),
                outcome(workspace, row.getOrDefault("outcome", "")),
                finisher[0],
                finisher[1],
                row.getOrDefault("state", RECEIVED),
                comments.getOrDefault(visit, ""),
                !row.getOrDefault("contested", "").isEmpty());
    }

    private static String outcome(Workspace workspace, String choice) {
        return workspace
                .schema()
                .property(Kind.VISIT, "outcome")
                .map((Schema.Property p) -> p.labelOf(choice))
                .orElse(choice);
    }

    /// Who finished each visit, and when: the newest in this file.
    private static Map<String, String[]> finishers(Workspace workspace) {
        var finishers = new HashMap<String, String[]>();
        workspace.eachRow(
                """
                SELECT v.id AS id, s.stated_by AS stated_by, s.at AS at FROM section n
                JOIN revision r ON r.section = n.n JOIN visit v ON v.record_no = r.record
                JOIN stamp s ON s.n = r.stamp
                WHERE n.name IN ('finalised', 'edit') ORDER BY r.n
                """,
                row -> {
                    String at = row.getOrDefault("at", "");
                    finishers.put(
                            row.getOrDefault("id", ""),
                            new String[] {
                                row.getOrDefault("stated_by", ""),
                                at.substring(0, Math.min(10, at.length()))
                            });
                });
        return finishers;
    }
}

package zhuhu.flow;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.UUID;
import zhuhu.flow.review.ReviewLabels;
import zhuhu.record.Kind;
import zhuhu.record.RecordId;
import zhuhu.record.Review;
import zhuhu.record.Section;
import zhuhu.store.Workspace;

/// What the township said of the visits of a round, by household. A picture of one moment. Source:
/// [Review].
public final class Reviews {

    /// What came back of one visit. Shape: `sections` with what was said of each, in order of their
    /// names.
    public record Returned(RecordId visit, String household, List<Comment> sections) {
        public Returned {
            sections = List.copyOf(sections);
        }
    }

    /// `section` by its label.
    public record Comment(String section, String words) {}

    private final Workspace workspace;
    private final Map<String, String> states = new HashMap<>();
    private final Map<String, RecordId> sentBack = new HashMap<>();

    private Reviews(Workspace workspace) {
        this.workspace = workspace;
    }

    public static Reviews of(Workspace workspace, String round) {
        var reviews = new Reviews(workspace);
        workspace.eachRow(
                """
                SELECT id, subject, review_state FROM visit
                WHERE review_state IS NOT NULL AND round = ? AND form = ?
                ORDER BY review_state = 'returned', id
                """,
                reviews::read,
                round,
                workspace.pack().manifest().visitForm());
        return reviews;
    }

    private void read(Map<String, String> row) {
        String household = row.getOrDefault("subject", "");
        String state = row.getOrDefault("review_state", "");
        states.put(household, state);
        if (state.equals(Review.State.RETURNED.code())) {
            UUID visit = UUID.fromString(row.getOrDefault("id", ""));
            sentBack.put(household, new RecordId(Kind.VISIT, visit));
        }
    }

    /// `returned`, `answered`, `approved`, `edited`, or empty; `household`: the record's UUID text.
    public Optional<String> of(String household) {
        return Optional.ofNullable(states.get(household));
    }

    /// Visits sent back and not answered yet.
    public List<Returned> returned() {
        var returned = new ArrayList<Returned>();
        sentBack.forEach((household, visit) -> returned.add(read(household, visit)));
        returned.sort(Comparator.comparing(Returned::household));
        return returned;
    }

    private Returned read(String household, RecordId visit) {
        SortedMap<String, Section> sections = workspace.sections(visit);
        var labels = new ReviewLabels(workspace);
        List<Comment> comments =
                Review.of(sections).stream()
                        .filter(review -> review.state() == Review.State.RETURNED)
                        .map(r -> new Comment(labels.of(r.section()), r.comment()))
                        .toList();
        return new Returned(visit, household, comments);
    }
}

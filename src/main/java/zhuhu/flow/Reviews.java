package zhuhu.flow;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import zhuhu.pack.Manifest;
import zhuhu.record.Kind;
import zhuhu.record.RecordId;
import zhuhu.record.Revision;
import zhuhu.record.Section;
import zhuhu.record.Values;
import zhuhu.store.Workspace;

/// What the township said of visits: sections `review.SECTION` of a visit hold `state` (`returned`,
/// `approved`), `comment` and `of`, the heads of SECTION that were looked at. A review stands while
/// those still are the heads; one that was answered says nothing any more. Source:
/// `docs/file-format.md`, reviews. A picture of one moment.
public final class Reviews {

    /// Every review is in a section so named.
    static final String PREFIX = "review.";

    private static final Pattern HEAD = Pattern.compile("[0-9a-f]{32}");

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
    private final List<Returned> returned = new ArrayList<>();

    private Reviews(Workspace workspace) {
        this.workspace = workspace;
    }

    public static Reviews of(Workspace workspace, String round) {
        var reviews = new Reviews(workspace);
        for (Map.Entry<RecordId, String> visit : visits(workspace, round).entrySet()) {
            reviews.read(visit.getKey(), visit.getValue());
        }
        reviews.returned.sort(Comparator.comparing(Returned::household));
        return reviews;
    }

    /// `returned`, `approved`, or empty; `household`: the record's UUID text.
    public Optional<String> of(String household) {
        return Optional.ofNullable(states.get(household));
    }

    /// Visits sent back and not answered yet.
    public List<Returned> returned() {
        return returned;
    }

    /// Reviewed visits of households in a round, with the household of each.
    private static Map<RecordId, String> visits(Workspace workspace, String round) {
        Manifest manifest = workspace.pack().manifest();
        var visits = new HashMap<RecordId, String>();
        // Reason: most files hold no review at all, and visits are many.
        if (workspace.query("SELECT n FROM section WHERE name GLOB 'review.*' LIMIT 1").isEmpty()) {
            return visits;
        }
        for (Map<String, String> row :
                workspace.query(
                        """
                        SELECT DISTINCT v.id, v.subject FROM revision r
                        JOIN section s ON s.n = r.section JOIN visit v ON v.record_no = r.record
                        WHERE s.name GLOB 'review.*' AND v.round = ? AND v.form = ?
                        """,
                        round,
                        manifest.visitForm())) {
            visits.put(
                    new RecordId(Kind.VISIT, UUID.fromString(row.getOrDefault("id", ""))),
                    row.getOrDefault("subject", ""));
        }
        return visits;
    }

    private void read(RecordId visit, String household) {
        SortedMap<String, Section> sections = workspace.sections(visit);
        var comments = new ArrayList<Comment>();
        boolean allApproved = true;
        for (Map.Entry<String, Section> entry : sections.entrySet()) {
            if (entry.getKey().startsWith(PREFIX)) {
                String name = entry.getKey().substring(PREFIX.length());
                Values review = entry.getValue().shown();
                boolean stands = heads(sections.get(name)).equals(of(review));
                String state = review.plain("state");
                if (stands && state.equals("returned")) {
                    comments.add(new Comment(label(name), review.plain("comment")));
                }
                allApproved = allApproved && stands && state.equals("approved");
            }
        }
        if (!comments.isEmpty()) {
            states.put(household, "returned");
            returned.add(new Returned(visit, household, comments));
        } else if (allApproved) {
            states.put(household, "approved");
        }
    }

    private String label(String section) {
        return workspace.schema().section(Kind.VISIT, section).map(s -> s.label()).orElse(section);
    }

    private static Set<String> heads(@org.jspecify.annotations.Nullable Section section) {
        var heads = new HashSet<String>();
        if (section != null) {
            section.allHeads().stream().map(Revision::id).forEach(id -> heads.add(id.hex()));
        }
        return heads;
    }

    private static Set<String> of(Values review) {
        var heads = new HashSet<String>();
        Matcher matcher = HEAD.matcher(review.plain("of"));
        while (matcher.find()) {
            heads.add(matcher.group());
        }
        return heads;
    }
}

package zhuhu.flow.review;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import zhuhu.flow.InWords;
import zhuhu.flow.Labels;
import zhuhu.pack.Schema;
import zhuhu.record.Attestation;
import zhuhu.record.FactId;
import zhuhu.record.Kind;
import zhuhu.record.RecordId;
import zhuhu.record.Review;
import zhuhu.record.Revision;
import zhuhu.record.Section;
import zhuhu.record.Stamp;
import zhuhu.record.Value;
import zhuhu.record.Values;
import zhuhu.store.Workspace;

/// Every point that was sent back in a round, answered or not. A point that was approved later is
/// still a point.
public final class ReviewPoints {

    private final Workspace workspace;
    private final ReviewLabels labels;

    private ReviewPoints(Workspace workspace) {
        this.workspace = workspace;
        this.labels = new ReviewLabels(workspace);
    }

    /// Of all households in a round, by village, group and head; open ones of a household first.
    public static List<ReviewPoint> of(Workspace workspace, String round) {
        var visits = new ArrayList<RecordId>();
        workspace.eachRow(
                "SELECT id FROM visit WHERE review_state IS NOT NULL AND round = ?",
                row ->
                        visits.add(
                                new RecordId(
                                        Kind.VISIT, UUID.fromString(row.getOrDefault("id", "")))),
                round);
        return of(workspace, visits);
    }

    /// Of these visits, in the same order.
    public static List<ReviewPoint> of(Workspace workspace, Collection<RecordId> visits) {
        var points = new ReviewPoints(workspace);
        var found = new ArrayList<ReviewPoint>();
        var written = new LinkedHashMap<RecordId, SortedMap<String, Section>>();
        workspace.sections(visits, written::put);
        written.forEach((visit, sections) -> found.addAll(points.ofVisit(visit, sections)));
        found.sort(
                Comparator.comparing(ReviewPoint::place)
                        .thenComparing(ReviewPoint::label)
                        .thenComparing(p -> p.household().text())
                        .thenComparing(p -> !p.isOpen())
                        .thenComparing(ReviewPoint::section));
        return found;
    }

    private List<ReviewPoint> ofVisit(RecordId visit, SortedMap<String, Section> written) {
        var points = new ArrayList<ReviewPoint>();
        Map<FactId, Revision> known = new HashMap<>();
        for (Review review : Review.of(written)) {
            if (known.isEmpty()) {
                workspace.revisions(visit).forEach(r -> known.put(r.id(), r));
            }
            sentBack(review, known)
                    .ifPresent(said -> points.add(point(visit, written, review, said, known)));
        }
        return points;
    }

    /// The newest statement below a review that sent the section back.
    private Optional<Revision> sentBack(Review review, Map<FactId, Revision> known) {
        List<Revision> level = review.sides();
        var seen = new HashSet<FactId>();
        while (!level.isEmpty()) {
            for (Revision one : level) {
                boolean stands = !workspace.attestations(one.id()).isEmpty();
                if (stands && one.values().plain("state").equals(Review.RETURNED)) {
                    return Optional.of(one);
                }
            }
            var below = new TreeSet<FactId>();
            level.forEach(one -> below.addAll(one.supersedes()));
            level =
                    below.stream()
                            .filter(seen::add)
                            .flatMap(id -> Optional.ofNullable(known.get(id)).stream())
                            .toList();
        }
        return Optional.empty();
    }

    private ReviewPoint point(
            RecordId visit,
            SortedMap<String, Section> written,
            Review review,
            Revision said,
            Map<FactId, Revision> known) {
        Optional<RecordId> household = workspace.recordOf(shown(written, "about").plain("subject"));
        Optional<Stamp> asked = stamp(said);
        SortedSet<String> of = Review.spokenOf(said.values());
        SortedSet<String> now = Review.heads(written, review.section());
        boolean answered = !of.equals(now);
        Optional<Stamp> anew =
                now.stream()
                        .filter(head -> !of.contains(head))
                        .flatMap(head -> Optional.ofNullable(known.get(new FactId(head))).stream())
                        .flatMap(head -> stamp(head).stream())
                        .findFirst();
        String comment = review.isContested() ? review.comment() : said.values().plain("comment");
        return new ReviewPoint(
                visit,
                household.orElse(visit),
                household.map(h -> Labels.of(workspace, h)).orElse(""),
                household.map(this::place).orElse(""),
                review.section(),
                labels.of(review.section()),
                comment,
                asked.map(Stamp::by).orElse(""),
                asked.map(s -> minute(s.at())).orElse(""),
                review.state().code(),
                answered ? answer(written, review.section(), said.id()) : "",
                answered ? anew.map(Stamp::by).orElse("") : "",
                answered ? anew.map(s -> minute(s.at())).orElse("") : "",
                answered ? changes(of, written, review.section(), known) : List.of());
    }

    /// Village and group.
    private String place(RecordId subject) {
        if (subject.kind() != Kind.HOUSEHOLD) {
            return Labels.of(workspace, subject);
        }
        Values place = workspace.section(subject, "place").shown();
        String village =
                workspace
                        .recordOf(place.plain("village"))
                        .map(v -> Labels.of(workspace, v))
                        .orElse("");
        return (village + " " + place.plain("group_name")).strip();
    }

    private static String answer(
            SortedMap<String, Section> written, String section, FactId review) {
        Values answer = shown(written, Review.ANSWER + section);
        return Review.spokenOf(answer).contains(review.hex()) ? answer.plain("answer") : "";
    }

    private Optional<Stamp> stamp(Revision revision) {
        return workspace.attestations(revision.id()).stream().map(Attestation::stamp).findFirst();
    }

    /// What stands now against what was looked at.
    private List<ReviewPoint.Difference> changes(
            SortedSet<String> of,
            SortedMap<String, Section> written,
            String section,
            Map<FactId, Revision> known) {
        var before = new TreeMap<String, Values>();
        for (String head : of) {
            Revision revision = known.get(new FactId(head));
            if (revision != null) {
                before.putIfAbsent(revision.section(), revision.values());
            }
        }
        Set<String> names = new TreeSet<>(before.keySet());
        written.keySet().stream()
                .filter(name ->
                        section.equals(Review.WHOLE)
                                ? Review.isReviewable(name)
                                : name.equals(section))
                .forEach(names::add);
        var changes = new ArrayList<ReviewPoint.Difference>();
        for (String name : names) {
            Values was = before.getOrDefault(name, Values.NONE);
            changes.addAll(differences(name, was, shown(written, name)));
        }
        return changes;
    }

    private List<ReviewPoint.Difference> differences(String section, Values was, Values is) {
        var differences = new ArrayList<ReviewPoint.Difference>();
        List<Schema.Property> properties =
                workspace
                        .schema()
                        .section(Kind.VISIT, section)
                        .map(Schema.Section::properties)
                        .orElse(List.of());
        for (Schema.Property property : properties) {
            Optional<Value> before = was.get(property.name());
            Optional<Value> now = is.get(property.name());
            if (!before.equals(now) && !property.label().isBlank()) {
                differences.add(
                        new ReviewPoint.Difference(
                                labels.of(section),
                                property.label(),
                                before.map(v -> InWords.of(property, v)).orElse("—"),
                                now.map(v -> InWords.of(property, v)).orElse("—")));
            }
        }
        return differences;
    }

    private static Values shown(SortedMap<String, Section> written, String name) {
        Section section = written.get(name);
        return section == null ? Values.NONE : section.shown();
    }

    private static String minute(@org.jspecify.annotations.Nullable String at) {
        return at == null ? "" : at.substring(0, Math.min(16, at.length())).replace('T', ' ');
    }
}

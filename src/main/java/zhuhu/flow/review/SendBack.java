package zhuhu.flow.review;

import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Predicate;
import java.util.function.Supplier;
import zhuhu.base.Outcome;
import zhuhu.base.Plain;
import zhuhu.base.Problem;
import zhuhu.flow.Author;
import zhuhu.flow.Labels;
import zhuhu.flow.Progress;
import zhuhu.record.Attestation;
import zhuhu.record.FactId;
import zhuhu.record.How;
import zhuhu.record.RecordId;
import zhuhu.record.Review;
import zhuhu.record.Revision;
import zhuhu.record.Section;
import zhuhu.record.Stamp;
import zhuhu.store.Workspace;

/// Sends visits back with a comment, approves them, and takes either back. What is said speaks of
/// the statements that stand at that moment; whatever is stated anew later is not covered by it.
public final class SendBack {

    private final Workspace workspace;
    private final Author author;
    private final Supplier<LocalDateTime> clock;

    public SendBack(Workspace workspace, Author author, Supplier<LocalDateTime> clock) {
        this.workspace = workspace;
        this.author = author;
        this.clock = clock;
    }

    /// What was sent back. Shape: `sections` as the visit names them, or [Review#WHOLE].
    public record Sent(RecordId visit, List<String> sections) {
        public Sent {
            sections = List.copyOf(sections);
        }
    }

    /// Sends a visit back, or sections of it. `sections`: names or titles of its screens, none for
    /// the whole; a group of a member table means every row of it. Failed: the visit is not
    /// finished, has no such section, or nothing was said.
    public Outcome<Sent> back(RecordId visit, Collection<String> sections, String comment) {
        String words = Plain.text(comment);
        if (words.isEmpty()) {
            return Outcome.failed(Problem.of("sendbackNoComment"));
        }
        SortedMap<String, Section> written = workspace.sections(visit);
        if (!isFinished(written)) {
            return Outcome.failed(
                    Problem.of("sendbackNotFinished", Labels.of(workspace, visit).strip()));
        }
        return named(written, sections)
                .map(names -> {
                    String at = now();
                    workspace.write(writer -> {
                        names.forEach(name ->
                                writer.add(
                                        said(visit, written, name, Review.RETURNED, words),
                                        stamp(at)));
                        return names.size();
                    });
                    return new Sent(visit, names);
                });
    }

    /// Why a visit was not approved.
    public record LeftOut(RecordId visit, List<Problem> why) {
        public LeftOut {
            why = List.copyOf(why);
        }
    }

    /// What approving brought. Shape: `left` those left out, each with every reason; `already`
    /// stood approved.
    public record Approved(List<RecordId> visits, List<LeftOut> left, List<RecordId> already) {
        public Approved {
            visits = List.copyOf(visits);
            left = List.copyOf(left);
            already = List.copyOf(already);
        }
    }

    /// What to do with visits that have open doubts, conflicts or points sent back.
    public enum Open {
        LEFT_OUT,
        APPROVED_TOO
    }

    /// Approves whole visits, all in one transaction. A visit that is not finished is always left
    /// out.
    public Approved approve(Collection<RecordId> visits, Open open, Progress progress) {
        var approved = new ArrayList<RecordId>();
        var left = new ArrayList<LeftOut>();
        var already = new ArrayList<RecordId>();
        var holds = ApprovalHolds.of(workspace, clock.get().toLocalDate());
        String at = now();
        long all = visits.size();
        workspace.write(writer -> {
            long done = 0;
            for (RecordId visit : new LinkedHashSet<>(visits)) {
                progress.at("sendback.step.approve", done++, all);
                SortedMap<String, Section> written = workspace.sections(visit);
                List<Problem> why = holds.of(visit, written);
                boolean stops = why.stream().anyMatch(ApprovalHolds::isFinal);
                if (stops || !why.isEmpty() && open == Open.LEFT_OUT) {
                    left.add(new LeftOut(visit, why));
                } else if (Review.over(written).equals(Optional.of(Review.State.APPROVED))) {
                    already.add(visit);
                } else {
                    approved.add(visit);
                    toApprove(written)
                            .forEach(name ->
                                    writer.add(
                                            said(visit, written, name, Review.APPROVED, ""),
                                            stamp(at)));
                }
            }
            return approved.size();
        });
        return new Approved(approved, left, already);
    }

    /// The whole, and every section of which something else was said.
    private static Set<String> toApprove(SortedMap<String, Section> written) {
        var names = new LinkedHashSet<String>();
        names.add(Review.WHOLE);
        Review.of(written).stream()
                .filter(review -> review.state() != Review.State.APPROVED || review.isContested())
                .map(Review::section)
                .forEach(names::add);
        return names;
    }

    /// Which reviews are taken back.
    public enum What {
        RETURNS(Review.RETURNED),
        APPROVALS(Review.APPROVED);

        private final String state;

        What(String state) {
            this.state = state;
        }
    }

    /// Takes returns or approvals of a visit back, as if they had not been said: what was said
    /// before counts again. `sections` as in [#back], none for all. Failed: there is nothing of the
    /// kind. Done: how many.
    public Outcome<Integer> takeBack(RecordId visit, Collection<String> sections, What what) {
        SortedMap<String, Section> written = workspace.sections(visit);
        Outcome<List<String>> names =
                sections.isEmpty() ? Outcome.done(List.of()) : named(written, sections);
        return names.then(wanted -> takeBack(visit, written, new HashSet<>(wanted), what));
    }

    private Outcome<Integer> takeBack(
            RecordId visit, SortedMap<String, Section> written, Set<String> wanted, What what) {
        Predicate<Review> mine = r -> wanted.isEmpty() || wanted.contains(r.section());
        List<Revision> said =
                Review.of(written).stream()
                        .filter(mine)
                        .flatMap(r -> r.sides().stream())
                        .filter(side -> side.values().plain("state").equals(what.state))
                        .toList();
        List<FactId> behind =
                said.stream()
                        .flatMap(side -> workspace.attestations(side.id()).stream())
                        .map(Attestation::id)
                        .toList();
        if (behind.isEmpty()) {
            return Outcome.failed(
                    Problem.of("sendbackNothing", Labels.of(workspace, visit).strip()));
        }
        String at = now();
        workspace.write(writer -> {
            writer.withdraw(behind, author.name(), author.device(), at, "review");
            return behind.size();
        });
        return Outcome.done(said.size());
    }

    private Revision said(
            RecordId visit,
            SortedMap<String, Section> written,
            String section,
            String state,
            String comment) {
        String name = Review.PREFIX + section;
        List<FactId> before =
                Optional.ofNullable(written.get(name))
                        .map(s -> s.allHeads().stream().map(Revision::id).toList())
                        .orElse(List.of());
        return Revision.of(
                visit, name, before, Review.values(state, comment, Review.heads(written, section)));
    }

    private Stamp stamp(String at) {
        return Stamp.of(author.name(), author.device(), at, How.TYPED, null);
    }

    /// Reason: to the millisecond, because the same thing said again after it was taken back must
    /// be another attestation.
    private String now() {
        return clock.get().truncatedTo(ChronoUnit.MILLIS).toString();
    }

    static boolean isFinished(Map<String, Section> visit) {
        Section finalised = visit.get("finalised");
        return finalised != null && finalised.shown().plain("finalised").equals("1");
    }

    /// The sections that names or titles mean.
    private Outcome<List<String>> named(
            SortedMap<String, Section> written, Collection<String> asked) {
        if (asked.isEmpty()) {
            return Outcome.done(List.of(Review.WHOLE));
        }
        var labels = new ReviewLabels(workspace);
        List<String> there =
                written.keySet().stream()
                        .filter(Review::isReviewable)
                        .filter(name -> !name.equals("finalised"))
                        .toList();
        var names = new LinkedHashSet<String>();
        var problems = new ArrayList<Problem>();
        for (String one : asked) {
            List<String> meant =
                    there.stream()
                            .filter(name -> name.equals(one) || labels.of(name).equals(one))
                            .toList();
            if (meant.isEmpty()) {
                meant = there.stream().filter(name -> name.startsWith(one + "@")).toList();
            }
            if (one.equals(Review.WHOLE)) {
                meant = List.of(Review.WHOLE);
            }
            if (meant.isEmpty()) {
                problems.add(Problem.of("sendbackNoSection", one, String.join(" ", there)));
            }
            names.addAll(meant);
        }
        return problems.isEmpty() ? Outcome.done(List.copyOf(names)) : Outcome.failed(problems);
    }
}

package zhuhu.screen.visit;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import zhuhu.base.Problem;
import zhuhu.check.Finding;
import zhuhu.flow.HouseholdNote;
import zhuhu.flow.Judgement;
import zhuhu.flow.LastTime;
import zhuhu.flow.SentBack;
import zhuhu.flow.Visit.ScreenState;
import zhuhu.form.Failure;
import zhuhu.form.FormNode.Question;
import zhuhu.form.PartView;
import zhuhu.form.PartView.ScreenName;
import zhuhu.form.Ref;
import zhuhu.form.ScreenView;
import zhuhu.form.ScreenView.Item.Asked;
import zhuhu.record.Value;

/// The visit as it stood after an act. Immutable: it crosses from the visit's thread to the
/// window's. Shape: `title` names the household, "" if the form does not know; `last` and
/// `failures` are those of `screen`; `taken` answers were just taken over from last time, and can
/// be taken back; `sentBack` what the township sent back of this visit.
record Snapshot(
        String title,
        List<PartView> parts,
        Map<String, ScreenState> states,
        ScreenView screen,
        Map<Ref, LastTime> last,
        List<Failure> failures,
        Judgement judgement,
        int taken,
        List<SentBack> sentBack,
        Result result) {

    Snapshot {
        sentBack = List.copyOf(sentBack);
        parts = List.copyOf(parts);
        states = Map.copyOf(states);
        last = Map.copyOf(last);
        failures = List.copyOf(failures);
    }

    /// A visit of which nothing was sent back.
    Snapshot(
            String title,
            List<PartView> parts,
            Map<String, ScreenState> states,
            ScreenView screen,
            Map<Ref, LastTime> last,
            List<Failure> failures,
            Judgement judgement,
            int taken,
            Result result) {
        this(title, parts, states, screen, last, failures, judgement, taken, List.of(), result);
    }

    // Reason: each is a moment of its own, to be shown even where the form says the same: what is
    // wrong with a text that was typed stands beside it.
    @Override
    public boolean equals(@Nullable Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }

    /// What the act brought, besides the new state.
    sealed interface Result {

        /// The visit was opened. Shape: `stood` where its visitor stood last, if anywhere; `unread`
        /// what was typed then and could not be read.
        record Opened(Optional<Ref> stood, List<Unread> unread) implements Result {
            public Opened {
                unread = List.copyOf(unread);
            }
        }

        /// What is noted about the household, newest first.
        record Noted(List<HouseholdNote> notes) implements Result {
            public Noted {
                notes = List.copyOf(notes);
            }
        }

        /// Nothing to tell.
        record Quiet() implements Result {}

        /// The screen is not confirmed.
        record Stopped() implements Result {}

        /// A row with this id was added.
        record Added(String row) implements Result {}

        /// The row stays: it was there before this visit.
        record Kept() implements Result {}

        /// What stands between now and the end. `meanwhile` counts the records that somebody else
        /// changed since they were shown here.
        record Review(
                List<Gap> missing,
                List<Difference> differences,
                int meanwhile,
                List<Remark> remarks)
                implements Result {}

        /// What is wrong or odd in what was answered so far.
        record Weighed(List<Remark> remarks) implements Result {}

        record Index(List<Spot> spots) implements Result {}

        record Finalised(List<Problem> doubts) implements Result {}

        /// The file did not take what was entered; it is kept here until it does.
        record Unsaved(Problem why) implements Result {}

        /// A picture that was asked for; no bytes if the file does not have it.
        record Picture(String name, byte[] bytes) implements Result {}

        /// A file that is no picture; the answer is as it was.
        record NoPicture(Problem why) implements Result {}

        /// Finalising was refused; nothing is written.
        record Refused(List<Problem> problems) implements Result {}
    }

    /// Text that was typed for a question and has not its shape.
    record Unread(String screen, Asked asked, String text) {}

    /// A finding and the question where it can be mended. Shape: `earlier` the reason that a former
    /// visit gave for the same doubt, "" if none did.
    record Remark(Finding finding, Spot spot, boolean stops, String earlier) {
        Remark because(String reason) {
            return new Remark(finding.because(reason), spot, stops, earlier);
        }
    }

    /// Something that stops the end, and where it stands.
    record Gap(Spot spot, Failure failure) {}

    /// A question that can be jumped to; `label` with the row's name where it stands in a row.
    record Spot(Ref ref, String screen, String screenLabel, String number, String label) {}

    /// An answer that differs from what was known.
    record Difference(
            Ref ref, String screen, String label, Question question, Value before, Value now) {}

    List<String> screenNames() {
        return parts.stream().flatMap(p -> p.screens().stream()).map(ScreenName::name).toList();
    }

    /// The label of the part that the open screen belongs to.
    String partLabel() {
        return parts.stream()
                .filter(p -> p.screens().stream().anyMatch(s -> s.name().equals(screen.name())))
                .map(PartView::label)
                .findFirst()
                .orElse("");
    }

    /// The first question of the open screen that can be answered and passes.
    Optional<Ref> first(Predicate<Asked> wanted) {
        return VisitActs.asked(screen.items()).stream()
                .filter(a -> !Field.isFixed(a))
                .filter(wanted)
                .map(Asked::ref)
                .findFirst();
    }

    /// Whether the open screen asks this question, and it can be answered.
    boolean asks(Ref ref) {
        return first(a -> a.ref().equals(ref)).isPresent();
    }

    Optional<LastTime> lastTime(Ref ref) {
        return Optional.ofNullable(last.get(ref));
    }

    Snapshot with(Result other) {
        return new Snapshot(
                title, parts, states, screen, last, failures, judgement, taken, sentBack, other);
    }
}

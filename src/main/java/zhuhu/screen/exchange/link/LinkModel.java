package zhuhu.screen.exchange.link;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.IntegerBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableIntegerValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import zhuhu.base.Outcome;
import zhuhu.base.Problem;
import zhuhu.flow.Progress;
import zhuhu.flow.link.AnswerDuplicate.Answered;
import zhuhu.flow.link.AnswerDuplicate.Stands;
import zhuhu.flow.link.Compared;
import zhuhu.screen.Background;
import zhuhu.screen.Job;
import zhuhu.screen.exchange.link.Linking.Line;

/// Pairs that may be one, answered one after the other. The window's thread only.
public final class LinkModel {

    /// What was said last. Shape: `problems` empty where it was done.
    public record Said(Line line, Answer answer, List<String> open, List<Problem> problems) {
        public Said {
            open = List.copyOf(open);
            problems = List.copyOf(problems);
        }
    }

    /// What may be said of a pair.
    public enum Answer {
        SAME,
        NOT_SAME,
        LATER,
        UNDONE
    }

    private record Done(Line line, Answer answer, Optional<Answered> answered) {}

    private final Linking linking;
    private final Background background;
    private final Runnable changed;
    private final ObservableList<Line> lines = FXCollections.observableArrayList();
    private final ObjectProperty<Optional<Line>> chosen =
            new SimpleObjectProperty<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Compared>> compared =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Said>> said =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Job>> looking =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ObjectProperty<Stands> stands = new SimpleObjectProperty<>(Stands.OPEN);
    private final ReadOnlyBooleanWrapper undoable = new ReadOnlyBooleanWrapper();
    private final Deque<Done> done = new ArrayDeque<>();
    private final IntegerBinding open =
            Bindings.createIntegerBinding(
                    () -> (int) lines.stream().filter(line -> !line.pair().later()).count(), lines);
    private boolean stale = true;
    private int answering;

    /// `changed` runs after every answer.
    public LinkModel(Linking linking, Background background, Runnable changed) {
        this.linking = linking;
        this.background = background;
        this.changed = changed;
        chosen.subscribe(_ -> compare());
    }

    /// Something else in the file may have changed: look again when next asked.
    void stale() {
        stale |= answering == 0;
    }

    /// Looks for pairs, unless nothing has changed since.
    public void look() {
        if (!stale || looking.get().isPresent()) {
            return;
        }
        stale = false;
        looking.set(
                Optional.of(
                        background.start(
                                linking::pairs,
                                found -> {
                                    looking.set(Optional.empty());
                                    show(found);
                                },
                                () -> looking.set(Optional.empty()))));
        // Reason: without a thread of its own everything is over by now.
        if (looking.get().filter(job -> job.over().get()).isPresent()) {
            looking.set(Optional.empty());
        }
    }

    private void show(List<Line> found) {
        Optional<Line> before = chosen.get();
        lines.setAll(found);
        chosen.set(
                before.flatMap(was -> lines.stream().filter(l -> isOf(l, was)).findFirst())
                        .or(() -> lines.stream().findFirst()));
    }

    private static boolean isOf(Line one, Line other) {
        return one.pair().link().equals(other.pair().link());
    }

    private void compare() {
        Optional<Line> line = chosen.get();
        compared.set(Optional.empty());
        stands.set(Stands.OPEN);
        line.ifPresent(wanted ->
                background.run(
                        () -> linking.compared(wanted.pair()),
                        found -> {
                            if (chosen.get().equals(line)) {
                                compared.set(Optional.of(found));
                            }
                        }));
    }

    public void same() {
        Stands whose = stands.get();
        chosen.get()
                .ifPresent(
                        line -> answer(line, Answer.SAME, () -> linking.same(line.pair(), whose)));
    }

    public void notTheSame() {
        chosen.get()
                .ifPresent(line ->
                        answer(line, Answer.NOT_SAME, () -> linking.notTheSame(line.pair())));
    }

    private void answer(Line line, Answer answer, Supplier<Outcome<Answered>> act) {
        answering++;
        background.run(
                act,
                outcome -> {
                    answering--;
                    switch (outcome) {
                        case Outcome.Done<Answered>(Answered answered) -> {
                            done.push(new Done(line, answer, Optional.of(answered)));
                            said.set(
                                    Optional.of(
                                            new Said(line, answer, answered.open(), List.of())));
                            take(line);
                            tell();
                        }
                        case Outcome.Failed<Answered>(List<Problem> problems) ->
                                said.set(Optional.of(new Said(line, answer, List.of(), problems)));
                    }
                },
                () -> answering--);
    }

    /// Takes a line from the list and goes on to the next.
    private void take(Line line) {
        int at = lines.indexOf(line);
        if (at >= 0) {
            lines.remove(at);
            chosen.set(
                    lines.isEmpty()
                            ? Optional.empty()
                            : Optional.of(lines.get(Math.min(at, lines.size() - 1))));
        }
    }

    private void tell() {
        undoable.set(!done.isEmpty());
        answering++;
        changed.run();
        answering--;
    }

    /// Puts the pair to the end of the list, or asks it again.
    public void later() {
        chosen.get()
                .ifPresent(line -> {
                    boolean later = !line.pair().later();
                    background.run(
                            () -> {
                                linking.later(line.pair(), later);
                                return linking.pairs(Progress.NONE);
                            },
                            found -> {
                                done.push(new Done(line, Answer.LATER, Optional.empty()));
                                undoable.set(true);
                                said.set(
                                        Optional.of(
                                                new Said(
                                                        line, Answer.LATER, List.of(), List.of())));
                                take(line);
                                show(found);
                            });
                });
    }

    /// Takes the last answer back.
    public void undo() {
        if (done.isEmpty()) {
            return;
        }
        Done last = done.pop();
        undoable.set(!done.isEmpty());
        background.run(
                () -> {
                    last.answered().ifPresent(linking::undo);
                    if (last.answered().isEmpty()) {
                        linking.later(last.line().pair(), last.line().pair().later());
                    }
                    return linking.pairs(Progress.NONE);
                },
                found -> {
                    show(found);
                    lines.stream()
                            .filter(line -> isOf(line, last.line()))
                            .findFirst()
                            .ifPresent(line -> chosen.set(Optional.of(line)));
                    said.set(
                            Optional.of(
                                    new Said(last.line(), Answer.UNDONE, List.of(), List.of())));
                    tell();
                });
    }

    public ObservableList<Line> lines() {
        return lines;
    }

    public ObjectProperty<Optional<Line>> chosen() {
        return chosen;
    }

    /// Both cards of the chosen pair; empty until they are read.
    public ReadOnlyObjectProperty<Optional<Compared>> compared() {
        return compared.getReadOnlyProperty();
    }

    /// Whose word stands where joining opens a conflict.
    public ObjectProperty<Stands> stands() {
        return stands;
    }

    public ReadOnlyObjectProperty<Optional<Said>> said() {
        return said.getReadOnlyProperty();
    }

    /// The search under way.
    public ReadOnlyObjectProperty<Optional<Job>> looking() {
        return looking.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty undoable() {
        return undoable.getReadOnlyProperty();
    }

    /// Pairs that nobody put off.
    public ObservableIntegerValue open() {
        return open;
    }
}

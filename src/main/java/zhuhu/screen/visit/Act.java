package zhuhu.screen.visit;

import java.nio.file.Path;
import java.util.function.Consumer;
import zhuhu.check.Finding;
import zhuhu.flow.TryResult;
import zhuhu.flow.Visit;
import zhuhu.form.Ref;
import zhuhu.record.Value;

/// What a visitor can do at this screen. Acts are done in order, off the window's thread, and each
/// gives a [Snapshot].
sealed interface Act {

    /// Reads the screen that was open last.
    record Look() implements Act {}

    record Answer(Ref ref, Value value) implements Act {}

    /// Keeps text that has not the shape of its question, as it was typed.
    record Typed(Ref ref, String text) implements Act {}

    /// Remembers the question on which the visitor stands.
    record Stand(Ref ref) implements Act {}

    /// One more try that failed: today, by who is at the keyboard.
    record AddTry(TryResult result) implements Act {}

    /// Jots something down about the household; with "" only reads what was noted.
    record Note(String text) implements Act {}

    /// Takes a picture from a file as the answer.
    record Attach(Ref ref, Path file) implements Act {}

    /// Reads a picture that an answer names.
    record Picture(String name) implements Act {}

    /// Changes the language of the form.
    record Speak(String language) implements Act {}

    record AddRow(String repeat) implements Act {}

    record RemoveRow(String repeat, String row) implements Act {}

    record GoTo(String screen) implements Act {}

    /// Confirms the open screen; where nothing stops it, the next one opens, or the last page.
    record Confirm() implements Act {}

    /// Something of several answers, done at once.
    record With(Consumer<Visit> work) implements Act {}

    /// Takes last time's answer wherever there is none yet.
    record TakeLast() implements Act {}

    /// Takes back what the last taking over of last time's answers filled, and opens its screen.
    record UndoTake() implements Act {}

    /// Takes last time's answer wherever there is none yet, then confirms.
    record Same() implements Act {}

    /// What is missing, and what has changed.
    record Review() implements Act {}

    /// Every question of every screen, to jump to.
    record Index() implements Act {}

    record Finalise() implements Act {}

    /// What the pack's checks find in what was answered so far.
    record Weigh() implements Act {}

    /// Keeps the reason given for a doubt; a blank one takes it away.
    record Reason(Finding.Key doubt, String reason) implements Act {}

    /// Tries again to keep what the file did not take.
    record Save() implements Act {}
}

package zhuhu.screen.visit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import zhuhu.form.Failure;
import zhuhu.form.Ref;
import zhuhu.form.ScreenView.Item.Asked;
import zhuhu.record.Value;
import zhuhu.screen.visit.Snapshot.Gap;
import zhuhu.screen.visit.Snapshot.Result;
import zhuhu.screen.visit.Snapshot.Spot;

/// What is wrong with answers: text that could not be read, and what the form says against them.
/// The window's thread only.
final class Faults {

    /// Text that has not the shape of its question: kept as typed, told, and never saved.
    record WrongText(String screen, Asked asked, String text, String key) {}

    private final Map<Ref, WrongText> wrongs = new HashMap<>();
    private final Set<String> tried = new HashSet<>();
    private final Set<Ref> unsaved = new HashSet<>();
    private List<Failure> told = List.of();

    void wrong(String screen, Asked asked, String text, String key) {
        wrongs.put(asked.ref(), new WrongText(screen, asked, text, key));
    }

    /// Forgets the text of a question that was mended; false if there was none.
    boolean mended(Ref ref) {
        return wrongs.remove(ref) != null;
    }

    void rowGone(String row) {
        wrongs.keySet().removeIf(ref -> ref.path().contains("[" + row + "]"));
    }

    /// The visitor wants to leave this screen: from now on what is empty is told too.
    void tried(String screen) {
        tried.add(screen);
    }

    /// Takes over what the form says of the open screen. A question that is only empty is not
    /// scolded before its screen was to be left.
    void look(Snapshot now) {
        if (tried.contains(now.screen().name())) {
            told = now.failures();
            return;
        }
        Set<Ref> open =
                VisitActs.asked(now.screen().items()).stream()
                        .filter(a -> a.value().equals(Value.EMPTY))
                        .map(Asked::ref)
                        .collect(Collectors.toSet());
        told = now.failures().stream().filter(f -> !open.contains(f.ref())).toList();
    }

    /// What is to be told of the open screen, in form order.
    List<Failure> told() {
        return told;
    }

    Optional<Failure> told(Ref ref) {
        return told.stream().filter(f -> f.ref().equals(ref)).findFirst();
    }

    /// The file did not take this answer.
    void unsaved(Ref ref) {
        unsaved.add(ref);
    }

    /// The file has taken everything.
    void saved() {
        unsaved.clear();
    }

    boolean isUnsaved(Ref ref) {
        return unsaved.contains(ref);
    }

    Optional<WrongText> wrong(Ref ref) {
        return Optional.ofNullable(wrongs.get(ref));
    }

    /// The first unreadable text on a screen, on any if "".
    Optional<WrongText> firstWrong(String screen) {
        return wrongs.values().stream()
                .filter(w -> screen.isEmpty() || w.screen().equals(screen))
                .findFirst();
    }

    /// What stops the end: first what was typed and could not be read, then what the review found.
    List<Gap> missing(Optional<Result.Review> review, Function<WrongText, String> words) {
        var gaps = new ArrayList<Gap>();
        wrongs.values().forEach(w -> gaps.add(gap(w, words.apply(w))));
        review.map(Result.Review::missing).orElse(List.of()).stream()
                .filter(g -> !wrongs.containsKey(g.failure().ref()))
                .forEach(gaps::add);
        return gaps;
    }

    private static Gap gap(WrongText wrong, String message) {
        Asked asked = wrong.asked();
        var spot = new Spot(asked.ref(), wrong.screen(), "", asked.number(), asked.label());
        return new Gap(spot, new Failure(asked.ref(), wrong.screen(), "shape", message));
    }
}

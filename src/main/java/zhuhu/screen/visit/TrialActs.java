package zhuhu.screen.visit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import zhuhu.flow.TrialForm;
import zhuhu.flow.Visit.ScreenState;
import zhuhu.form.FormSession;
import zhuhu.form.PartView;
import zhuhu.form.PartView.ScreenName;
import zhuhu.form.ScreenView;
import zhuhu.screen.visit.Snapshot.Gap;
import zhuhu.screen.visit.Snapshot.Result;
import zhuhu.screen.visit.Snapshot.Spot;

/// Does acts on a form that is only tried out: about nobody, and nothing is written. One thread at
/// a time, never the window's.
final class TrialActs implements Function<Act, Snapshot> {

    private final TrialForm trial;
    private final FormSession session;
    private final Map<String, ScreenState> states = new HashMap<>();
    private String current = "";

    TrialActs(TrialForm trial) {
        this.trial = trial;
        this.session = trial.session();
    }

    @Override
    public Snapshot apply(Act act) {
        return switch (act) {
            case Act.Answer(var ref, var value) -> {
                session.answer(ref, value);
                states.put(screen(), ScreenState.STARTED);
                yield snapshot(new Result.Quiet());
            }
            case Act.Attach(var ref, var file) ->
                    snapshot(
                            trial.attach(ref, file)
                                    .<Result>map(Result.NoPicture::new)
                                    .orElseGet(Result.Quiet::new));
            case Act.Picture(String name) ->
                    snapshot(new Result.Picture(name, trial.picture(name)));
            case Act.Speak(String language) -> {
                session.speak(language);
                yield snapshot(new Result.Quiet());
            }
            case Act.AddRow(String repeat) -> snapshot(new Result.Added(session.addRow(repeat)));
            case Act.RemoveRow(String repeat, String row) -> {
                session.removeRow(repeat, row);
                yield snapshot(new Result.Quiet());
            }
            case Act.GoTo(String screen) -> {
                current = screen;
                yield snapshot(new Result.Quiet());
            }
            case Act.Confirm _, Act.Same _ -> confirm();
            case Act.Review _, Act.Finalise _ -> review();
            case Act.Index _ -> snapshot(new Result.Index(spots()));
            case Act.Weigh _ -> snapshot(new Result.Weighed(List.of()));
            case Act.Note _ -> snapshot(new Result.Noted(List.of()));
            case Act.Look _,
                    Act.Typed _,
                    Act.Stand _,
                    Act.AddTry _,
                    Act.With _,
                    Act.TakeLast _,
                    Act.UndoTake _,
                    Act.Reason _,
                    Act.Save _ ->
                    snapshot(new Result.Quiet());
        };
    }

    private Snapshot confirm() {
        String screen = screen();
        boolean stopped = !session.failures(screen).isEmpty();
        states.put(screen, stopped ? ScreenState.STOPPED : ScreenState.CONFIRMED);
        if (stopped) {
            return snapshot(new Result.Stopped());
        }
        List<String> names = names();
        int next = names.indexOf(screen) + 1;
        if (next == names.size()) {
            return review();
        }
        current = names.get(next);
        return snapshot(new Result.Quiet());
    }

    /// What is missing; a form that is tried out is never finalised.
    private Snapshot review() {
        Map<zhuhu.form.Ref, Spot> spots = new HashMap<>();
        spots().forEach(spot -> spots.put(spot.ref(), spot));
        List<Gap> gaps =
                session.failures().stream()
                        .map(f ->
                                new Gap(
                                        spots.getOrDefault(
                                                f.ref(), new Spot(f.ref(), f.screen(), "", "", "")),
                                        f))
                        .toList();
        return snapshot(new Result.Review(gaps, List.of(), 0, List.of()));
    }

    private List<Spot> spots() {
        var spots = new ArrayList<Spot>();
        for (String name : names()) {
            ScreenView screen = session.screen(name);
            VisitActs.asked(screen.items())
                    .forEach(a ->
                            spots.add(
                                    new Spot(
                                            a.ref(), name, screen.label(), a.number(), a.label())));
        }
        return spots;
    }

    private Snapshot snapshot(Result result) {
        String name = screen();
        return new Snapshot(
                "",
                session.parts(),
                states(),
                session.screen(name),
                Map.of(),
                session.failures(name),
                trial.judgement(),
                0,
                result);
    }

    private String screen() {
        List<String> names = names();
        return names.contains(current) ? current : names.getFirst();
    }

    private List<String> names() {
        return session.parts().stream()
                .map(PartView::screens)
                .flatMap(List::stream)
                .map(ScreenName::name)
                .toList();
    }

    private Map<String, ScreenState> states() {
        var all = new HashMap<String, ScreenState>();
        names().forEach(name ->
                all.put(name, Optional.ofNullable(states.get(name)).orElse(ScreenState.UNTOUCHED)));
        return all;
    }
}

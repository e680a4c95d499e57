package zhuhu.screen.visit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import zhuhu.flow.Judgement;
import zhuhu.flow.Judgement.Standard;
import zhuhu.flow.Judgement.State;
import zhuhu.flow.LastTime;
import zhuhu.flow.Visit.ScreenState;
import zhuhu.form.AnswerKind;
import zhuhu.form.Choice;
import zhuhu.form.Failure;
import zhuhu.form.FormNode.Question;
import zhuhu.form.PartView;
import zhuhu.form.PartView.ScreenName;
import zhuhu.form.Ref;
import zhuhu.form.ScreenView;
import zhuhu.form.ScreenView.Item;
import zhuhu.form.ScreenView.Item.Asked;
import zhuhu.record.Value;
import zhuhu.screen.visit.Snapshot.Gap;
import zhuhu.screen.visit.Snapshot.Remark;
import zhuhu.screen.visit.Snapshot.Result;
import zhuhu.screen.visit.Snapshot.Spot;
import zhuhu.screen.visit.Snapshot.Unread;

/// A visit of three screens kept in memory, for the screen's model alone. It requires `visited_on`
/// and a proper `id_no`, and asks `why` only where `agreed` is 0.
final class SampleVisit implements Function<Act, Snapshot> {

    static final Ref VISITED_ON = new Ref("doorstep/arrival/visited_on");
    static final Ref AGREED = new Ref("doorstep/arrival/agreed");
    static final Ref WHY = new Ref("doorstep/arrival/why");
    static final Ref PEOPLE = new Ref("doorstep/arrival/people");
    static final Ref ROOF = new Ref("check/house/roof");
    static final Ref CAUSES = new Ref("check/house/causes");

    List<Remark> remarks = List.of();
    final List<Act> seen = new ArrayList<>();
    final Map<Ref, Value> values = new HashMap<>();
    final Map<Ref, LastTime> last = new HashMap<>();
    private final Map<String, ScreenState> states = new HashMap<>();
    private final List<String> screens = List.of("arrival", "house");
    Optional<Ref> stood = Optional.empty();
    List<Unread> unread = List.of();
    private String current = "arrival";

    SampleVisit() {
        last.put(PEOPLE, new LastTime(Value.number(4), List.of()));
        last.put(ROOF, new LastTime(Value.text("tile"), List.of()));
        values.put(ROOF, Value.text("tile"));
    }

    @Override
    public Snapshot apply(Act act) {
        seen.add(act);
        return switch (act) {
            case Act.Look() -> snapshot(new Result.Opened(stood, unread));
            case Act.Save _,
                    Act.AddRow _,
                    Act.RemoveRow _,
                    Act.With _,
                    Act.Typed _,
                    Act.Stand _,
                    Act.AddTry _,
                    Act.UndoTake _,
                    Act.Attach _,
                    Act.Picture _,
                    Act.Speak _ ->
                    snapshot(new Result.Quiet());
            case Act.Note _ -> snapshot(new Result.Noted(List.of()));
            case Act.Weigh() -> snapshot(new Result.Weighed(remarks));
            case Act.Reason _ -> snapshot(new Result.Quiet());
            case Act.Answer(Ref ref, Value value) -> {
                values.put(ref, value);
                yield snapshot(new Result.Quiet());
            }
            case Act.GoTo(String screen) -> {
                current = screen;
                yield snapshot(new Result.Quiet());
            }
            case Act.TakeLast() -> {
                take();
                yield snapshot(new Result.Quiet());
            }
            case Act.Confirm() -> confirm();
            case Act.Same() -> {
                take();
                yield confirm();
            }
            case Act.Review() -> review();
            case Act.Index() -> snapshot(new Result.Index(List.of(spot(ROOF, "house"))));
            case Act.Finalise() ->
                    snapshot(
                            failures().isEmpty()
                                    ? new Result.Finalised(List.of())
                                    : new Result.Refused(List.of()));
        };
    }

    private void take() {
        last.forEach((ref, known) -> values.putIfAbsent(ref, known.value()));
    }

    private Snapshot confirm() {
        boolean stopped = failures().stream().anyMatch(f -> f.screen().equals(current));
        states.put(current, stopped ? ScreenState.STOPPED : ScreenState.CONFIRMED);
        if (stopped) {
            return snapshot(new Result.Stopped());
        }
        int next = screens.indexOf(current) + 1;
        if (next == screens.size()) {
            return review();
        }
        current = screens.get(next);
        return snapshot(new Result.Quiet());
    }

    private Snapshot review() {
        var gaps = failures().stream().map(f -> new Gap(spot(f.ref(), f.screen()), f)).toList();
        return snapshot(new Result.Review(gaps, List.of(), 0, remarks));
    }

    private static Spot spot(Ref ref, String screen) {
        return new Spot(ref, screen, screen, "1.1", ref.name());
    }

    private List<Failure> failures() {
        return values.getOrDefault(VISITED_ON, Value.EMPTY).equals(Value.EMPTY)
                ? List.of(new Failure(VISITED_ON, "arrival", "required", ""))
                : List.of();
    }

    private Snapshot snapshot(Result result) {
        var parts =
                List.of(
                        new PartView("doorstep", "入户", List.of(new ScreenName("arrival", "到户", 1))),
                        new PartView("check", "核实", List.of(new ScreenName("house", "住房", 2))));
        var here = failures().stream().filter(f -> f.screen().equals(current)).toList();
        var judgement =
                new Judgement("", List.of(new Standard("holds_housing", "住房", State.UNKNOWN, "")));
        return new Snapshot("石阿才", parts, states, screen(), last, here, judgement, 0, result);
    }

    private ScreenView screen() {
        return current.equals("arrival")
                ? new ScreenView("arrival", "doorstep", "到户", arrival())
                : new ScreenView("house", "check", "住房", house());
    }

    private List<Item> arrival() {
        var items = new ArrayList<Item>();
        items.add(asked(VISITED_ON, "1.1", AnswerKind.DATE, "走访日期", List.of()));
        items.add(asked(AGREED, "1.2", AnswerKind.ONE, "是否同意", yesNo()));
        if (values.getOrDefault(AGREED, Value.EMPTY).equals(Value.text("0"))) {
            items.add(asked(WHY, "1.3", AnswerKind.TEXT, "原因", List.of()));
        }
        items.add(asked(PEOPLE, "1.4", AnswerKind.INTEGER, "家庭人口（人）", List.of()));
        return items;
    }

    private List<Item> house() {
        return List.of(
                asked(
                        ROOF,
                        "2.1",
                        AnswerKind.ONE,
                        "屋面",
                        List.of(new Choice("tile", "瓦"), new Choice("slab", "现浇"))),
                asked(
                        CAUSES,
                        "2.2",
                        AnswerKind.MANY,
                        "其他致贫原因",
                        List.of(
                                new Choice("01", "因病"),
                                new Choice("02", "因残"),
                                new Choice("03", "因学"))));
    }

    static List<Choice> yesNo() {
        return List.of(new Choice("1", "是"), new Choice("0", "否"));
    }

    Optional<Value> value(Ref ref) {
        return Optional.ofNullable(values.get(ref));
    }

    private Asked asked(
            Ref ref, String number, AnswerKind kind, String label, List<Choice> choices) {
        var question =
                new Question(
                        ref.name(),
                        "",
                        kind,
                        label,
                        "",
                        "",
                        "",
                        choices,
                        false,
                        ref.equals(VISITED_ON),
                        false,
                        Optional.empty());
        return new Asked(
                ref,
                number,
                question,
                label,
                "",
                question.required(),
                false,
                choices,
                values.getOrDefault(ref, Value.EMPTY));
    }
}

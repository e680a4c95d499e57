package zhuhu.screen.visit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import zhuhu.flow.Judgement;
import zhuhu.flow.LastTime;
import zhuhu.flow.edit.DirectEdit;
import zhuhu.form.Failure;
import zhuhu.form.Ref;
import zhuhu.form.ScreenView;
import zhuhu.form.ScreenView.Item;
import zhuhu.form.ScreenView.Item.Asked;
import zhuhu.record.Value;
import zhuhu.screen.visit.Snapshot.Result;

/// The questions of a few sections of the register as one screen. One thread at a time, never the
/// window's.
final class EditActs implements Function<Act, Snapshot> {

    private static final String SCREEN = "edit";
    private static final Set<String> RECORDS = Set.of("household", "village");

    private final DirectEdit edit;
    private final List<String> sections;

    EditActs(DirectEdit edit, List<String> sections) {
        this.edit = edit;
        this.sections = List.copyOf(sections);
    }

    @Override
    public Snapshot apply(Act act) {
        if (act instanceof Act.Answer(Ref ref, var value)) {
            edit.answer(ref, value);
        }
        return snapshot();
    }

    private Snapshot snapshot() {
        var items = new ArrayList<Item>();
        var failures = new ArrayList<Failure>();
        for (String section : sections) {
            ScreenView screen = edit.screen(section);
            if (sections.size() > 1) {
                items.add(new Item.Heading(section, screen.label()));
            }
            items.addAll(screen.items().stream().filter(EditActs::isForPeople).toList());
            edit.failures(section)
                    .forEach(
                            f -> failures.add(new Failure(f.ref(), SCREEN, f.code(), f.message())));
        }
        var screen = new ScreenView(SCREEN, "", "", items);
        Map<Ref, LastTime> last = new HashMap<>();
        for (Asked asked : VisitActs.asked(items)) {
            edit.lastTime(asked.ref()).ifPresent(known -> last.put(asked.ref(), known));
        }
        return new Snapshot(
                "",
                List.of(),
                Map.of(),
                screen,
                last,
                failures,
                new Judgement("", List.of()),
                0,
                new Result.Quiet());
    }

    /// Record numbers say nothing to people, nor do answers that nobody can give and nobody gave.
    private static boolean isForPeople(Item item) {
        return !(item instanceof Asked asked)
                || !asked.readOnly()
                || asked.question().calculated()
                || !RECORDS.contains(asked.ref().name()) && !asked.value().equals(Value.EMPTY);
    }
}

package zhuhu.form.engine;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import zhuhu.base.Outcome;
import zhuhu.base.Problem;
import zhuhu.form.CompiledForm;
import zhuhu.form.FormSession;
import zhuhu.form.Ref;
import zhuhu.form.ScreenView;
import zhuhu.form.ScreenView.Item;
import zhuhu.form.SessionStart;
import zhuhu.record.Value;
import zhuhu.record.Values;

/// A visit being prepared, so that tests read as a story: who lives there, what is known, open.
final class Story {

    static final LocalDateTime MORNING = LocalDateTime.of(2017, 3, 15, 9, 30);

    private final CompiledForm form;
    private final Map<String, Value> known = new LinkedHashMap<>();
    private final Map<String, List<SessionStart.RowStart>> rows = new LinkedHashMap<>();
    private LocalDateTime now = MORNING;
    private Optional<byte[]> draft = Optional.empty();

    private Story(CompiledForm form) {
        this.form = form;
    }

    static Story of(CompiledForm form) {
        return new Story(form);
    }

    Story known(String question, String value) {
        known.put(question, Value.text(value));
        return this;
    }

    Story known(String question, Value value) {
        known.put(question, value);
        return this;
    }

    Story row(String repeat, String id, Map<String, Value> values) {
        rows.computeIfAbsent(repeat, _ -> new ArrayList<>())
                .add(new SessionStart.RowStart(id, values));
        return this;
    }

    Story member(String id, String name) {
        return row("members", id, Map.of("person_name", Value.text(name)));
    }

    Story at(LocalDateTime time) {
        now = time;
        return this;
    }

    Story from(byte[] saved) {
        draft = Optional.of(saved);
        return this;
    }

    FormSession open() {
        return switch (FormEngine.open(start())) {
            case Outcome.Done<FormSession>(FormSession session) -> session;
            case Outcome.Failed<FormSession>(List<Problem> problems) ->
                    throw new AssertionError(problems.toString());
        };
    }

    Problem refused() {
        return switch (FormEngine.open(start())) {
            case Outcome.Done<FormSession> _ -> throw new AssertionError("it opened");
            case Outcome.Failed<FormSession>(List<Problem> problems) -> problems.getFirst();
        };
    }

    private SessionStart start() {
        return new SessionStart(
                form,
                "韦建国",
                "laptop-1",
                now,
                known,
                rows,
                (repeat, number) -> repeat + "-" + number,
                draft);
    }

    // ---- reading a session

    static Ref at(FormSession session, String question) {
        return at(session, question, "");
    }

    static Ref at(FormSession session, String question, String row) {
        return session.find(question, row).getFirst();
    }

    static String said(FormSession session, String question) {
        return said(session, question, "");
    }

    static String said(FormSession session, String question, String row) {
        return session.value(at(session, question, row)).plain();
    }

    static void answer(FormSession session, String question, String text) {
        session.answer(at(session, question), Value.text(text));
    }

    /// A section of what the form says now; throws where it is absent.
    static Values section(FormSession session, String name) {
        return Objects.requireNonNull(session.submission().sections().get(name), name);
    }

    static Item.Asked asked(FormSession session, String screen, String question) {
        return all(session.screen(screen).items()).stream()
                .filter(Item.Asked.class::isInstance)
                .map(Item.Asked.class::cast)
                .filter(asked -> asked.question().name().equals(question))
                .findFirst()
                .orElseThrow();
    }

    static List<ScreenView.Row> rowsOf(FormSession session, String screen, String repeat) {
        return all(session.screen(screen).items()).stream()
                .filter(item -> item instanceof Item.Table t && t.repeat().equals(repeat))
                .map(item -> ((Item.Table) item).rows())
                .findFirst()
                .orElseThrow();
    }

    static List<Item> all(List<Item> items) {
        var all = new ArrayList<Item>();
        for (Item item : items) {
            all.add(item);
            if (item instanceof Item.Table table) {
                table.rows().forEach(row -> all.addAll(all(row.items())));
            }
        }
        return all;
    }
}

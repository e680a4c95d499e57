package zhuhu.form.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.javarosa.model.xform.XFormSerializingVisitor;
import zhuhu.base.Texts;
import zhuhu.form.AnswerKind;
import zhuhu.form.CompiledForm;
import zhuhu.form.Failure;
import zhuhu.form.FormNode;
import zhuhu.form.FormNode.Question;
import zhuhu.form.FormSession;
import zhuhu.form.PartView;
import zhuhu.form.Ref;
import zhuhu.form.ScreenView;
import zhuhu.form.SessionStart;
import zhuhu.form.Submission;
import zhuhu.record.Value;

/// A form open in JavaRosa. Every call holds the engine's lock.
final class JavaRosaSession implements FormSession {

    private final SessionStart start;
    private final Instance instance;
    private final RowMaker maker;
    private final CountedRows counted;
    private final String started;
    private final Screens screens;
    private final Checks checks;

    JavaRosaSession(
            SessionStart start,
            Instance instance,
            RowMaker maker,
            CountedRows counted,
            String started) {
        this.start = start;
        this.instance = instance;
        this.maker = maker;
        this.counted = counted;
        this.started = started;
        this.screens = new Screens(instance, start.form().form());
        this.checks = new Checks(instance, screens, Texts.chinese());
    }

    @Override
    public CompiledForm form() {
        return start.form();
    }

    @Override
    public List<PartView> parts() {
        return FormEngine.locked(screens::parts);
    }

    @Override
    public ScreenView screen(String name) {
        return FormEngine.locked(() -> screens.screen(name));
    }

    @Override
    public List<Ref> find(String question, String row) {
        return FormEngine.locked(() ->
                instance.layout().questions(question).stream()
                        .flatMap(place -> instance.paths(place).stream())
                        .filter(path -> rowOf(path).equals(row))
                        .map(Ref::new)
                        .toList());
    }

    private static String rowOf(String path) {
        int end = path.lastIndexOf(']');
        return end < 0 ? "" : path.substring(path.lastIndexOf('[') + 1, end);
    }

    @Override
    public boolean isRelevant(Ref ref) {
        return FormEngine.locked(() -> instance.isRelevant(instance.spot(ref.path())));
    }

    @Override
    public void answer(Ref ref, Value value) {
        FormEngine.locked(() -> {
            Instance.Spot spot = instance.spot(ref.path());
            Question question = question(spot);
            if (question.calculated() || question.kind() == AnswerKind.NONE) {
                throw new IllegalArgumentException(ref.path() + " takes no answer");
            }
            instance.set(spot, Answers.data(question, value));
            counted.settle();
            return ref;
        });
    }

    @Override
    public Value value(Ref ref) {
        return FormEngine.locked(() -> {
            Instance.Spot spot = instance.spot(ref.path());
            return screens.value(spot, question(spot));
        });
    }

    private static Question question(Instance.Spot spot) {
        if (spot.node() instanceof Question question) {
            return question;
        }
        throw new IllegalArgumentException(spot.path() + " is no question");
    }

    @Override
    public List<String> rows(String repeat) {
        return FormEngine.locked(() ->
                instance.rows().rows(repeat(repeat).path()).stream().map(RowBook.Row::id).toList());
    }

    @Override
    public String addRow(String repeat) {
        return FormEngine.locked(() -> {
            Instance.Spot spot = repeat(repeat);
            return CountedRows.isCounted(spot) ? counted.reserve(spot) : added(spot);
        });
    }

    private String added(Instance.Spot repeat) {
        String id = maker.addNew(repeat);
        counted.settle();
        return id;
    }

    @Override
    public void addRow(String repeat, String id) {
        FormEngine.locked(() -> {
            Instance.Spot spot = repeat(repeat);
            if (CountedRows.isCounted(spot)) {
                counted.reserve(spot, id);
            } else {
                maker.addNew(spot, id);
                counted.settle();
            }
            return id;
        });
    }

    @Override
    public void removeRow(String repeat, String id) {
        FormEngine.locked(() -> {
            maker.remove(repeat(repeat), id);
            return id;
        });
    }

    /// A repeat by its name, or, inside rows, by its path as [ScreenView.Item.Table] gives it.
    private Instance.Spot repeat(String repeat) {
        String path = repeat.contains("/") ? repeat : instance.layout().repeat(repeat);
        Instance.Spot spot = instance.spot(path);
        if (!(spot.node() instanceof FormNode.Repeat) || path.endsWith("]")) {
            throw new IllegalArgumentException(repeat + " is no repeat");
        }
        return spot;
    }

    @Override
    public List<Failure> failures(String screen) {
        return FormEngine.locked(() -> checks.failures(screen));
    }

    @Override
    public List<Failure> failures() {
        return FormEngine.locked(checks::failures);
    }

    @Override
    public List<String> languages() {
        return start.form().form().languages();
    }

    @Override
    public String language() {
        return FormEngine.locked(screens::language);
    }

    @Override
    public void speak(String language) {
        FormEngine.locked(() -> {
            screens.speak(language);
            return language;
        });
    }

    @Override
    public byte[] draft() {
        return FormEngine.locked(() -> {
            try {
                // Reason: `true` would leave out hidden and irrelevant answers.
                byte[] saved =
                        new XFormSerializingVisitor(false)
                                .serializeInstance(instance.form().getMainInstance());
                return new Draft(started, instance.rows(), saved).write();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    @Override
    public Submission submission() {
        return FormEngine.locked(() -> Statement.of(instance, started, start.now().toString()));
    }

    @Override
    public void close() {
        // Reason: the engine keeps nothing of a session; what it holds goes with it.
    }
}

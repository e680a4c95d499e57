package zhuhu.screen.form;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import zhuhu.base.Outcome;
import zhuhu.base.Problem;
import zhuhu.flow.TrialForm;
import zhuhu.flow.form.FormDifferences.Difference;
import zhuhu.flow.form.FormVersions.Version;
import zhuhu.screen.Background;

/// The forms and what was asked about them last. The window's thread only.
public final class FormsModel {

    /// What the last act brought.
    public sealed interface Said {
        record Nothing() implements Said {}

        record Loaded(String form) implements Said {}

        record Written(Path file) implements Said {}

        record Refused(List<Problem> problems) implements Said {}

        record Compared(Version older, List<Difference> differences) implements Said {}
    }

    private final Forms forms;
    private final Background background;
    private final Consumer<TrialForm> show;
    private final ReadOnlyObjectWrapper<List<Version>> versions =
            new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Said> said =
            new ReadOnlyObjectWrapper<>(new Said.Nothing());

    /// `show` opens a form that is tried out.
    public FormsModel(Forms forms, Background background, Consumer<TrialForm> show) {
        this.forms = forms;
        this.background = background;
        this.show = show;
    }

    public ReadOnlyObjectProperty<List<Version>> versions() {
        return versions.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Said> said() {
        return said.getReadOnlyProperty();
    }

    public void refresh() {
        background.run(forms::versions, versions::set);
    }

    void load(Path file) {
        background.run(
                () -> forms.load(file),
                loaded -> {
                    tell(loaded, Said.Loaded::new);
                    refresh();
                });
    }

    void compare(Version older) {
        Optional<Version> current =
                versions.get().stream()
                        .filter(v -> v.current() && v.id().equals(older.id()))
                        .findFirst();
        current.ifPresent(now ->
                background.run(
                        () -> forms.differences(older, now),
                        found -> tell(found, d -> new Said.Compared(older, d))));
    }

    void write(Version version, Path out) {
        background.run(() -> forms.write(version, out), done -> tell(done, Said.Written::new));
    }

    void tryOut(Version version) {
        background.run(
                () -> forms.tryOut(version),
                opened -> {
                    switch (opened) {
                        case Outcome.Done<TrialForm>(TrialForm trial) -> show.accept(trial);
                        case Outcome.Failed<TrialForm>(List<Problem> problems) ->
                                said.set(new Said.Refused(problems));
                    }
                });
    }

    private interface Telling<T> {
        Said of(T value);
    }

    private <T> void tell(Outcome<T> outcome, Telling<T> words) {
        switch (outcome) {
            case Outcome.Done<T>(T value) -> said.set(words.of(value));
            case Outcome.Failed<T>(List<Problem> problems) -> said.set(new Said.Refused(problems));
        }
    }
}

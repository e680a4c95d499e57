package zhuhu.screen.setting;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import zhuhu.base.Problem;
import zhuhu.screen.Background;
import zhuhu.screen.setting.Care.About;

/// What is known of the open file, and its care. The window's thread only.
public final class SettingsModel {

    /// How the care of the file stands.
    public sealed interface Checkup {
        record None() implements Checkup {}

        record Running() implements Checkup {}

        record Sound() implements Checkup {}

        record Rebuilt() implements Checkup {}

        record Wrong(List<Problem> problems) implements Checkup {
            public Wrong {
                problems = List.copyOf(problems);
            }
        }
    }

    private final Care care;
    private final Background background;
    private final ReadOnlyObjectWrapper<Optional<About>> about =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Checkup> checkup =
            new ReadOnlyObjectWrapper<>(new Checkup.None());

    public SettingsModel(Care care, Background background) {
        this.care = care;
        this.background = background;
    }

    public void refresh() {
        background.run(care::about, read -> about.set(Optional.of(read)));
    }

    public ReadOnlyObjectProperty<Optional<About>> about() {
        return about.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Checkup> checkup() {
        return checkup.getReadOnlyProperty();
    }

    public void verify() {
        checkup.set(new Checkup.Running());
        background.run(
                care::verify,
                problems ->
                        checkup.set(
                                problems.isEmpty()
                                        ? new Checkup.Sound()
                                        : new Checkup.Wrong(problems)),
                () -> checkup.set(new Checkup.None()));
    }

    public void rebuild() {
        checkup.set(new Checkup.Running());
        background.run(
                () -> {
                    care.rebuild();
                    return true;
                },
                _ -> checkup.set(new Checkup.Rebuilt()),
                () -> checkup.set(new Checkup.None()));
    }
}

package zhuhu.screen.start;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import zhuhu.base.Outcome;
import zhuhu.base.Problem;
import zhuhu.screen.Background;
import zhuhu.screen.Desk;
import zhuhu.store.Passphrase;
import zhuhu.store.SlipCode;

/// Opening and making workspaces. The window's thread only. `W` is an open workspace.
public final class StartModel<W> {

    private static final List<String> LOCKED = List.of("bookNeedsPassword", "bookWrongPassword");

    private final Doors<W> doors;
    private final Background background;
    private final Desk desk;
    private final Consumer<W> enter;
    private final BooleanProperty working = new SimpleBooleanProperty();
    private final ObservableList<Problem> problems = FXCollections.observableArrayList();
    private final ObservableList<Doors.Campaign> campaigns = FXCollections.observableArrayList();

    private final ReadOnlyObjectWrapper<Doors.@Nullable Task> task = new ReadOnlyObjectWrapper<>();
    private final BooleanProperty needsPassword = new SimpleBooleanProperty();

    /// `enter` is called with each workspace that was opened or made.
    public StartModel(Doors<W> doors, Background background, Desk desk, Consumer<W> enter) {
        this.doors = doors;
        this.background = background;
        this.desk = desk;
        this.enter = enter;
    }

    /// Whether a file is being opened or made just now.
    public BooleanProperty working() {
        return working;
    }

    /// Why the last attempt failed.
    public ObservableList<Problem> problems() {
        return problems;
    }

    public ObservableList<Doors.Campaign> campaigns() {
        return campaigns;
    }

    /// Files opened lately that are still there.
    public List<Path> recent() {
        return desk.now().recent().stream().filter(Files::exists).toList();
    }

    public void readCampaigns() {
        background.run(doors::campaigns, campaigns::setAll);
    }

    public void forget(Path file) {
        desk.change(installation -> installation.forgotten(file));
    }

    public void open(Path file, String passphrase) {
        Optional<Passphrase> typed = Passphrase.of(passphrase);
        if (typed.isEmpty()) {
            problems.setAll(Problem.of("passphraseShort"));
            return;
        }
        attempt(file, typed.get(), pass -> doors.open(file, pass));
    }

    public void create(Path file, String pack, String passphrase, String again) {
        Optional<Passphrase> typed = Passphrase.of(passphrase);
        if (typed.isEmpty()) {
            problems.setAll(Problem.of("passphraseShort"));
        } else if (!passphrase.equals(again)) {
            problems.setAll(Problem.of("passphraseDiffers"));
        } else {
            attempt(file, typed.get(), pass -> doors.create(file, pass, pack));
        }
    }

    /// The task workbook that was looked at; null where none could be read.
    public ReadOnlyObjectProperty<Doors.@Nullable Task> task() {
        return task.getReadOnlyProperty();
    }

    /// Whether the task workbook opens with a password only, and none or a wrong one was given.
    public BooleanProperty needsPassword() {
        return needsPassword;
    }

    /// Looks whose task a workbook is. Shape: `password` "" for none.
    public void look(Path file, String password) {
        problems.clear();
        working.set(true);
        task.set(null);
        background.run(
                () -> doors.look(file, given(password)),
                outcome -> {
                    working.set(false);
                    looked(outcome, password);
                },
                () -> working.set(false));
    }

    private void looked(Outcome<Doors.Task> outcome, String password) {
        switch (outcome) {
            case Outcome.Done<Doors.Task>(Doors.Task found) -> {
                needsPassword.set(false);
                task.set(found);
            }
            case Outcome.Failed<Doors.Task>(List<Problem> why) -> {
                boolean locked = why.stream().anyMatch(p -> LOCKED.contains(p.code()));
                needsPassword.set(locked);
                // Reason: that it has a password is no mistake until one was typed.
                problems.setAll(locked && password.isEmpty() ? List.of() : why);
            }
        }
    }

    /// Begins with a task workbook. Shape: `password` of the workbook, "" for none.
    public void begin(Path from, String password, Path file, String passphrase, String again) {
        Optional<Passphrase> typed = Passphrase.of(passphrase);
        if (typed.isEmpty()) {
            problems.setAll(Problem.of("passphraseShort"));
        } else if (!passphrase.equals(again)) {
            problems.setAll(Problem.of("passphraseDiffers"));
        } else {
            attempt(file, typed.get(), pass -> doors.begin(from, given(password), file, pass));
        }
    }

    private static Optional<String> given(String password) {
        return Optional.of(password).filter(p -> !p.isEmpty());
    }

    public void restore(Path copy, String passphrase, Path out) {
        Optional<Passphrase> typed = Passphrase.of(passphrase);
        if (typed.isEmpty()) {
            problems.setAll(Problem.of("passphraseShort"));
            return;
        }
        attempt(out, typed.get(), pass -> doors.restore(copy, pass, out));
    }

    /// With the code of a slip, as it was typed.
    public void recover(Path file, String code, String passphrase, String again) {
        switch (SlipCode.of(code)) {
            case Outcome.Failed<SlipCode>(List<Problem> why) -> problems.setAll(why);
            case Outcome.Done<SlipCode>(SlipCode slip) -> {
                Optional<Passphrase> typed = Passphrase.of(passphrase);
                if (typed.isEmpty()) {
                    problems.setAll(Problem.of("passphraseShort"));
                } else if (!passphrase.equals(again)) {
                    problems.setAll(Problem.of("passphraseDiffers"));
                } else {
                    attempt(file, typed.get(), pass -> doors.recover(file, slip, pass));
                }
            }
        }
    }

    private interface Attempt<W> {
        Outcome<W> with(Passphrase passphrase);
    }

    private void attempt(Path file, Passphrase passphrase, Attempt<W> attempt) {
        if (working.get()) {
            return;
        }
        problems.clear();
        working.set(true);
        background.run(
                () -> attempt.with(passphrase),
                outcome -> {
                    working.set(false);
                    came(file, outcome);
                },
                () -> working.set(false));
    }

    private void came(Path file, Outcome<W> outcome) {
        switch (outcome) {
            case Outcome.Done<W>(W workspace) -> {
                desk.change(i -> i.opened(file.toAbsolutePath().normalize()));
                enter.accept(workspace);
            }
            case Outcome.Failed<W>(List<Problem> why) -> problems.setAll(why);
        }
    }
}

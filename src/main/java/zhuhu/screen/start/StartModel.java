package zhuhu.screen.start;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import zhuhu.base.Outcome;
import zhuhu.base.Problem;
import zhuhu.screen.Background;
import zhuhu.screen.Desk;
import zhuhu.store.Passphrase;
import zhuhu.store.SlipCode;

/// Opening and making workspaces. The window's thread only. `W` is an open workspace.
public final class StartModel<W> {

    private final Doors<W> doors;
    private final Background background;
    private final Desk desk;
    private final Consumer<W> enter;
    private final BooleanProperty working = new SimpleBooleanProperty();
    private final ObservableList<Problem> problems = FXCollections.observableArrayList();
    private final ObservableList<Doors.Campaign> campaigns = FXCollections.observableArrayList();

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

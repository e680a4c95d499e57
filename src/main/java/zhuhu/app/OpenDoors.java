package zhuhu.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import zhuhu.base.Outcome;
import zhuhu.flow.Progress;
import zhuhu.flow.Rekey;
import zhuhu.flow.Restore;
import zhuhu.flow.Workspaces;
import zhuhu.flow.handout.StartFromTask;
import zhuhu.pack.Pack;
import zhuhu.pack.PackReader;
import zhuhu.screen.start.Doors;
import zhuhu.store.Passphrase;
import zhuhu.store.SlipCode;
import zhuhu.store.Workspace;

/// The doors of the first start, opened.
final class OpenDoors implements Doors<Workspace> {

    private final StartFromTask start;
    private final Path home;

    /// `home`: where the person's own files are.
    OpenDoors(StartFromTask start, Path home) {
        this.start = start;
        this.home = home;
    }

    @Override
    public List<Campaign> campaigns() {
        var campaigns = new ArrayList<Campaign>();
        for (String name : PackReader.shipped()) {
            if (PackReader.read(name) instanceof Outcome.Done<Pack>(Pack pack)) {
                campaigns.add(new Campaign(name, pack.manifest().title()));
            }
        }
        return campaigns;
    }

    @Override
    public Outcome<Workspace> open(Path file, Passphrase passphrase) {
        return Workspaces.open(file, passphrase);
    }

    @Override
    public Outcome<Workspace> restore(Path copy, Passphrase passphrase, Path out) {
        return Restore.from(copy, passphrase, out, Progress.NONE)
                .then(_ -> Workspaces.open(out, passphrase));
    }

    @Override
    public Outcome<Workspace> recover(Path file, SlipCode slip, Passphrase fresh) {
        return Rekey.with(file, slip, fresh, Progress.NONE).then(_ -> Workspaces.open(file, fresh));
    }

    @Override
    public Outcome<Task> look(Path task, Optional<String> password) {
        return start.look(task, password)
                .map(look ->
                        new Task(
                                look.villages(),
                                look.campaign(),
                                look.round().title(),
                                look.round().due(),
                                look.from(),
                                look.households(),
                                look.training(),
                                proposal(look)));
    }

    /// Among the person's documents. Reason: the workbook often lies on a stick, which goes back.
    private Path proposal(StartFromTask.Look look) {
        Path documents = home.resolve("Documents");
        Path folder = Files.isDirectory(documents) ? documents : home;
        String name =
                (look.villages() + "_" + look.round().id()).replaceAll("[\\\\/:*?\"<>|\\s]+", "-");
        Path file = folder.resolve(name + ".zhuhu");
        for (int n = 2; Files.exists(file); n++) {
            file = folder.resolve(name + "_" + n + ".zhuhu");
        }
        return file;
    }

    @Override
    public Outcome<Workspace> begin(
            Path task, Optional<String> password, Path file, Passphrase passphrase) {
        return start.run(
                new StartFromTask.Request(task, password, file, passphrase), Progress.NONE);
    }

    @Override
    public Outcome<Workspace> create(Path file, Passphrase passphrase, String pack) {
        return PackReader.read(pack).then(read -> Workspaces.create(file, passphrase, read, false));
    }
}

package zhuhu.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import zhuhu.base.Outcome;
import zhuhu.flow.Progress;
import zhuhu.flow.Rekey;
import zhuhu.flow.Restore;
import zhuhu.flow.Workspaces;
import zhuhu.pack.Pack;
import zhuhu.pack.PackReader;
import zhuhu.screen.start.Doors;
import zhuhu.store.Passphrase;
import zhuhu.store.SlipCode;
import zhuhu.store.Workspace;

/// The doors of the first start, opened.
final class OpenDoors implements Doors<Workspace> {

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
    public Outcome<Workspace> create(Path file, Passphrase passphrase, String pack) {
        return PackReader.read(pack).then(read -> Workspaces.create(file, passphrase, read, false));
    }
}

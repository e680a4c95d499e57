package zhuhu.flow;

import java.nio.file.Path;
import zhuhu.base.Outcome;
import zhuhu.pack.Pack;
import zhuhu.store.Passphrase;
import zhuhu.store.Workspace;

/// Makes and opens workspace files.
public final class Workspaces {

    private Workspaces() {}

    /// A new workspace with `pack`, in its first round.
    public static Outcome<Workspace> create(
            Path file, Passphrase passphrase, Pack pack, boolean training) {
        return Workspace.create(file, passphrase, pack, training)
                .map(workspace -> withFirstRound(workspace, pack));
    }

    public static Outcome<Workspace> open(Path file, Passphrase passphrase) {
        return Workspace.open(file, passphrase);
    }

    private static Workspace withFirstRound(Workspace workspace, Pack pack) {
        String round = pack.manifest().rounds().getFirst().id();
        workspace.write(writer -> {
            writer.setting("round", round);
            return round;
        });
        return workspace;
    }
}

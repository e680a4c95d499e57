package zhuhu.screen.safety;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import zhuhu.base.Outcome;
import zhuhu.flow.ExportSteps;
import zhuhu.flow.Progress;
import zhuhu.store.Copies.Copied;
import zhuhu.store.Passphrase;
import zhuhu.store.SlipCode;

/// What keeps the open file safe. Called on the workspace's thread.
public interface Safety {

    /// How the file stands. Shape: `lastBackup` ISO local date-time; `drives` that can be pulled
    /// out; `proposal` a name for today's copy.
    record State(
            Optional<String> lastBackup,
            boolean slip,
            String file,
            String proposal,
            List<Path> drives) {
        public State {
            drives = List.copyOf(drives);
        }
    }

    State state();

    Outcome<Copied> backUp(Path out, Progress progress);

    /// Seals the passphrase under `code`; an earlier slip is void.
    Outcome<Path> seal(SlipCode code);

    boolean isOpenedBy(Passphrase typed);

    /// What visits did, as a table.
    Outcome<ExportSteps.Written> exportSteps(Path out);
}

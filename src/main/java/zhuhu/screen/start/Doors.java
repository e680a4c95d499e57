package zhuhu.screen.start;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import zhuhu.base.Outcome;
import zhuhu.store.Passphrase;
import zhuhu.store.SlipCode;

/// The acts behind the doors of the first start. Called on the workspace's thread. `W` is an open
/// workspace.
public interface Doors<W> {

    /// A campaign to choose. Shape: `name` as the pack reader takes it.
    record Campaign(String name, String title) {}

    /// Campaigns that come with the program.
    List<Campaign> campaigns();

    Outcome<W> open(Path file, Passphrase passphrase);

    /// Puts a copy back as `out`, where nothing stands yet, and opens that.
    Outcome<W> restore(Path copy, Passphrase passphrase, Path out);

    /// Sets a new passphrase with the code of a recovery slip, and opens the file.
    Outcome<W> recover(Path file, SlipCode slip, Passphrase fresh);

    /// What a task workbook is about. Shape: `round` and `campaign` by title, `due` ISO; `from` who
    /// wrote it; `proposal` where the new file could be, nothing stands there.
    record Task(
            String village,
            String campaign,
            String round,
            String due,
            String from,
            String households,
            boolean training,
            Path proposal) {}

    /// Looks at a task workbook; nothing is made yet.
    Outcome<Task> look(Path task, Optional<String> password);

    /// Makes a workspace from it and opens that.
    Outcome<W> begin(Path task, Optional<String> password, Path file, Passphrase passphrase);

    Outcome<W> create(Path file, Passphrase passphrase, String pack);
}

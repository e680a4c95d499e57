package zhuhu.screen.start;

import java.nio.file.Path;
import java.util.List;
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

    Outcome<W> create(Path file, Passphrase passphrase, String pack);
}

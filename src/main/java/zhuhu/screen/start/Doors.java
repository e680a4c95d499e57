package zhuhu.screen.start;

import java.nio.file.Path;
import java.util.List;
import zhuhu.base.Outcome;
import zhuhu.store.Passphrase;

/// The acts behind the doors of the first start. Called on the workspace's thread. `W` is an open
/// workspace.
public interface Doors<W> {

    /// A campaign to choose. Shape: `name` as the pack reader takes it.
    record Campaign(String name, String title) {}

    /// Campaigns that come with the program.
    List<Campaign> campaigns();

    Outcome<W> open(Path file, Passphrase passphrase);

    Outcome<W> create(Path file, Passphrase passphrase, String pack);
}

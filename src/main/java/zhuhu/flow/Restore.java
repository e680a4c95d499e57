package zhuhu.flow;

import java.nio.file.Path;
import zhuhu.base.Outcome;
import zhuhu.store.Copies;
import zhuhu.store.Copies.Copied;
import zhuhu.store.Passphrase;

/// Puts a copy of a workspace back in a place where nothing stands yet. The copy is only read.
public final class Restore {

    private Restore() {}

    public static Outcome<Copied> from(
            Path copy, Passphrase passphrase, Path out, Progress progress) {
        return new Copies(step -> BackUp.tell(progress, step)).restore(copy, passphrase, out);
    }
}

package zhuhu.flow;

import java.nio.file.Path;
import zhuhu.base.Outcome;
import zhuhu.store.Copies;
import zhuhu.store.Passphrase;
import zhuhu.store.RecoveryFile;
import zhuhu.store.SlipCode;

/// Gives a closed workspace another passphrase, all of it or not at all.
public final class Rekey {

    private Rekey() {}

    /// With the passphrase that opens it now. Shape: the value tells whether a recovery slip became
    /// void by it.
    public static Outcome<Boolean> with(
            Path file, Passphrase old, Passphrase fresh, Progress progress) {
        return new Copies(step -> BackUp.tell(progress, step)).rekey(file, old, fresh);
    }

    /// With a recovery slip, where the passphrase is forgotten. The slip is void afterwards.
    public static Outcome<Boolean> with(
            Path file, SlipCode slip, Passphrase fresh, Progress progress) {
        return RecoveryFile.beside(file)
                .passphrase(slip)
                .then(forgotten ->
                        forgotten.isSame(fresh)
                                ? Outcome.done(false)
                                : with(file, forgotten, fresh, progress));
    }
}

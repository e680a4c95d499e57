package zhuhu.flow.upward;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import zhuhu.base.Outcome;
import zhuhu.base.Texts;
import zhuhu.flow.Author;
import zhuhu.flow.Progress;
import zhuhu.flow.Workspaces;
import zhuhu.flow.merge.MergeBooks;
import zhuhu.pack.Pack;
import zhuhu.store.Passphrase;
import zhuhu.store.Workspace;

/// A workspace that is thrown away, into which workbooks are merged to see what they say by
/// themselves. It is encrypted under a passphrase that nobody knows. Close it.
final class Scratch implements AutoCloseable {

    private static final Author NOBODY = new Author("", "", "", "");

    private final Path folder;
    private final Workspace workspace;

    private Scratch(Path folder, Workspace workspace) {
        this.folder = folder;
        this.workspace = workspace;
    }

    static Outcome<Scratch> of(Pack pack, boolean training, SecureRandom chance) {
        try {
            Path folder = Files.createTempDirectory("zhuhu-");
            byte[] secret = new byte[24];
            chance.nextBytes(secret);
            Passphrase passphrase = Passphrase.of(HexFormat.of().formatHex(secret)).orElseThrow();
            return Workspaces.create(folder.resolve("scratch.zhuhu"), passphrase, pack, training)
                    .map(workspace -> new Scratch(folder, workspace));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Workspace workspace() {
        return workspace;
    }

    /// Merges these in turn; those that are refused say so.
    MergeBooks.Merged merge(
            List<MergeBooks.Order> books, Clock clock, Texts texts, Progress progress) {
        return new MergeBooks(workspace, NOBODY, clock, texts).merge(books, progress);
    }

    @Override
    public void close() {
        workspace.close();
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> {
                        try {
                            Files.deleteIfExists(file);
                        } catch (IOException e) {
                            file.toFile().deleteOnExit();
                        }
                    });
        } catch (IOException e) {
            folder.toFile().deleteOnExit();
        }
    }
}

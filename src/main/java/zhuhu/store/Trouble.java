package zhuhu.store;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import zhuhu.base.Problem;

/// What a failing disk means to the person at the keyboard.
final class Trouble {

    private static final List<String> FULL =
            List.of("no space", "not enough space", "disk quota", "空间不足");
    private static final List<String> READ_ONLY =
            List.of("read-only", "write protected", "write-protected", "写保护");

    private Trouble() {}

    /// Writing `target` failed.
    static Problem of(Path target, IOException e) {
        String name = String.valueOf(target.getFileName());
        String said = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
        if (e instanceof FileAlreadyExistsException) {
            return Problem.of("storeExists", name);
        }
        if (FULL.stream().anyMatch(said::contains)) {
            return Problem.of("copyFull", name, folder(target));
        }
        if (e instanceof AccessDeniedException || isReadOnly(e)) {
            return Problem.of("copyReadOnly", name, folder(target));
        }
        return e instanceof NoSuchFileException
                ? Problem.of("storeNoFolder", folder(target))
                : Problem.of("copyFailed", name, e.toString());
    }

    static boolean isReadOnly(IOException e) {
        String said = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
        return READ_ONLY.stream().anyMatch(said::contains);
    }

    /// The database failed while `target` was being made from it.
    static Problem of(Path target, StoreException e) {
        String name = String.valueOf(target.getFileName());
        return switch (e.problem().code()) {
            case "storeFull" -> Problem.of("copyFull", name, folder(target));
            case "storeNoMedium", "storeFailed" ->
                    Problem.of("copyFailed", name, e.problem().args().getLast());
            default -> e.problem();
        };
    }

    private static Path folder(Path target) {
        Path parent = target.toAbsolutePath().getParent();
        return parent == null ? target : parent;
    }
}

package zhuhu.flow;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import zhuhu.base.Outcome;
import zhuhu.form.CompiledForm;
import zhuhu.form.ExternalList;
import zhuhu.form.FormCompiler;
import zhuhu.form.FormSheets;
import zhuhu.pack.Pack;
import zhuhu.pack.PackReader;
import zhuhu.store.Workspace;

/// Adds a form, or a newer version of one, to a workspace: its questions are asked from the next
/// visit on, and its columns exported. Lists in files come with it, from beside the form or from
/// `lists` there.
public final class LoadForm {

    private LoadForm() {}

    /// Failed: the form is not understood, a list is missing, or its version is known with other
    /// content; the workspace stays as it was.
    public static Outcome<CompiledForm> into(Workspace workspace, Path file) {
        return FormFiles.read(file).then(sheets -> into(workspace, file, sheets));
    }

    private static Outcome<CompiledForm> into(Workspace workspace, Path file, FormSheets sheets) {
        Map<String, byte[]> lists = new TreeMap<>();
        Pack pack = workspace.pack();
        return compiled(pack, file, sheets, lists)
                .then(form ->
                        PackReader.withForm(pack, sheets, lists)
                                .map(with -> carry(workspace, with, form)));
    }

    /// The form of a file with its lists; those found beside it are put into `lists`, others may
    /// stand in the pack.
    static Outcome<CompiledForm> compiled(
            Pack pack, Path file, FormSheets sheets, Map<String, byte[]> lists) {
        return FormCompiler.compile(
                sheets,
                Optional.empty(),
                name -> {
                    Optional<byte[]> beside = beside(file, name);
                    beside.ifPresent(bytes -> lists.put(name, bytes));
                    return beside.or(() -> carried(pack, name))
                            .map(bytes -> ExternalList.read(name, bytes));
                });
    }

    private static Optional<byte[]> beside(Path form, String name) {
        Path folder = form.toAbsolutePath().getParent();
        if (folder == null) {
            return Optional.empty();
        }
        for (Path file : new Path[] {folder.resolve(name), folder.resolve("lists").resolve(name)}) {
            try {
                return Optional.of(Files.readAllBytes(file));
            } catch (IOException e) {
                // Reason: not there, or not to be read; the next place may have it, and a list
                // found
                // nowhere is refused by name.
                continue;
            }
        }
        return Optional.empty();
    }

    private static Optional<byte[]> carried(Pack pack, String name) {
        return Optional.ofNullable(pack.files().get(pack.manifest().name() + "/lists/" + name))
                .or(() -> Optional.ofNullable(pack.files().get("register/lists/" + name)));
    }

    private static CompiledForm carry(Workspace workspace, Pack pack, CompiledForm form) {
        return workspace.write(writer -> {
            writer.pack(pack);
            return form;
        });
    }
}

package zhuhu.flow;

import java.nio.file.Path;
import java.util.Optional;
import zhuhu.base.Outcome;
import zhuhu.form.CompiledForm;
import zhuhu.form.FormCompiler;
import zhuhu.pack.Pack;
import zhuhu.pack.PackReader;
import zhuhu.store.Workspace;

/// Adds a form, or a newer version of one, to a workspace: its questions are asked from the next
/// visit on, and its columns exported.
public final class LoadForm {

    private LoadForm() {}

    /// Failed: the form is not understood, or its version is known with other content; the
    /// workspace stays as it was.
    public static Outcome<CompiledForm> into(Workspace workspace, Path file) {
        return FormFiles.read(file)
                .then(sheets ->
                        FormCompiler.compile(sheets, Optional.empty())
                                .then(form ->
                                        PackReader.withForm(workspace.pack(), sheets)
                                                .map(pack -> carry(workspace, pack, form))));
    }

    private static CompiledForm carry(Workspace workspace, Pack pack, CompiledForm form) {
        return workspace.write(writer -> {
            writer.pack(pack);
            return form;
        });
    }
}

package zhuhu.form;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import zhuhu.base.Outcome;
import zhuhu.base.Sha256;
import zhuhu.form.compile.FormReader;

/// Makes an XForm of an XLSForm's cells. What is not understood is refused by name, all of it at
/// once, with sheet, row and column. Pure; any thread. Source: `docs/form-language.md`.
public final class FormCompiler {

    private FormCompiler() {}

    /// Compiles a form. Shape: `name` is the root element's name, and the form id where the
    /// settings give none; without it the settings' name, else `data`. The same cells give the same
    /// text, whatever file they came from.
    public static Outcome<CompiledForm> compile(FormSheets sheets, Optional<String> name) {
        return compiled(FormReader.compile(sheets, name, Optional.empty()));
    }

    /// Compiles a form together with its lists in files; one that is missing is refused too.
    public static Outcome<CompiledForm> compile(
            FormSheets sheets, Optional<String> name, ListFiles files) {
        return compiled(FormReader.compile(sheets, name, Optional.of(files)));
    }

    private static Outcome<CompiledForm> compiled(Outcome<FormReader.Compiled> form) {
        return form.map(compiled ->
                new CompiledForm(
                        compiled.form(),
                        compiled.xform(),
                        Sha256.hex(compiled.xform().getBytes(StandardCharsets.UTF_8)),
                        compiled.lists()));
    }
}

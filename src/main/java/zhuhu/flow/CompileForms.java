package zhuhu.flow;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import zhuhu.base.Outcome;
import zhuhu.base.Place;
import zhuhu.base.Problem;
import zhuhu.form.CompiledForm;
import zhuhu.form.FormCompiler;

/// Compiles XLSForms to XForms, one after the other, going on past a refused one.
public final class CompileForms {

    /// Where XForms go. Shape: `file` for one form; `folder` for any number, each under its own
    /// name with the ending `.xml`; neither: nowhere, the caller prints.
    public record Target(Optional<Path> file, Optional<Path> folder) {}

    /// What came of one form. Shape: `out` the file written; `xform` its text, "" where refused; a
    /// refused form has problems and no file.
    public record Result(
            Path in,
            Optional<Path> out,
            Optional<String> id,
            Optional<String> version,
            String xform,
            List<Problem> problems) {
        public Result {
            problems = List.copyOf(problems);
        }

        public boolean isRefused() {
            return !problems.isEmpty();
        }
    }

    private final Target target;
    private final Optional<String> name;
    private final Set<Path> written = new HashSet<>();

    private CompileForms(Target target, Optional<String> name) {
        this.target = target;
        this.name = name;
    }

    /// Compiles every form, in order; `name` is the root element's name for all of them.
    public static List<Result> of(List<Path> forms, Target target, Optional<String> name) {
        var compile = new CompileForms(target, name);
        var results = new ArrayList<Result>();
        forms.forEach(form -> results.add(compile.one(form)));
        return results;
    }

    private Result one(Path in) {
        Outcome<CompiledForm> outcome =
                FormFiles.read(in).then(sheets -> FormCompiler.compile(sheets, name));
        return switch (outcome) {
            case Outcome.Done<CompiledForm>(CompiledForm form) -> written(in, form);
            case Outcome.Failed<CompiledForm>(List<Problem> problems) -> refused(in, problems);
        };
    }

    private Result written(Path in, CompiledForm form) {
        Optional<Path> out = target.file().or(() -> target.folder().map(f -> f.resolve(stem(in))));
        Outcome<Optional<Path>> outcome =
                out.map(file -> write(form, file)).orElse(Outcome.done(Optional.empty()));
        return switch (outcome) {
            case Outcome.Done<Optional<Path>>(Optional<Path> file) ->
                    new Result(
                            in,
                            file,
                            Optional.of(form.id()),
                            Optional.of(form.version()),
                            form.xform(),
                            List.of());
            case Outcome.Failed<Optional<Path>>(List<Problem> problems) -> refused(in, problems);
        };
    }

    private Outcome<Optional<Path>> write(CompiledForm form, Path file) {
        if (!written.add(file.toAbsolutePath().normalize())) {
            // Reason: visit.md and visit.xlsx would both become visit.xml.
            String name = FormFiles.name(file);
            return Outcome.failed(Problem.of("formFileTwice", name).at(Place.in(name)));
        }
        return FormFiles.writeWhole(form.xform().getBytes(StandardCharsets.UTF_8), file)
                .map(Optional::of);
    }

    private static Result refused(Path in, List<Problem> problems) {
        return new Result(in, Optional.empty(), Optional.empty(), Optional.empty(), "", problems);
    }

    private static String stem(Path in) {
        String name = FormFiles.name(in);
        int dot = name.lastIndexOf('.');
        return (dot < 0 ? name : name.substring(0, dot)) + ".xml";
    }
}

package zhuhu.app;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import zhuhu.base.Outcome;
import zhuhu.base.Problem;
import zhuhu.flow.CompileForms;
import zhuhu.flow.ConvertForm;
import zhuhu.flow.LoadForm;
import zhuhu.form.CompiledForm;
import zhuhu.store.Workspace;

/// `form compile`, `form convert`, `form load`
@Command(name = "form")
final class FormCommand implements Callable<Integer> {

    private final Console console;

    @Option(names = "--json")
    boolean json;

    FormCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        return console.refused(Problem.of("commandNone", "form", "compile、convert、load"));
    }

    /// `form compile FORM... [-o OUT.xml | --out-dir DIR] [--name NAME]`
    @Command(name = "compile")
    static final class Compile implements Callable<Integer> {

        private final Console console;

        @Parameters(paramLabel = "FORM", arity = "1..*")
        List<Path> forms = List.of();

        @Option(names = "-o", paramLabel = "OUT.xml")
        @Nullable Path out;

        @Option(names = "--out-dir", paramLabel = "DIR")
        @Nullable Path folder;

        @Option(names = "--name", paramLabel = "NAME")
        @Nullable String name;

        @Option(names = "--json")
        boolean json;

        Compile(Console console) {
            this.console = console;
        }

        @Override
        public Integer call() {
            boolean nowhere = out == null && folder == null;
            if (forms.size() > 1 && folder == null) {
                return console.refused(Problem.of("formOutMissing"));
            }
            if (out != null && folder != null) {
                return console.refused(Problem.of("formOutTwice"));
            }
            var target =
                    new CompileForms.Target(Optional.ofNullable(out), Optional.ofNullable(folder));
            List<CompileForms.Result> results =
                    CompileForms.of(forms, target, Optional.ofNullable(name));
            long refused = results.stream().filter(CompileForms.Result::isRefused).count();
            int status =
                    refused == 0
                            ? Console.DONE
                            : refused == results.size()
                                    ? Console.REFUSED
                                    : Console.DONE_WITH_PROBLEMS;
            results.forEach(result -> result.problems().forEach(console::complain));
            return console.print(status, json(results, status), lines(results, nowhere));
        }

        private ObjectNode json(List<CompileForms.Result> results, int status) {
            ObjectNode document = JsonNodeFactory.instance.objectNode();
            ArrayNode list = document.putArray("forms");
            for (CompileForms.Result result : results) {
                ObjectNode node = list.addObject().put("in", result.in().toString());
                node.put("out", result.out().map(Path::toString).orElse(null));
                node.put("id", result.id().orElse(null));
                node.put("version", result.version().orElse(null));
                node.set("problems", console.places(result.problems()));
            }
            if (status == Console.REFUSED) {
                // Reason: whoever reads a refusal looks for its problems in one place.
                document.set(
                        "problems",
                        console.places(
                                results.stream().flatMap(r -> r.problems().stream()).toList()));
            }
            return document;
        }

        private static List<String> lines(List<CompileForms.Result> results, boolean nowhere) {
            var lines = new ArrayList<String>();
            for (CompileForms.Result result : results) {
                if (!result.isRefused()) {
                    lines.add(
                            nowhere
                                    ? result.xform().stripTrailing()
                                    : result.in()
                                            + " -> "
                                            + result.out().map(Path::toString).orElse(""));
                }
            }
            return lines;
        }
    }

    /// `form convert IN OUT`
    @Command(name = "convert")
    static final class Convert implements Callable<Integer> {

        private final Console console;

        @Parameters(index = "0", paramLabel = "IN")
        Path in = Path.of("");

        @Parameters(index = "1", paramLabel = "OUT")
        Path out = Path.of("");

        @Option(names = "--json")
        boolean json;

        Convert(Console console) {
            this.console = console;
        }

        @Override
        public Integer call() {
            return switch (ConvertForm.of(in, out)) {
                case Outcome.Done<Path>(Path written) ->
                        console.print(
                                Console.DONE,
                                JsonNodeFactory.instance
                                        .objectNode()
                                        .put("in", in.toString())
                                        .put("out", written.toString()),
                                List.of(in + " -> " + written));
                case Outcome.Failed<Path>(List<Problem> problems) -> console.refused(problems);
            };
        }
    }

    /// `form load FORM --into FILE`
    @Command(name = "load")
    static final class Load implements Callable<Integer> {

        private final Console console;

        @Mixin FileOptions options = new FileOptions();

        @Parameters(paramLabel = "FORM")
        Path form = Path.of("");

        @Option(names = "--into", paramLabel = "FILE", required = true)
        Path file = Path.of("");

        Load(Console console) {
            this.console = console;
        }

        @Override
        public Integer call() {
            return options.with(console, file, this::load);
        }

        private int load(Workspace workspace) {
            return switch (LoadForm.into(workspace, form)) {
                case Outcome.Done<CompiledForm>(CompiledForm loaded) ->
                        console.print(
                                Console.DONE,
                                JsonNodeFactory.instance
                                        .objectNode()
                                        .put("id", loaded.id())
                                        .put("version", loaded.version())
                                        .put("hash", loaded.hash()),
                                List.of(
                                        console.texts()
                                                .of(
                                                        "app.formLoaded",
                                                        loaded.id(),
                                                        loaded.version())));
                case Outcome.Failed<CompiledForm>(List<Problem> problems) ->
                        console.refused(problems);
            };
        }
    }
}

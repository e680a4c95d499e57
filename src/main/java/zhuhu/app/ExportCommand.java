package zhuhu.app;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
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
import zhuhu.flow.Author;
import zhuhu.flow.ExportWorkbook;
import zhuhu.flow.ExportWorkbook.Choice;
import zhuhu.flow.ExportWorkbook.Content;
import zhuhu.flow.ExportWorkbook.Exported;
import zhuhu.flow.Progress;
import zhuhu.flow.upward.ReportUpward;
import zhuhu.flow.upward.ReportUpward.Reported;
import zhuhu.record.Kind;
import zhuhu.store.Workspace;

/// `export FILE [--village KEY ...] --out BOOK.xlsx [--password-file F] [--publish] [--certificate
/// CERT.pdf]`: with a certificate it is what a township hands up.
@Command(name = "export")
final class ExportCommand implements Callable<Integer> {

    private final Console console;

    @Mixin FileOptions options = new FileOptions();

    @Parameters(paramLabel = "FILE")
    Path file = Path.of("");

    @Option(names = "--village", paramLabel = "KEY")
    List<String> villages = List.of();

    @Option(names = "--out", paramLabel = "BOOK.xlsx", required = true)
    Path out = Path.of("");

    @Option(names = "--password-file", paramLabel = "F")
    @Nullable Path passwordFile;

    @Option(names = "--publish")
    boolean publish;

    @Option(names = "--certificate", paramLabel = "CERT.pdf")
    @Nullable Path certificate;

    ExportCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        try {
            Optional<String> password =
                    passwordFile == null
                            ? Optional.empty()
                            : Optional.of(FileOptions.line(passwordFile));
            Content content = publish ? Content.POSTED_LIST : Content.WORKBOOK;
            var choice = new Choice(out, content, villages, password);
            return options.with(console, file, workspace -> run(workspace, choice));
        } catch (IOException e) {
            return console.refused(Problem.of("passphraseFile", passwordFile));
        }
    }

    private int run(Workspace workspace, Choice choice) {
        var author =
                new Author(
                        workspace.setting("person_name").orElse(""),
                        workspace.setting("unit").orElse(""),
                        workspace.setting("phone").orElse(""),
                        "command-line");
        if (certificate != null) {
            return report(workspace, author, choice, certificate);
        }
        var act = new ExportWorkbook(workspace, author, Clock.systemDefaultZone(), console.texts());
        return switch (act.export(choice, Progress.NONE)) {
            case Outcome.Done<Exported>(Exported exported) -> print(exported);
            case Outcome.Failed<Exported>(List<Problem> problems) -> console.refused(problems);
        };
    }

    private int report(Workspace workspace, Author author, Choice choice, Path pdf) {
        if (choice.content() == Content.POSTED_LIST) {
            return console.refused(Problem.of("certificatePosted"));
        }
        var act =
                new ReportUpward(
                        workspace,
                        author,
                        Clock.systemDefaultZone(),
                        console.texts(),
                        new SecureRandom());
        return switch (act.report(choice, pdf, Progress.NONE)) {
            case Outcome.Done<Reported>(Reported reported) -> {
                console.err()
                        .println(
                                console.texts()
                                        .of(
                                                "app.certified",
                                                reported.certificate(),
                                                reported.check()));
                yield print(reported.workbook());
            }
            case Outcome.Failed<Reported>(List<Problem> problems) -> console.refused(problems);
        };
    }

    private int print(Exported exported) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("file", exported.file().toString());
        json.put("package", exported.packageId());
        ObjectNode records = json.putObject("records");
        exported.records().forEach((kind, count) -> records.put(kind.code(), count));
        json.put("revisions", exported.revisions());
        json.put("drafts", exported.drafts());
        ObjectNode pictures = json.putObject("pictures");
        pictures.put("written", exported.pictures().written());
        pictures.put("left", exported.pictures().left());
        String line =
                console.texts()
                        .of(
                                "app.exported",
                                exported.file(),
                                exported.records().getOrDefault(Kind.HOUSEHOLD, 0L),
                                exported.revisions(),
                                exported.drafts());
        var lines = new ArrayList<String>();
        lines.add(line);
        if (exported.pictures().written() > 0) {
            lines.add(
                    console.texts()
                            .of(
                                    "export.picturesWritten",
                                    exported.pictures().written(),
                                    exported.pictures().folder()));
        }
        if (exported.pictures().left() > 0) {
            lines.add(console.texts().of("export.picturesLeft", exported.pictures().left()));
        }
        return console.print(Console.DONE, json, lines);
    }
}

package zhuhu.app;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import zhuhu.base.Outcome;
import zhuhu.base.Problem;
import zhuhu.base.Texts;
import zhuhu.flow.Author;
import zhuhu.store.Workspace;

/// Options that say who speaks, on which device, and when.
final class SaidBy {

    @Option(names = "--by", paramLabel = "NAME", defaultValue = "")
    String by = "";

    @Option(names = "--device", paramLabel = "ID", defaultValue = "command-line")
    String device = "command-line";

    @Option(names = "--at", paramLabel = "DATETIME")
    @Nullable String at;

    /// As given, else whoever keeps this file.
    Author author(Workspace workspace, Texts texts) {
        String name =
                Stream.of(by, workspace.setting("person_name").orElse(""))
                        .filter(n -> !n.isBlank())
                        .findFirst()
                        .orElseGet(() -> texts.of("app.nobody"));
        return new Author(
                name,
                workspace.setting("unit").orElse(""),
                workspace.setting("phone").orElse(""),
                device);
    }

    /// As given, else now.
    Outcome<LocalDateTime> time() {
        if (at == null) {
            return Outcome.done(LocalDateTime.now(ZoneId.systemDefault()));
        }
        try {
            String whole = at.length() == 10 ? at + "T09:00" : at.replaceFirst("(?<=\\d) ", "T");
            return Outcome.done(LocalDateTime.parse(whole, DateTimeFormatter.ISO_DATE_TIME));
        } catch (DateTimeException e) {
            return Outcome.failed(Problem.of("timeShape", at));
        }
    }
}

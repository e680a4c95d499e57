package zhuhu.flow;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import zhuhu.base.Outcome;
import zhuhu.base.Texts;
import zhuhu.store.Copies;
import zhuhu.store.Copies.Copied;
import zhuhu.store.Workspace;

/// Copies the open workspace, checks the copy, and notes when. The workspace's thread.
public record BackUp(Workspace workspace, Clock clock) {

    /// Writes the copy. A file that stands at `out` is replaced only where it is an untouched copy
    /// of this workspace and carries a day in its name.
    public Outcome<Copied> to(Path out, Progress progress) {
        String at =
                LocalDateTime.now(clock)
                        .truncatedTo(ChronoUnit.SECONDS)
                        .format(DateTimeFormatter.ISO_LOCAL_DATE_TIME);
        return new Copies(step -> tell(progress, step)).backup(workspace, out, at);
    }

    /// The name that a copy made today should have.
    public String proposal(Texts texts) {
        String name = String.valueOf(workspace.file().getFileName());
        String plain = name.endsWith(".zhuhu") ? name.substring(0, name.length() - 6) : name;
        return texts.of("backup.name", plain, LocalDate.now(clock));
    }

    static void tell(Progress progress, Copies.Step step) {
        String key =
                switch (step) {
                    case COPY -> "step.copy";
                    case CHECK -> "step.check";
                    case MOVE -> "step.move";
                };
        progress.at(key, 0, 0);
    }
}

package zhuhu.flow;

import java.io.IOException;
import java.io.Writer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import zhuhu.base.Outcome;
import zhuhu.base.Problem;
import zhuhu.record.Kind;
import zhuhu.record.RecordId;
import zhuhu.store.Workspace;
import zhuhu.store.Workspace.Step;
import zhuhu.store.Workspace.Stepped;

/// What visits did, as an ODK audit log: `event,node,start,end,latitude,longitude,accuracy,
/// old-value,new-value,user,change-reason`, UTF-8. Places are always empty: this program asks for
/// none. Where several visits go into one file, a last column `instance` holds the visit's id. The
/// file holds what people answered, in plain text.
public final class ExportSteps {

    private static final String HEAD =
            "event,node,start,end,latitude,longitude,accuracy,old-value,new-value,user,change-reason";

    private final Workspace workspace;

    public ExportSteps(Workspace workspace) {
        this.workspace = workspace;
    }

    /// What was written. Shape: `steps` rows without the header.
    public record Written(Path file, long steps) {}

    /// Writes the steps of one visit, or of all where `record` is empty. Shape: `record` any key of
    /// a household (its visit of this round) or of a visit. A file that stands there is replaced.
    public Outcome<Written> to(Path out, Optional<String> record) {
        return record.isEmpty()
                ? write(out, Optional.empty())
                : new FindRecord(workspace)
                        .by(record.get())
                        .then(found -> write(out, Optional.of(visitOf(found))));
    }

    private RecordId visitOf(RecordId found) {
        if (found.kind() != Kind.HOUSEHOLD) {
            return found;
        }
        return VisitOf.household(workspace, found, workspace.setting("round").orElse("")).id();
    }

    private Outcome<Written> write(Path out, Optional<RecordId> visit) {
        Path part = out.resolveSibling(out.getFileName() + ".part");
        try {
            long steps;
            try (var channel =
                            FileChannel.open(
                                    part,
                                    StandardOpenOption.CREATE,
                                    StandardOpenOption.TRUNCATE_EXISTING,
                                    StandardOpenOption.WRITE);
                    Writer writer = Channels.newWriter(channel, StandardCharsets.UTF_8)) {
                steps = rows(writer, visit);
                writer.flush();
                channel.force(true);
            }
            Files.move(part, out, StandardCopyOption.REPLACE_EXISTING);
            return Outcome.done(new Written(out, steps));
        } catch (IOException e) {
            return Outcome.failed(Problem.of("stepsCannotWrite", out, e.toString()));
        } finally {
            part.toFile().delete();
        }
    }

    private long rows(Writer writer, Optional<RecordId> visit) throws IOException {
        boolean many = visit.isEmpty();
        // Reason: Excel takes a file without this mark for the system's own code page.
        writer.write("\uFEFF" + HEAD + (many ? ",instance" : "") + "\n");
        var lines = new java.util.ArrayList<Stepped>();
        workspace.steps(visit, lines::add);
        for (Stepped line : lines) {
            writer.write(row(line, many));
        }
        return lines.size();
    }

    private static String row(Stepped line, boolean many) {
        Step step = line.step();
        var cells =
                List.of(
                        step.event(),
                        step.node(),
                        time(step.start()),
                        time(step.end()),
                        "",
                        "",
                        "",
                        step.before(),
                        step.now(),
                        line.by(),
                        step.reason());
        String row = String.join(",", cells.stream().map(ExportSteps::cell).toList());
        UUID id = line.visit().id();
        return row + (many ? ",uuid:" + id : "") + "\n";
    }

    private static String time(long at) {
        return at == 0 ? "" : Long.toString(at);
    }

    private static String cell(String text) {
        // Reason: a cell that begins like this would be taken for a formula.
        String safe = text.isEmpty() || "=+-@".indexOf(text.charAt(0)) < 0 ? text : "'" + text;
        return safe.matches("(?s).*[,\"\r\n].*") ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }
}

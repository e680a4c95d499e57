package zhuhu.flow.review;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import zhuhu.base.Outcome;
import zhuhu.base.Problem;
import zhuhu.base.Texts;
import zhuhu.flow.Author;
import zhuhu.flow.ExportSlip;
import zhuhu.flow.FindRecord;
import zhuhu.flow.Labels;
import zhuhu.flow.Progress;
import zhuhu.record.Kind;
import zhuhu.record.RecordId;
import zhuhu.store.Workspace;
import zhuhu.workbook.export.WorkbookWriter;

/// Writes a return slip for each village that has something to answer.
public final class ReturnSlips {

    private final Workspace workspace;
    private final Author author;
    private final Clock clock;
    private final Texts texts;

    public ReturnSlips(Workspace workspace, Author author, Clock clock, Texts texts) {
        this.workspace = workspace;
        this.author = author;
        this.clock = clock;
        this.texts = texts;
    }

    /// Where to, for whom. Shape: `villages` keys, none for all.
    public record Order(Path folder, List<String> villages, String round) {
        public Order {
            villages = List.copyOf(villages);
        }
    }

    /// A slip that was written.
    public record Slip(RecordId village, String name, Path file, String packageId, int points) {}

    /// Shape: `slips` by village; `problems` of files that could not be written.
    public record Written(List<Slip> slips, List<Problem> problems) {
        public Written {
            slips = List.copyOf(slips);
            problems = List.copyOf(problems);
        }
    }

    /// Failed: a village is not known, nothing is to be answered, or no file could be written.
    public Outcome<Written> write(Order order, Progress progress) {
        var chosen = new HashSet<RecordId>();
        var problems = new ArrayList<Problem>();
        for (String key : order.villages()) {
            switch (new FindRecord(workspace).by(key, Kind.VILLAGE)) {
                case Outcome.Done<RecordId>(RecordId village) -> chosen.add(village);
                case Outcome.Failed<RecordId>(List<Problem> why) -> problems.addAll(why);
            }
        }
        if (!problems.isEmpty()) {
            return Outcome.failed(problems);
        }
        Map<RecordId, List<ReviewPoint>> open = open(order.round(), chosen);
        if (open.isEmpty()) {
            return Outcome.failed(Problem.of("sendbackNoSlip"));
        }
        try {
            Files.createDirectories(order.folder());
        } catch (IOException e) {
            return Outcome.failed(Problem.of("exportCannotWrite", order.folder(), e.getMessage()));
        }
        var slips = new ArrayList<Slip>();
        for (Map.Entry<RecordId, List<ReviewPoint>> one : open.entrySet()) {
            if (progress.cancelled()) {
                break;
            }
            progress.at("sendback.step.slips", slips.size(), open.size());
            switch (slip(order, one.getKey(), one.getValue())) {
                case Outcome.Done<Slip>(Slip slip) -> slips.add(slip);
                case Outcome.Failed<Slip>(List<Problem> why) -> problems.addAll(why);
            }
        }
        return slips.isEmpty()
                ? Outcome.failed(problems)
                : Outcome.done(new Written(slips, problems));
    }

    /// Open points by village, in the order of their places.
    private Map<RecordId, List<ReviewPoint>> open(String round, Set<RecordId> chosen) {
        var open = new LinkedHashMap<RecordId, List<ReviewPoint>>();
        for (ReviewPoint point : ReviewPoints.of(workspace, round)) {
            Optional<RecordId> village =
                    point.household().kind() == Kind.VILLAGE
                            ? Optional.of(point.household())
                            : workspace.recordOf(
                                    workspace
                                            .section(point.household(), "place")
                                            .shown()
                                            .plain("village"));
            village.filter(v -> point.isOpen() && (chosen.isEmpty() || chosen.contains(v)))
                    .ifPresent(v -> open.computeIfAbsent(v, _ -> new ArrayList<>()).add(point));
        }
        return open;
    }

    private Outcome<Slip> slip(Order order, RecordId village, List<ReviewPoint> points) {
        String name = Labels.of(workspace, village);
        String township = workspace.section(village, "basics").shown().plain("township");
        Path out =
                free(
                        order.folder(),
                        String.join(
                                "_",
                                texts.of("sendback.slip.name"),
                                safe(township),
                                safe(name),
                                safe(order.round())));
        Outcome<WorkbookWriter.Written> written =
                new ExportSlip(workspace, author, clock, texts).export(out, village, points);
        return written.map(w -> new Slip(village, name, out, w.packageId(), points.size()));
    }

    private static String safe(String word) {
        return word.strip().replaceAll("[\\\\/:*?\"<>|_\\s\\p{Cntrl}]+", "-");
    }

    private static Path free(Path folder, String name) {
        Path file = folder.resolve(name + ".xlsx");
        for (int n = 2; Files.exists(file); n++) {
            file = folder.resolve("%s_%d.xlsx".formatted(name, n));
        }
        return file;
    }
}

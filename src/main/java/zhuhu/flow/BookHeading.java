package zhuhu.flow;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import zhuhu.base.Texts;
import zhuhu.flow.handout.Rounds;
import zhuhu.pack.Manifest;
import zhuhu.pack.Pack;
import zhuhu.pack.Schema;
import zhuhu.record.Kind;
import zhuhu.record.RecordId;
import zhuhu.store.Workspace;
import zhuhu.workbook.export.BookHead;
import zhuhu.workbook.export.BookSource.RecordLabel;
import zhuhu.workbook.export.PackSheet;

/// What a workbook says of itself: from whom, which round, how far the work has come.
final class BookHeading {

    private final Workspace workspace;
    private final BookRecords records;
    private final BookLabels labels;
    private final Texts texts;
    private final String round;

    BookHeading(Workspace workspace, BookRecords records, BookLabels labels, Texts texts) {
        this.workspace = workspace;
        this.records = records;
        this.labels = labels;
        this.texts = texts;
        this.round = workspace.setting("round").orElse("");
    }

    BookHead head(Author author, LocalDateTime at) {
        Pack pack = workspace.pack();
        Manifest manifest = pack.manifest();
        Optional<Manifest.Round> known = Rounds.find(workspace, round);
        return new BookHead(
                texts.of("export.program"),
                manifest.name(),
                manifest.title(),
                PackSheet.hash(pack.files()),
                pack.forms().stream()
                        .map(f -> new BookHead.FormVersion(f.id(), f.version(), f.hash()))
                        .toList(),
                round,
                known.map(Manifest.Round::title).orElse(""),
                known.map(Manifest.Round::due).orElse(""),
                new BookHead.Author(author.name(), author.unit(), author.phone(), author.device()),
                at,
                use(workspace),
                records.of(Kind.VILLAGE).stream().map(r -> label(r.text())).toList(),
                progress(),
                standards(manifest),
                drafts());
    }

    static BookHead.Use use(Workspace workspace) {
        return workspace.setting("training").orElse("0").equals("1")
                ? BookHead.Use.TRAINING
                : BookHead.Use.WORK;
    }

    private String label(String id) {
        return labels.of(id).map(RecordLabel::label).orElse("");
    }

    private List<BookHead.Progress> progress() {
        HouseholdStates states = HouseholdStates.of(workspace);
        Set<String> mine = ids(Kind.HOUSEHOLD);
        var counts = new LinkedHashMap<String, long[]>();
        records.of(Kind.VILLAGE).forEach(v -> counts.put(v.text(), new long[2]));
        for (Map<String, String> row : workspace.query("SELECT id, village FROM household")) {
            String id = row.getOrDefault("id", "");
            String state = states.of(id);
            long[] count = counts.get(row.getOrDefault("village", ""));
            if (count != null && mine.contains(id) && !state.isEmpty()) {
                count[0] += states.isDone(id) ? 1 : 0;
                count[1]++;
            }
        }
        var progress = new ArrayList<BookHead.Progress>();
        counts.forEach(
                (id, count) -> progress.add(new BookHead.Progress(label(id), count[0], count[1])));
        return progress;
    }

    private Set<String> ids(Kind kind) {
        var ids = new HashSet<String>();
        records.of(kind).forEach(r -> ids.add(r.text()));
        return ids;
    }

    /// How many finalised visits of the round found each standard met.
    private List<BookHead.Standard> standards(Manifest manifest) {
        List<Schema.Property> asked =
                workspace
                        .schema()
                        .of(Kind.VISIT)
                        .filter(s -> !s.perRow())
                        .flatMap(s -> s.properties().stream())
                        .filter(p -> p.name().startsWith("holds_"))
                        .filter(p -> isAskedOfHouseholds(p.name(), manifest))
                        .toList();
        Set<String> mine = ids(Kind.VISIT);
        var standards = new ArrayList<BookHead.Standard>();
        for (Schema.Property property : asked) {
            var counts = new LinkedHashMap<String, Long>();
            for (Map<String, String> row :
                    workspace.query(
                            "SELECT id, \"%s\" AS state FROM visit WHERE finalised = 1 AND round = ? AND form = ?"
                                    .formatted(property.name()),
                            round,
                            manifest.visitForm())) {
                if (mine.contains(row.getOrDefault("id", ""))) {
                    counts.merge(row.getOrDefault("state", ""), 1L, Long::sum);
                }
            }
            standards.add(
                    new BookHead.Standard(
                            property.label(),
                            counts.getOrDefault("1", 0L),
                            counts.getOrDefault("0", 0L),
                            counts.getOrDefault("unknown", 0L)));
        }
        return standards;
    }

    /// Reason: a village's visit has standards of its own, which no household meets.
    private boolean isAskedOfHouseholds(String property, Manifest manifest) {
        return workspace.pack().form(manifest.visitForm()).stream()
                .flatMap(form -> form.form().questions())
                .anyMatch(question -> question.name().equals(property));
    }

    private List<String> drafts() {
        Set<String> households = ids(Kind.HOUSEHOLD);
        Set<String> villages = ids(Kind.VILLAGE);
        return workspace.drafts().stream()
                .filter(d -> isMine(d.subject(), households, villages))
                .map(d ->
                        texts.of(
                                "export.draft",
                                label(d.subject().text()),
                                d.round(),
                                d.at().replace('T', ' '),
                                d.by()))
                .toList();
    }

    private static boolean isMine(RecordId subject, Set<String> households, Set<String> villages) {
        return households.contains(subject.text()) || villages.contains(subject.text());
    }
}

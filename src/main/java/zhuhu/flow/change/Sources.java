package zhuhu.flow.change;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import zhuhu.base.Texts;
import zhuhu.flow.change.RosterChange.Source;
import zhuhu.record.How;
import zhuhu.record.Stamp;
import zhuhu.store.Workspace;

/// Where a statement came from, in words. A picture of one moment; one thread.
final class Sources {

    /// What a visit, or an act kept as one, says of itself.
    private record About(String round, String act, boolean isAct, String reason, String document) {}

    private final Workspace workspace;
    private final Texts texts;
    private final Map<String, About> visits = new HashMap<>();
    private final Map<String, String> files = new HashMap<>();

    Sources(Workspace workspace, Texts texts) {
        this.workspace = workspace;
        this.texts = texts;
        workspace.eachRow(
                "SELECT id, round, edit_act, edit_reason, edit_document, edit_records FROM visit",
                row ->
                        visits.put(
                                text(row, "id"),
                                new About(
                                        text(row, "round"),
                                        text(row, "edit_act"),
                                        row.containsKey("edit_records"),
                                        text(row, "edit_reason"),
                                        text(row, "edit_document"))));
        workspace.packages().forEach(p -> files.put(p.id(), p.file()));
    }

    Source of(Stamp stamp) {
        String via = Objects.requireNonNullElse(stamp.via(), "");
        String on = Objects.requireNonNullElse(stamp.at(), "");
        About about = visits.get(via);
        String day = on.length() > 10 ? on.substring(0, 10) : on;
        if (about == null) {
            String file = files.getOrDefault(via, "");
            String words =
                    stamp.how() == How.WORKBOOK ? texts.of("change.inWorkbook", file).strip() : "";
            return new Source(stamp.by(), day, words, "", "");
        }
        return new Source(stamp.by(), day, words(about), about.reason(), about.document());
    }

    private String words(About about) {
        return about.isAct() && !about.act().isEmpty()
                ? texts.of("act." + about.act())
                : round(about.round());
    }

    private String round(String id) {
        return workspace.pack().manifest().round(id).map(r -> r.title()).orElse(id);
    }

    static String text(Map<String, String> row, String column) {
        return row.getOrDefault(column, "");
    }
}

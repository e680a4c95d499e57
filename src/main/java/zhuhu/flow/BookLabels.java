package zhuhu.flow;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import zhuhu.record.Kind;
import zhuhu.record.RecordId;
import zhuhu.store.Workspace;
import zhuhu.workbook.export.BookSource.RecordLabel;

/// What people call every record of a workspace, read at once. A picture of one moment.
final class BookLabels {

    private static final List<Kind> OTHERS =
            List.of(
                    Kind.PAIRING,
                    Kind.ISSUE,
                    Kind.MEASURE,
                    Kind.PROJECT,
                    Kind.SITE,
                    Kind.FUND,
                    Kind.TASK);

    private final Map<String, RecordLabel> labels = new HashMap<>();

    BookLabels(Workspace workspace) {
        read(workspace, Kind.VILLAGE, "SELECT id, village_name AS label FROM village");
        read(
                workspace,
                Kind.HOUSEHOLD,
                """
                SELECT h.id AS id, coalesce(h.head_name, (SELECT p.person_name FROM person p
                    WHERE p.household = h.id AND p.relation = '01' LIMIT 1)) AS label FROM household h
                """);
        read(workspace, Kind.PERSON, "SELECT id, person_name AS label FROM person");
        for (Kind kind : OTHERS) {
            for (String property : List.of("content", "title", "helper_name")) {
                if (workspace.schema().property(kind, property).isPresent()) {
                    read(
                            workspace,
                            kind,
                            "SELECT id, \"%s\" AS label FROM %s".formatted(property, kind.code()));
                }
            }
        }
        visits(workspace);
        workspace.classes().joined().forEach(record -> member(workspace, record));
        workspace.records(
                Kind.LINK, link -> put(Kind.LINK, link.text(), Labels.of(workspace, link)));
    }

    /// Reason: values name records as they were stated, members of a class too.
    private void member(Workspace workspace, RecordId record) {
        of(workspace.one(record).text())
                .ifPresent(one ->
                        labels.putIfAbsent(record.text(), new RecordLabel(record, one.label())));
    }

    private void visits(Workspace workspace) {
        for (Map<String, String> row : workspace.query("SELECT id, subject, round FROM visit")) {
            String subject = of(row.getOrDefault("subject", "")).map(RecordLabel::label).orElse("");
            put(Kind.VISIT, row.getOrDefault("id", ""), subject);
        }
    }

    private void read(Workspace workspace, Kind kind, String sql) {
        for (Map<String, String> row : workspace.query(sql)) {
            put(kind, row.getOrDefault("id", ""), row.getOrDefault("label", ""));
        }
    }

    private void put(Kind kind, String id, String label) {
        labels.put(id, new RecordLabel(new RecordId(kind, UUID.fromString(id)), label));
    }

    Optional<RecordLabel> of(String uuid) {
        return Optional.ofNullable(labels.get(uuid));
    }
}

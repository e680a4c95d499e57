package zhuhu.flow;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import zhuhu.flow.settle.RecordHistory;
import zhuhu.record.Attestation;
import zhuhu.record.Kind;
import zhuhu.record.RecordId;
import zhuhu.record.Revision;
import zhuhu.record.Section;
import zhuhu.record.Stamp;
import zhuhu.store.Workspace;

/// One record with its sections, and with every revision of it where asked, as JSON. Source:
/// `docs/file-format.md`, what `show` prints.
public final class ShowRecord {

    private final Workspace workspace;

    public ShowRecord(Workspace workspace) {
        this.workspace = workspace;
    }

    /// The sections as they stand.
    public ObjectNode now(RecordId record) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("key", record.shortKey());
        json.put("id", record.text());
        json.put("kind", record.kind().code());
        json.put("label", Labels.of(workspace, record));
        ObjectNode sections = json.putObject("sections");
        workspace
                .sections(record)
                .forEach((name, section) -> {
                    if (!(section instanceof Section.Unwritten)) {
                        write(sections.putObject(name), section);
                    }
                });
        return json;
    }

    /// The sections, and every revision ever stated with who stands behind it.
    public ObjectNode withHistory(RecordId record) {
        ObjectNode json = now(record);
        ArrayNode history = json.putArray("history");
        for (RecordHistory.Said said : RecordHistory.of(workspace, record).all()) {
            Revision revision = said.revision();
            ObjectNode node = history.addObject();
            node.put("revision", revision.id().hex());
            node.put("section", revision.section());
            ArrayNode supersedes = node.putArray("supersedes");
            revision.supersedes().forEach(id -> supersedes.add(id.hex()));
            node.set("values", JsonValues.json(revision.values()));
            node.put("head", said.isHead());
            ArrayNode attestations = node.putArray("attestations");
            for (RecordHistory.Behind behind : said.behind()) {
                write(attestations.addObject(), behind);
            }
        }
        return json;
    }

    private static void write(ObjectNode node, Section section) {
        node.set("values", JsonValues.json(section.shown()));
        if (section instanceof Section.Contested contested) {
            ArrayNode sides = node.putArray("conflict");
            for (Revision side : contested.sides()) {
                sides.addObject()
                        .put("revision", side.id().hex())
                        .set("values", JsonValues.json(side.values()));
            }
        }
    }

    /// What the act behind a statement gave as its reason.
    private void reason(ObjectNode node, Stamp stamp) {
        String via = stamp.via();
        Optional<RecordId> act = via == null ? Optional.empty() : workspace.recordOf(via);
        act.filter(a -> a.kind() == Kind.VISIT)
                .map(a -> workspace.section(a, "edit").shown())
                .filter(edit -> edit.get("edit_records").isPresent())
                .ifPresent(edit -> {
                    node.put("reason", edit.plain("edit_reason"));
                    node.put("document", edit.plain("edit_document"));
                });
    }

    private void write(ObjectNode node, RecordHistory.Behind behind) {
        Attestation attestation = behind.attestation();
        Stamp stamp = attestation.stamp();
        node.put("id", attestation.id().hex());
        node.put("by", stamp.by());
        node.put("device", stamp.device());
        node.put("at", stamp.at());
        node.put("how", stamp.how().code());
        node.put("via", stamp.via());
        reason(node, stamp);
        if (stamp.form() != null) {
            node.putObject("form")
                    .put("id", stamp.form().id())
                    .put("version", stamp.form().version())
                    .put("hash", stamp.form().hash());
        }
        behind.withdrawn()
                .ifPresent(w ->
                        node.putObject("withdrawn")
                                .put("by", w.by())
                                .put("at", w.at())
                                .put("reason", w.reason()));
    }
}

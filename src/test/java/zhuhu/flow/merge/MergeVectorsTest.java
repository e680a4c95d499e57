package zhuhu.flow.merge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import zhuhu.record.How;
import zhuhu.record.Ids;
import zhuhu.record.RecordId;
import zhuhu.record.Revision;
import zhuhu.record.Stamp;
import zhuhu.record.Value;
import zhuhu.record.Values;
import zhuhu.store.Waiting.Statement;
import zhuhu.store.Workspace;
import zhuhu.workbook.export.BaseCell;
import zhuhu.workbook.read.Lost;

/// The vectors of `docs/merging.md`, whose ids an independent program (Python) computed.
final class MergeVectorsTest {

    private static final RecordId HOUSEHOLD = Ids.householdByNumber("9901010001");
    private static final String BASE = "286fd1aa37a6cac94f24dd02260d88d6";
    private static final String EDIT = "81f427ea511805fa3a3a81fbf53b6009";
    private static final String ATTESTATION = "01d8def04afa30979e44acecd8795c5a";
    private static final Stamp STAMP =
            Stamp.of(
                    "王一鸣",
                    null,
                    "2017-03-05T10:00",
                    How.WORKBOOK,
                    "0f0e0d0c0b0a09080706050403020100");

    @TempDir Path folder;

    private static Values phone(String number) {
        return Values.of(Map.of("phone", Value.text(number)));
    }

    @Test
    void anEditIsTheFactThatTheDocumentSays() throws IOException {
        Revision base = Revision.of(HOUSEHOLD, "contact", List.of(), phone("13800000001"));
        try (Workspace workspace = Books.workspace(folder.resolve("a.zhuhu"))) {
            Statement edit =
                    new HandStatements(workspace.pack(), STAMP)
                            .statement(
                                    HOUSEHOLD,
                                    "contact",
                                    List.of(base.id()),
                                    base.values(),
                                    phone("13900000001"));
            assertThat(base.id().hex()).isEqualTo(BASE);
            assertThat(edit.revision().id().hex()).isEqualTo(EDIT);
            assertThat(edit.attestation().hex()).isEqualTo(ATTESTATION);
        }
        assertThat(Files.readString(Path.of("docs/merging.md")))
                .contains(
                        BASE,
                        EDIT,
                        ATTESTATION,
                        "contact:gfQn6lEYBfo<KG_Rqjemysk",
                        HOUSEHOLD.text());
    }

    @Test
    void aLostRowIsTheRevisionOnceWhatItRestsOnIsKnown() {
        var lost =
                new Lost(
                        "contact",
                        List.of(new BaseCell.Head("gfQn6lEYBfo", List.of("KG_Rqjemysk"))),
                        phone("13900000001"),
                        new TreeMap<>(),
                        Lost.Whole.ALL,
                        new TreeMap<>());
        try (Workspace workspace = Books.workspace(folder.resolve("a.zhuhu"))) {
            var sections = new LostSections(workspace, new HandStatements(workspace.pack(), STAMP));
            assertThat(sections.of(HOUSEHOLD, lost)).isEqualTo(new LostSections.Said.Pending());
            Revision base = Revision.of(HOUSEHOLD, "contact", List.of(), phone("13800000001"));
            workspace.write(writer -> {
                writer.add(base, STAMP);
                return true;
            });
            assertThat(sections.of(HOUSEHOLD, lost))
                    .isInstanceOfSatisfying(
                            LostSections.Said.Stated.class,
                            said ->
                                    assertThat(said.statement().attestation().hex())
                                            .isEqualTo(ATTESTATION));
        }
    }
}

package zhuhu.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import zhuhu.base.Outcome;
import zhuhu.flow.roster.ImportRosters;
import zhuhu.flow.sample.MakeSample;
import zhuhu.pack.PackReader;
import zhuhu.record.RecordId;
import zhuhu.record.Revision;
import zhuhu.record.Value;
import zhuhu.store.Passphrase;
import zhuhu.store.Workspace;

/// Who takes over works from a backup on a laptop of his own: the drafts are there, he finishes
/// them, and the facts say who said what.
class SuccessorTest {

    private static final Passphrase PASSPHRASE = Passphrase.of("training").orElseThrow();
    private static final Author BEFORE = new Author("李志远", "坡脚村驻村工作队", "", "laptop-1");
    private static final Author AFTER = new Author("赵二妹", "坡脚村驻村工作队", "", "laptop-2");
    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2017-03-05T02:00:00Z"), ZoneOffset.UTC);

    @TempDir Path folder;

    private static <T> T done(Outcome<T> outcome) {
        return switch (outcome) {
            case Outcome.Done<T>(T value) -> value;
            case Outcome.Failed<T>(var problems) -> throw new AssertionError(problems.toString());
        };
    }

    private static Visit visit(Workspace workspace, RecordId household, Author author) {
        return done(
                Visit.open(
                        workspace,
                        household,
                        "2017-03",
                        author,
                        () -> LocalDateTime.now(CLOCK),
                        Visit.Keep.AT_ONCE));
    }

    private static void answer(Visit visit, String question, String value) {
        visit.answer(visit.find(question, "").getFirst(), Value.text(value));
    }

    @Test
    void aDraftGoesOnOnAnotherLaptopAndTheFactsSayWhoSaidWhat() {
        var sample = done(MakeSample.in(folder.resolve("sample"), 1, 4, 7));
        Path copy = folder.resolve("备份.zhuhu");
        RecordId household;
        String first;
        try (Workspace workspace =
                done(
                        Workspaces.create(
                                folder.resolve("a.zhuhu"),
                                PASSPHRASE,
                                done(PackReader.read("qianxinan-2017")),
                                true))) {
            done(
                    new ImportRosters(workspace, BEFORE, CLOCK)
                            .run(
                                    ImportRosters.Request.of(sample.rosters().toArray(Path[]::new)),
                                    Progress.NONE));
            household =
                    new HouseholdList(workspace).lines(HouseholdList.Filter.ALL).getFirst().id();
            try (Visit visit = visit(workspace, household, BEFORE)) {
                answer(visit, "outcome", "07");
                first = visit.parts().getFirst().screens().getFirst().name();
                assertThat(visit.confirm(first)).isEmpty();
                answer(visit, "visitors", "李志远");
            }
            assertThat(workspace.drafts())
                    .singleElement()
                    .satisfies(d -> assertThat(d.by()).isEqualTo("李志远"));
            done(new BackUp(workspace, CLOCK).to(copy, Progress.NONE));
        }

        Path mine = folder.resolve("b.zhuhu");
        done(Restore.from(copy, PASSPHRASE, mine, Progress.NONE));
        try (Workspace workspace = done(Workspaces.open(mine, PASSPHRASE))) {
            assertThat(workspace.drafts())
                    .singleElement()
                    .satisfies(d -> assertThat(d.by()).isEqualTo("李志远"));
            RecordId id;
            try (Visit visit = visit(workspace, household, AFTER)) {
                id = visit.id();
                assertThat(visit.value(visit.find("visitors", "").getFirst()))
                        .isEqualTo(Value.text("李志远"));
                answer(visit, "visitors", "李志远、赵二妹");
                assertThat(workspace.drafts().getFirst().by()).isEqualTo("赵二妹");
                done(visit.finalise());
            }
            List<Revision> said =
                    workspace.revisions(id).stream()
                            .filter(r -> r.values().get("visitors").isPresent())
                            .toList();
            assertThat(said).hasSize(2);
            assertThat(by(workspace, said.getFirst())).containsExactly("李志远 laptop-1");
            assertThat(by(workspace, said.getLast())).containsExactly("赵二妹 laptop-2");
            assertThat(workspace.verify()).isEmpty();
        }
    }

    private static List<String> by(Workspace workspace, Revision revision) {
        return workspace.attestations(revision.id()).stream()
                .map(a -> a.stamp().by() + " " + a.stamp().device())
                .toList();
    }
}

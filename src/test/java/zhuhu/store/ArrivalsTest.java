package zhuhu.store;

import static org.assertj.core.api.Assertions.assertThat;
import static zhuhu.store.Fixture.values;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import zhuhu.base.Problem;
import zhuhu.record.Attestation;
import zhuhu.record.FactId;
import zhuhu.record.How;
import zhuhu.record.Ids;
import zhuhu.record.RecordId;
import zhuhu.record.Revision;
import zhuhu.record.Stamp;
import zhuhu.record.TakeBack;
import zhuhu.record.Withdrawal;
import zhuhu.store.Waiting.Standing;
import zhuhu.store.Waiting.Statement;

/// A store knows which file brought what, and what of it waits.
final class ArrivalsTest {

    private static final RecordId HOUSEHOLD = Ids.householdByNumber("9901010001");
    private static final Stamp BOOK = Stamp.of("王一鸣", null, "2017-03-05", How.WORKBOOK, "b");

    @TempDir Path folder;

    /// Something that would change `below`, and waits for a person.
    static Waiting held(Arrival arrival, Revision below) {
        Revision revision =
                Revision.of(
                        below.record(),
                        below.section(),
                        List.of(below.id()),
                        values("person_name", "韦小妹"));
        return new Waiting(
                "k1",
                Standing.HELD,
                arrival,
                "人",
                7,
                Optional.of(below.record()),
                below.section(),
                Problem.of("storeMissing", "a", "\u001f\""),
                Optional.of(new Statement(revision, BOOK)),
                "{}");
    }

    private static Revision contact(Revision below, String phone) {
        return Revision.of(HOUSEHOLD, "contact", List.of(below.id()), values("phone", phone));
    }

    @Test
    void whatAFileBroughtIsWhatTheStoreDidNotHaveBefore() {
        try (Workspace workspace = Fixture.create(folder.resolve("a.zhuhu"))) {
            Revision base =
                    Fixture.state(workspace, HOUSEHOLD, "contact", Fixture.ROSTER, "phone", "1");
            Revision first = contact(base, "2");
            Revision second = contact(base, "3");
            var gains = new ArrayList<Gain>();
            var arrivals = new ArrayList<Arrival>();
            Fixture.write(
                    workspace,
                    writer -> {
                        arrivals.add(writer.arriving(Arrival.of("p1", "h1", "甲.xlsx", "t", "李")));
                        gains.add(writer.take(base, List.of(Fixture.ROSTER, Fixture.VISITOR)));
                        gains.add(writer.take(first, List.of(Fixture.VISITOR)));
                        arrivals.add(writer.arriving(Arrival.of("p2", "h2", "乙.xlsx", "t", "李")));
                        gains.add(writer.take(base, List.of(Fixture.ROSTER, Fixture.VISITOR)));
                        gains.add(writer.take(first, List.of(Fixture.VISITOR, Fixture.OTHER)));
                        writer.arrived();
                        writer.add(second, Fixture.OTHER);
                        return true;
                    });
            assertThat(gains)
                    .containsExactly(
                            Gain.ATTESTATION, Gain.REVISION, Gain.NOTHING, Gain.ATTESTATION);
            assertThat(workspace.arrivals()).isEqualTo(arrivals);
            assertThat(workspace.brought(1))
                    .containsExactlyInAnyOrder(
                            id(base, Fixture.VISITOR), id(first, Fixture.VISITOR));
            assertThat(workspace.brought(2)).containsExactly(id(first, Fixture.OTHER));
            Fixture.write(
                    workspace,
                    writer -> {
                        writer.arriving(arrivals.getFirst());
                        writer.add(contact(second, "4"), BOOK);
                        return true;
                    });
            assertThat(workspace.brought(1)).contains(id(contact(second, "4"), BOOK)).hasSize(3);
            assertThat(workspace.verify()).isEmpty();
        }
    }

    private static FactId id(Revision revision, Stamp stamp) {
        return Attestation.of(revision.id(), stamp).id();
    }

    @Test
    void whatWaitsIsAcceptedOrRefusedByFactsWherever() {
        try (Workspace workspace = Fixture.create(folder.resolve("a.zhuhu"))) {
            Revision below =
                    Fixture.state(
                            workspace,
                            Ids.personByIdNo("11010519491231002X"),
                            "identity",
                            Fixture.ROSTER,
                            "person_name",
                            "韦大妹");
            Waiting waiting =
                    Fixture.write(
                            workspace,
                            writer -> {
                                Arrival arrival =
                                        writer.arriving(Arrival.of("b", "h", "甲.xlsx", "t", "李"));
                                Waiting kept = held(arrival, below);
                                writer.waiting(kept);
                                writer.waiting(kept);
                                return kept;
                            });
            assertThat(workspace.waiting()).hasSize(1);
            Waiting read = workspace.waiting().getFirst();
            assertThat(read.statement()).isEqualTo(waiting.statement());
            assertThat(read.reason().args()).isEqualTo(waiting.reason().args());
            assertThat(read.standing()).isEqualTo(Standing.HELD);
            Statement statement = read.statement().orElseThrow();
            Withdrawal refusal =
                    Withdrawal.of(List.of(statement.attestation()), "李", null, null, "不是她");
            Fixture.write(
                    workspace,
                    writer -> {
                        writer.withdraw(refusal);
                        return true;
                    });
            assertThat(standing(workspace)).isEqualTo(Standing.REFUSED);
            assertThat(refusals(workspace, below.record())).containsExactly(refusal);
            Fixture.write(
                    workspace,
                    writer -> {
                        writer.takeBack(TakeBack.of(refusal.id(), "李", null, null));
                        return true;
                    });
            assertThat(standing(workspace)).isEqualTo(Standing.HELD);
            Fixture.add(workspace, statement.revision(), statement.stamp());
            assertThat(standing(workspace)).isEqualTo(Standing.ACCEPTED);
        }
    }

    private static Standing standing(Workspace workspace) {
        return workspace.waiting("k1").orElseThrow().standing();
    }

    /// Reason: a refusal of what is no fact yet must be in the workbook of its village.
    private static List<Withdrawal> refusals(Workspace workspace, RecordId record) {
        var found = new ArrayList<Withdrawal>();
        workspace.facts(
                List.of(record),
                new FactSink() {
                    @Override
                    public void revision(Revision revision, List<Stamp> stamps) {
                        assertThat(stamps).isNotEmpty();
                    }

                    @Override
                    public void withdrawal(Withdrawal withdrawal) {
                        found.add(withdrawal);
                    }

                    @Override
                    public void takeBack(TakeBack takeBack) {
                        throw new AssertionError(takeBack);
                    }
                });
        return found;
    }
}

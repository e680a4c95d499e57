package zhuhu.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import zhuhu.record.Attestation;
import zhuhu.record.Facts;
import zhuhu.record.Histories;
import zhuhu.record.RecordId;
import zhuhu.record.Revision;
import zhuhu.record.Section;
import zhuhu.record.Stamp;
import zhuhu.record.TakeBack;
import zhuhu.record.Withdrawal;

/// Facts that arrive in any order and any portions leave the same state, and the tables always say
/// what the facts say.
final class HistoriesTest {

    @TempDir Path folder;

    static Stream<Long> seeds() {
        return Histories.seeds(12).stream();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void anyOrderGivesTheSameStateAndTablesThatFitTheFacts(long seed) {
        Facts facts = Histories.laptops(seed).stream().reduce(Facts.NONE, Facts::union);
        String first = played(facts, new Random(seed), "a");
        String second = played(facts, new Random(seed + 1000), "b");
        assertThat(second).as("seed %d", seed).isEqualTo(first);
    }

    /// Plays all facts in chance order, and gives the dump.
    private String played(Facts facts, Random random, String name) {
        try (Workspace workspace = Fixture.create(folder.resolve(name + ".zhuhu"))) {
            List<Consumer<Workspace.Writer>> acts = acts(facts);
            Collections.shuffle(acts, random);
            for (int from = 0; from < acts.size(); ) {
                int to = Math.min(acts.size(), from + 1 + random.nextInt(6));
                List<Consumer<Workspace.Writer>> portion = acts.subList(from, to);
                Fixture.write(
                        workspace,
                        writer -> {
                            portion.forEach(act -> act.accept(writer));
                            return true;
                        });
                from = to;
            }
            assertThat(workspace.verify()).isEmpty();
            assertState(workspace, facts);
            assertThat(gathered(workspace)).isEqualTo(facts);
            return dump(workspace);
        }
    }

    private static List<Consumer<Workspace.Writer>> acts(Facts facts) {
        var acts = new ArrayList<Consumer<Workspace.Writer>>();
        for (Attestation attestation : facts.attestations().values()) {
            Revision revision = facts.revisions().get(attestation.revision());
            if (revision != null) {
                acts.add(writer -> writer.add(revision, attestation.stamp()));
            }
        }
        facts.withdrawals().values().forEach(w -> acts.add(writer -> writer.withdraw(w)));
        facts.takeBacks().values().forEach(t -> acts.add(writer -> writer.takeBack(t)));
        return acts;
    }

    private static void assertState(Workspace workspace, Facts facts) {
        Histories.state(facts)
                .forEach((record, sections) -> {
                    var written = new TreeMap<>(sections);
                    written.values().removeIf(Section.Unwritten.class::isInstance);
                    for (RecordId member : facts.classes().members(record)) {
                        assertThat(workspace.sections(member)).isEqualTo(written);
                    }
                });
    }

    private static Facts gathered(Workspace workspace) {
        var revisions = new ArrayList<Revision>();
        var attestations = new ArrayList<Attestation>();
        var withdrawals = new ArrayList<Withdrawal>();
        var takeBacks = new ArrayList<TakeBack>();
        workspace.facts(
                List.of(),
                new FactSink() {
                    @Override
                    public void revision(Revision revision, List<Stamp> stamps) {
                        revisions.add(revision);
                        stamps.forEach(s -> attestations.add(Attestation.of(revision.id(), s)));
                    }

                    @Override
                    public void withdrawal(Withdrawal withdrawal) {
                        withdrawals.add(withdrawal);
                    }

                    @Override
                    public void takeBack(TakeBack takeBack) {
                        takeBacks.add(takeBack);
                    }
                });
        return Facts.of(revisions, attestations, withdrawals, takeBacks);
    }

    static String dump(Workspace workspace) {
        var dump = new StringBuilder();
        workspace.dump(line -> dump.append(line).append('\n'));
        return dump.toString();
    }
}

package zhuhu.flow.settle;

import static org.assertj.core.api.Assertions.assertThat;
import static zhuhu.flow.settle.Laptops.done;
import static zhuhu.flow.settle.Laptops.dump;
import static zhuhu.flow.settle.Laptops.hand;

import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import zhuhu.base.Outcome;
import zhuhu.flow.Author;
import zhuhu.record.FactId;
import zhuhu.record.How;
import zhuhu.record.Kind;
import zhuhu.record.RecordId;
import zhuhu.record.Revision;
import zhuhu.record.Stamp;
import zhuhu.record.Value;
import zhuhu.store.Workspace;

/// Three laptops that state, settle, settle by rule, take back and hand on at random: wherever and
/// in whatever order it all arrives, the same is settled and the same is open.
class SettleOrdersTest {

    private static final int HISTORIES = Integer.getInteger("zhuhu.histories", 4);
    private static final List<String> SECTIONS = List.of("place", "cause", "contact");

    @TempDir Path folder;
    private int clock;

    @Test
    void settlementsAreFactsLikeAnyOther() {
        var laptops = new Laptops(folder);
        long first = Long.getLong("zhuhu.seed", 20170309L);
        for (int i = 0; i < HISTORIES; i++) {
            history(laptops, first + i, i);
        }
    }

    private void history(Laptops laptops, long seed, int run) {
        var random = new Random(seed);
        var files = new ArrayList<Workspace>();
        var acts = new ArrayList<List<RecordId>>();
        var settled = new int[1];
        try {
            for (int i = 0; i < 3; i++) {
                files.add(laptops.laptop("run" + run + "-" + i));
                acts.add(new ArrayList<>());
            }
            for (int step = 0; step < 60; step++) {
                int who = random.nextInt(3);
                step(files, acts.get(who), who, random, settled);
            }
            assertThat(settled[0]).as("seed %d settles something", seed).isPositive();
            for (int order = 0; order < 3; order++) {
                try (Workspace all = laptops.laptop("run" + run + "-all" + order)) {
                    var shuffled = new ArrayList<>(files);
                    shuffled.addAll(files);
                    Collections.shuffle(shuffled, random);
                    shuffled.forEach(from -> hand(from, all));
                    if (order == 0) {
                        files.forEach(each -> hand(all, each));
                    }
                    assertThat(dump(all)).as("seed %d", seed).isEqualTo(dump(files.getFirst()));
                    assertThat(open(all)).as("seed %d", seed).isEqualTo(open(files.getFirst()));
                    assertThat(all.verify()).as("seed %d", seed).isEmpty();
                }
            }
        } finally {
            files.forEach(Workspace::close);
        }
    }

    private static List<String> open(Workspace file) {
        return new Conflicts(file)
                .all().stream().map(Conflict::id).sorted().collect(Collectors.toList());
    }

    private void step(
            List<Workspace> files, List<RecordId> acts, int who, Random random, int[] settled) {
        Workspace mine = files.get(who);
        var settle = new Settle(mine, author(who), now());
        List<Conflict> open = new Conflicts(mine).all();
        switch (random.nextInt(6)) {
            case 0, 1 -> state(mine, who, random);
            case 2 -> hand(mine, files.get(random.nextInt(3)));
            case 3 -> {
                if (!open.isEmpty()) {
                    Conflict one = open.get(random.nextInt(open.size()));
                    Side side = one.sides().get(random.nextInt(one.sides().size()));
                    acts.addAll(done(settle.take(one, side.id())).acts());
                    settled[0]++;
                    restsOnAllThatWasShown(mine, one);
                }
            }
            case 4 -> {
                List<Ruling> rules = Rule.of(open);
                if (!rules.isEmpty()) {
                    Ruling rule = rules.get(random.nextInt(rules.size()));
                    acts.addAll(done(settle.byRule(rule)).acts());
                    settled[0] += rule.decided().size();
                    rule.decided().keySet().forEach(c -> restsOnAllThatWasShown(mine, c));
                }
            }
            default -> {
                if (!acts.isEmpty()) {
                    RecordId act = acts.remove(random.nextInt(acts.size()));
                    // Refused where somebody has spoken since; then nothing changes.
                    List<String> before = dump(mine);
                    if (settle.undo(List.of(act)) instanceof Outcome.Failed<Integer>) {
                        assertThat(dump(mine)).isEqualTo(before);
                    }
                }
            }
        }
    }

    /// What was shown, and nothing else, is superseded; so nobody's word is lost unseen.
    private static void restsOnAllThatWasShown(Workspace file, Conflict settled) {
        List<Revision> heads = file.section(settled.record(), settled.section()).allHeads();
        assertThat(heads).hasSize(1);
        assertThat(heads.getFirst().supersedes()).containsAll(settled.heads());
        assertThat(List.copyOf(heads.getFirst().supersedes())).hasSameSizeAs(settled.heads());
        assertThat(new Conflicts(file).of(settled.home().household().orElseThrow()))
                .extracting(Conflict::id)
                .doesNotContain(settled.id());
    }

    private void state(Workspace file, int who, Random random) {
        var households = new ArrayList<RecordId>();
        file.records(Kind.HOUSEHOLD, households::add);
        RecordId household = households.get(random.nextInt(2));
        String section = SECTIONS.get(random.nextInt(SECTIONS.size()));
        String property =
                switch (section) {
                    case "place" -> "address";
                    case "cause" -> "main_cause";
                    default -> "phone";
                };
        var now = file.section(household, section);
        // Half of them have not seen what stands there now.
        List<FactId> heads =
                now.allHeads().stream()
                        .map(Revision::id)
                        .limit(random.nextBoolean() ? 1 : 0)
                        .toList();
        var values = now.shown().with(property, Value.text("0" + (1 + random.nextInt(5))));
        How how = random.nextBoolean() ? How.TYPED : How.WORKBOOK;
        file.write(writer -> {
            writer.add(
                    Revision.of(household, section, heads, values),
                    Stamp.of(
                            author(who).name(),
                            "d" + who,
                            now().toString(),
                            how,
                            how == How.WORKBOOK ? "package-" + random.nextInt(2) : null));
            return true;
        });
    }

    private static Author author(int who) {
        return new Author("入户人" + who, "", "", "d" + who);
    }

    private LocalDateTime now() {
        return LocalDateTime.of(2017, 3, 1, 8, 0).plusSeconds(++clock);
    }
}

package zhuhu.flow.merge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import zhuhu.base.Texts;
import zhuhu.flow.CheckWorkspace;
import zhuhu.flow.Progress;
import zhuhu.record.Attestation;
import zhuhu.record.FactId;
import zhuhu.record.Facts;
import zhuhu.record.Histories;
import zhuhu.record.How;
import zhuhu.record.Kind;
import zhuhu.record.RecordId;
import zhuhu.record.Revision;
import zhuhu.record.Section;
import zhuhu.store.Workspace;
import zhuhu.workbook.read.BookReader;
import zhuhu.workbook.read.BookTerms;
import zhuhu.workbook.read.OpenBook;

/// Real workbooks of a campaign made by chance, merged in any order, with repeats and groupings,
/// come to the same state, and nothing is lost: on every order the dump, the contested sections and
/// all that the checks read are compared. `-Dzhuhu.merge.orders=10000` tries that many orders over
/// as many seeds as it takes; `-Dzhuhu.seed=N` one campaign alone.
final class MergeOrderTest {

    private static final int ORDERS = Integer.getInteger("zhuhu.merge.orders", 60);
    private static final int ORDERS_A_SEED = Math.clamp(ORDERS / 2, 4, 50);
    private static final LocalDate TODAY = LocalDate.of(2017, 4, 1);

    @TempDir Path folder;

    static Stream<Long> seeds() {
        return Histories.seeds(Math.max(1, ORDERS / ORDERS_A_SEED)).stream();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void anyOrderRepeatsAndGroupingsGiveTheSameState(long seed) {
        Campaign.HandedIn campaign = Campaign.play(seed, folder);
        var random = new Random(seed);
        Outcome first;
        State state;
        Path empty = folder.resolve("empty.zhuhu");
        Books.workspace(empty).close();
        try (Workspace county = copy(empty, "county")) {
            Books.merge(county, campaign.books().toArray(Path[]::new));
            first = outcome(county);
            state = state(county);
            assertThat(county.verify()).as("seed %d", seed).isEmpty();
            assertNothingIsLost("seed " + seed, state, campaign.stated());
        }
        var proved = new HashSet<>(Set.of(new Proof(state.facts(), state.heads())));
        try (Workspace workspace = copy(empty, "orders")) {
            for (int order = 0; order < ORDERS_A_SEED - 2; order++) {
                List<Path> books = shuffled(campaign.books(), random);
                String run = "seed %d, order %d: %s".formatted(seed, order, names(books));
                State now = played(workspace, books);
                assertThat(now.seen()).as(run).isEqualTo(state.seen());
                if (proved.add(new Proof(now.facts(), now.heads()))) {
                    assertNothingIsLost(run, now, campaign.stated());
                }
            }
        }
        for (int grouping = 0; grouping < 2; grouping++) {
            assertThat(
                            grouped(
                                    campaign,
                                    random,
                                    empty,
                                    "seed %d, grouping ".formatted(seed),
                                    grouping))
                    .as("seed %d, grouping %d", seed, grouping)
                    .isEqualTo(first);
        }
    }

    private static String names(List<Path> books) {
        return books.stream().map(b -> String.valueOf(b.getFileName())).toList().toString();
    }

    /// What must not depend on the order: `found` are the findings of the checks.
    private record Outcome(Seen seen, List<String> found) {}

    /// The dump, the contested sections, and every row of the tables that checks are put to: a
    /// finding is a function of those.
    private record Seen(
            String dump,
            Map<RecordId, List<String>> contested,
            Map<String, List<Map<String, String>>> tables) {}

    /// A state with what stands behind it. Shape: `heads` all revisions that nothing supersedes.
    private record State(Seen seen, Facts facts, Set<FactId> heads) {}

    /// What "nothing is lost" depends on, so that it is reckoned once for each.
    private record Proof(Facts facts, Set<FactId> heads) {}

    private static Outcome outcome(Workspace workspace) {
        var found = new ArrayList<String>();
        for (CheckWorkspace.Line line :
                Books.done(new CheckWorkspace(workspace, TODAY).run(Optional.empty())).lines()) {
            found.add(line.finding().toString());
        }
        Collections.sort(found);
        return new Outcome(state(workspace).seen(), found);
    }

    private static State state(Workspace workspace) {
        Facts facts = Books.facts(workspace);
        var contested = new TreeMap<RecordId, List<String>>();
        var heads = new HashSet<FactId>();
        for (RecordId record : records(facts)) {
            workspace
                    .sections(record)
                    .forEach((name, section) -> {
                        section.allHeads().forEach(head -> heads.add(head.id()));
                        if (section instanceof Section.Contested) {
                            contested.computeIfAbsent(record, _ -> new ArrayList<>()).add(name);
                        }
                    });
        }
        return new State(
                new Seen(Books.dump(workspace), contested, tables(workspace)), facts, heads);
    }

    /// Reason: `record_no` says only which record came first, and no check reads it.
    private static Map<String, List<Map<String, String>>> tables(Workspace workspace) {
        var tables = new TreeMap<String, List<Map<String, String>>>();
        for (Map<String, String> table :
                workspace.query("SELECT name FROM sqlite_master WHERE type = 'table'")) {
            String name = table.getOrDefault("name", "");
            boolean derived =
                    Stream.of(Kind.values())
                            .anyMatch(
                                    k -> name.equals(k.code()) || name.startsWith(k.code() + "_"));
            if (derived) {
                var rows = new ArrayList<Map<String, String>>();
                workspace
                        .query("SELECT * FROM \"" + name + "\"")
                        .forEach(row -> {
                            var plain = new TreeMap<>(row);
                            plain.remove("record_no");
                            rows.add(plain);
                        });
                rows.sort(Comparator.comparing(Map::toString));
                tables.put(name, rows);
            }
        }
        return tables;
    }

    private static List<RecordId> records(Facts facts) {
        return facts.revisions().values().stream()
                .map(Revision::record)
                .distinct()
                .sorted()
                .toList();
    }

    private Workspace copy(Path empty, String name) {
        Path to = folder.resolve(name + ".zhuhu");
        try {
            Files.deleteIfExists(to);
            Files.copy(empty, to);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Books.open(to);
    }

    /// Some twice, in any order.
    private static List<Path> shuffled(List<Path> books, Random random) {
        var order = new ArrayList<>(books);
        for (int again = random.nextInt(4); again > 0; again--) {
            order.add(books.get(random.nextInt(books.size())));
        }
        Collections.shuffle(order, random);
        return order;
    }

    /// As a dry run, which is the merge itself, undone.
    private static State played(Workspace workspace, List<Path> books) {
        var terms = BookTerms.of(workspace.pack(), Texts.chinese());
        return workspace.rehearse(writer -> {
            for (Path book : books) {
                merge(workspace, writer, terms, book);
            }
            return state(workspace);
        });
    }

    private static void merge(
            Workspace workspace, Workspace.Writer writer, BookTerms terms, Path path) {
        try (OpenBook book = Books.done(BookReader.open(path, Optional.empty(), Texts.chinese()))) {
            MergedBook merged =
                    new BookMerge(workspace, writer, terms, new Watch(Progress.NONE))
                            .merge(path, book, new BookMerge.Clerk("李", "2017-04-01"));
            assertThat(merged.isRefused()).isFalse();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Villages into two or three townships, those into the county; some files go up directly.
    private Outcome grouped(
            Campaign.HandedIn campaign, Random random, Path empty, String run, int grouping) {
        List<Path> books = campaign.books();
        int townships = 2 + grouping;
        var up = new ArrayList<Path>();
        List<Path> order = shuffled(books, random);
        for (int t = 0; t < townships; t++) {
            try (Workspace township = copy(empty, "township")) {
                for (int i = 0; i < order.size(); i++) {
                    if (i % townships == t || random.nextInt(5) == 0) {
                        Books.merge(township, order.get(i));
                    }
                }
                up.add(
                        Books.export(
                                township,
                                folder.resolve("township-%d-%d.xlsx".formatted(grouping, t))));
            }
        }
        for (Path book : books) {
            boolean direct = random.nextInt(6) == 0 || book.endsWith("bare.xlsx");
            if (direct) {
                up.add(book);
            }
        }
        Collections.shuffle(up, random);
        try (Workspace county = copy(empty, "county")) {
            Books.merge(county, up.toArray(Path[]::new));
            assertNothingIsLost(run + grouping, state(county), campaign.stated());
            return outcome(county);
        }
    }

    /// Whatever anybody stated is here; only hand edits came besides; and every live statement is a
    /// head, or superseded by one whose author saw it.
    private static void assertNothingIsLost(String run, State state, Facts stated) {
        Facts here = state.facts();
        assertThat(here.attestations().keySet())
                .as("%s", run)
                .containsAll(stated.attestations().keySet());
        assertThat(here.withdrawals()).as("%s", run).isEqualTo(stated.withdrawals());
        assertThat(here.takeBacks()).as("%s", run).isEqualTo(stated.takeBacks());
        for (Attestation more : here.attestations().values()) {
            if (!stated.attestations().containsKey(more.id())) {
                assertThat(more.stamp().how()).as("%s", run).isEqualTo(How.WORKBOOK);
            }
        }
        for (FactId live : here.live()) {
            assertThat(state.heads().contains(live) || isSeen(live, here))
                    .as("%s: %s", run, live)
                    .isTrue();
        }
    }

    /// Whether somebody who saw it stated something else that counts.
    private static boolean isSeen(FactId revision, Facts facts) {
        var waiting = new ArrayList<>(List.of(revision));
        var live = facts.live();
        var seen = new HashSet<FactId>();
        while (!waiting.isEmpty()) {
            FactId below = waiting.removeLast();
            for (Revision above : facts.revisions().values()) {
                if (above.supersedes().contains(below) && seen.add(above.id())) {
                    if (live.contains(above.id())) {
                        return true;
                    }
                    waiting.add(above.id());
                }
            }
        }
        return false;
    }
}

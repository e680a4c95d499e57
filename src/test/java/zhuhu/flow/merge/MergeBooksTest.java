package zhuhu.flow.merge;

import static org.assertj.core.api.Assertions.assertThat;
import static zhuhu.flow.merge.Books.done;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import zhuhu.base.Texts;
import zhuhu.flow.Progress;
import zhuhu.flow.Workspaces;
import zhuhu.flow.merge.CellEdit.Fate;
import zhuhu.flow.merge.MergedBook.Before;
import zhuhu.pack.PackReader;
import zhuhu.record.Facts;
import zhuhu.record.How;
import zhuhu.record.Kind;
import zhuhu.record.RecordId;
import zhuhu.record.Revision;
import zhuhu.record.Section;
import zhuhu.record.Stamp;
import zhuhu.record.Value;
import zhuhu.store.Passphrase;
import zhuhu.store.Waiting;
import zhuhu.store.Workspace;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class MergeBooksTest {

    @TempDir static Path shared;
    @TempDir Path folder;

    private final List<Workspace> open = new ArrayList<>();
    private final AtomicInteger number = new AtomicInteger();
    private Path book = Path.of("");
    private Path village = Path.of("");
    private String all = "";

    @BeforeAll
    void aVillageHandsIn() throws IOException {
        try (Workspace workspace = Books.township(shared, "village", 2, 5)) {
            book = Books.export(workspace, shared.resolve("一村.xlsx"));
            all = Books.dump(workspace);
        }
        village = shared.resolve("village.zhuhu");
        assertThat(Files.size(book)).isPositive();
    }

    @AfterEach
    void close() {
        open.forEach(Workspace::close);
        open.clear();
    }

    private Workspace empty() {
        return kept(Books.workspace(folder.resolve("w" + number.incrementAndGet() + ".zhuhu")));
    }

    /// A copy of the village's own workspace.
    private Workspace copy() throws IOException {
        Path to = folder.resolve("c" + number.incrementAndGet() + ".zhuhu");
        Files.copy(village, to);
        return kept(Books.open(to));
    }

    private Workspace kept(Workspace workspace) {
        open.add(workspace);
        return workspace;
    }

    private static MergedBook only(MergeBooks.Merged merged) {
        assertThat(merged.books()).hasSize(1);
        return merged.books().getFirst();
    }

    @Test
    void whatIsMergedIsWhatWasHandedInAndASecondTimeIsNothing() {
        Workspace office = empty();
        MergedBook first = only(Books.merge(office, book));
        assertThat(Books.dump(office)).isEqualTo(all);
        assertThat(first.counts().of(RowClass.NEW)).isEqualTo(first.counts().rows()).isPositive();
        assertThat(first.isClean()).isTrue();
        assertThat(first.before()).isEqualTo(Before.NEVER);
        assertThat(first.about().villages()).hasSize(2);
        Facts facts = Books.facts(office);

        MergedBook again = only(Books.merge(office, book));
        assertThat(again.counts().of(RowClass.SAME)).isEqualTo(again.counts().rows());
        assertThat(again.facts().isNothing()).isTrue();
        assertThat(again.before()).isEqualTo(Before.SAME_FILE);
        assertThat(Books.facts(office)).isEqualTo(facts);
        assertThat(office.brought(1)).hasSize(facts.attestations().size());
        assertThat(office.brought(2)).isEmpty();
        assertThat(office.packages()).hasSize(1);
        assertThat(office.verify()).isEmpty();
    }

    @Test
    void theDryRunSaysWhatTheMergeDoesAndKeepsNothing() throws IOException {
        Path hand =
                Books.changed(book, "二.xlsx", Books.type("户", 1, "contact.phone", "13900000001"));
        Path other =
                Books.changed(book, "三.xlsx", Books.type("户", 1, "contact.phone", "13900000002"));
        Path broken = Files.writeString(shared.resolve("坏.xlsx"), "这不是工作簿");
        Workspace office = empty();
        MergeBooks.Merged tried = Books.rehearse(office, book, hand, broken, other);
        assertThat(Books.dump(office)).isEmpty();
        assertThat(office.arrivals()).isEmpty();
        assertThat(office.packages()).isEmpty();

        MergeBooks.Merged merged = Books.merge(office, book, hand, broken, other);
        assertThat(tried).isEqualTo(merged);
        assertThat(merged.books())
                .extracting(MergedBook::isRefused)
                .containsExactly(false, false, true, false);
        assertThat(merged.books().get(1).counts().of(RowClass.HAND_EDITED)).isEqualTo(1);
        assertThat(merged.books().get(3).counts().of(RowClass.CONFLICT)).isEqualTo(1);
        assertThat(merged.openConflicts()).isEqualTo(1);
    }

    @Test
    void aHandEditIsTheSameFactOnEveryMachineAndInEveryOrder() {
        Path hand =
                Books.changed(book, "手改.xlsx", Books.type("户", 0, "contact.phone", "13900000001"));
        Clock later = Clock.fixed(Instant.parse("2018-01-01T00:00:00Z"), ZoneOffset.UTC);
        Workspace one = empty();
        Workspace two = empty();
        MergedBook merged = only(Books.merge(one, hand));
        assertThat(merged.counts().of(RowClass.HAND_EDITED)).isEqualTo(1);
        CellEdit edit = edits(merged).getFirst();
        assertThat(edit.now()).isEqualTo("13900000001");
        assertThat(edit.fate()).isEqualTo(Fate.TAKEN);
        assertThat(
                        Books.act(two, Clock.offset(later, Duration.ofDays(3)))
                                .merge(Books.orders(book, hand, hand), Progress.NONE)
                                .books())
                .hasSize(3);
        assertThat(Books.facts(two)).isEqualTo(Books.facts(one));
        assertThat(Books.dump(two)).isEqualTo(Books.dump(one)).isNotEqualTo(all);
        Stamp stamp =
                Objects.requireNonNull(
                                Books.facts(one)
                                        .attestations()
                                        .get(edit.attestation().orElseThrow()))
                        .stamp();
        assertThat(stamp)
                .isEqualTo(
                        Stamp.of(
                                "王一鸣",
                                null,
                                "2017-03-05T04:00",
                                How.WORKBOOK,
                                merged.about().packageId()));
    }

    private static List<CellEdit> edits(MergedBook book) {
        return book.rows().stream().flatMap(r -> r.edits().stream()).toList();
    }

    @Test
    void aChangeOfNameWaitsUntilTwoClerksAcceptTheSame() {
        Path hand =
                Books.changed(
                        book,
                        "改名.xlsx",
                        b -> {
                            Books.type("人", 0, "identity.person_name", "韦新名").on(b);
                            Books.type("人", 0, "identity.sex", "女").on(b);
                        });
        Workspace one = empty();
        Workspace two = empty();
        for (Workspace office : List.of(one, two)) {
            MergedBook merged = only(Books.merge(office, hand));
            assertThat(merged.counts().of(RowClass.DAMAGED)).isEqualTo(1);
            assertThat(merged.counts().of(RowClass.NEW)).isEqualTo(merged.counts().rows() - 1);
            List<Waiting> held =
                    office.waiting().stream()
                            .filter(w -> w.standing() == Waiting.Standing.HELD)
                            .toList();
            assertThat(held).hasSize(1);
            done(
                    new AcceptHeld(office, Books.CLERK, Books.NOON, Texts.chinese())
                            .accept(List.of(held.getFirst().key())));
            assertThat(office.waiting().getFirst().standing()).isEqualTo(Waiting.Standing.ACCEPTED);
            RecordId person = held.getFirst().record().orElseThrow();
            assertThat(office.section(person, "identity")).isInstanceOf(Section.Agreed.class);
            assertThat(office.section(person, "identity").shown().plain("person_name"))
                    .isEqualTo("韦新名");
            assertThat(edits(only(Books.merge(office, hand))))
                    .anySatisfy(e -> assertThat(e.fate()).isEqualTo(Fate.ACCEPTED));
        }
        assertThat(Books.facts(two)).isEqualTo(Books.facts(one));
    }

    @Test
    void aRefusalTravelsAheadOfWhatItRefuses() {
        Path hand =
                Books.changed(book, "手改.xlsx", Books.type("户", 0, "contact.phone", "13900000001"));
        Workspace one = empty();
        CellEdit edit = edits(only(Books.merge(one, hand))).getFirst();
        var refuse = new RefuseEdit(one, Books.CLERK, Books.NOON);
        RefuseEdit.Refused refused =
                refuse.refuse(List.of(edit.attestation().orElseThrow()), "不是他的电话");
        assertThat(Books.dump(one)).isEqualTo(all);
        Path up = Books.export(one, folder.resolve("镇.xlsx"));

        Workspace county = empty();
        assertThat(only(Books.merge(county, up)).isRefused()).isFalse();
        MergedBook late = only(Books.merge(county, hand));
        assertThat(late.withdrawn()).containsExactly(edit.attestation().orElseThrow());
        assertThat(edits(late).getFirst().fate()).isEqualTo(Fate.REFUSED);
        assertThat(Books.dump(county)).isEqualTo(all);

        refuse.undo(refused);
        assertThat(Books.dump(one)).isNotEqualTo(all);
    }

    @Test
    void aRowWithoutItsHiddenSheetsGivesTheVeryFactsThatWereLost() throws IOException {
        Path bare = Books.changed(book, "裸.xlsx", Books.loseFacts());
        Workspace office = copy();
        Facts before = Books.facts(office);
        MergedBook merged = only(Books.merge(office, bare));
        assertThat(merged.counts().of(RowClass.SAME)).isEqualTo(merged.counts().rows());
        assertThat(Books.facts(office).revisions()).isEqualTo(before.revisions());

        Workspace far = empty();
        assertThat(only(Books.merge(far, bare)).isRefused()).isFalse();
        assertThat(before.revisions().keySet()).containsAll(Books.facts(far).revisions().keySet());
        assertThat(Books.facts(far).revisions()).isNotEmpty();
    }

    @Test
    void whatRestsOnAnotherWorkbookWaitsForIt() throws IOException {
        Workspace laptop = copy();
        RecordId household = first(laptop, Kind.HOUSEHOLD);
        Section contact = laptop.section(household, "contact");
        laptop.write(writer -> {
            writer.add(
                    Revision.of(
                            household,
                            "contact",
                            contact.allHeads().stream().map(Revision::id).toList(),
                            contact.shown().with("phone", Value.text("13800000009"))),
                    Stamp.of("王一鸣", "d1", "2017-03-04", How.TYPED, "v"));
            return true;
        });
        Path second = Books.export(laptop, folder.resolve("第二次.xlsx"));
        Path bare =
                Books.changed(
                        second,
                        "第二次裸.xlsx",
                        b -> {
                            Books.loseFacts().on(b);
                            for (int row = 0; row < 10; row++) {
                                Books.type("户", row, "contact.phone", "").on(b);
                            }
                        });
        Workspace office = copy();
        MergeBooks.Merged merged = Books.merge(office, bare);
        assertThat(merged.pending()).isPositive();
        MergeBooks.Merged later = Books.merge(office, second);
        assertThat(later.pending()).isZero();
        assertThat(later.held()).isPositive();

        Workspace other = copy();
        assertThat(Books.merge(other, second, bare).pending()).isZero();
        assertThat(Books.facts(other)).isEqualTo(Books.facts(office));
        assertThat(other.waiting())
                .extracting(Waiting::key, Waiting::statement)
                .containsExactlyInAnyOrderElementsOf(
                        office.waiting().stream()
                                .filter(w -> w.standing() == Waiting.Standing.HELD)
                                .map(w ->
                                        org.assertj.core.groups.Tuple.tuple(w.key(), w.statement()))
                                .toList());
    }

    private static RecordId first(Workspace workspace, Kind kind) {
        var found = new ArrayList<RecordId>();
        workspace.records(kind, found::add);
        return found.getFirst();
    }

    @Test
    void trainingAndRealWorkNeverMix() {
        Path real = folder.resolve("real.zhuhu");
        Workspace office =
                kept(
                        done(
                                Workspaces.create(
                                        real,
                                        Passphrase.of("12345678").orElseThrow(),
                                        done(PackReader.read("qianxinan-2017")),
                                        false)));
        MergedBook refused = only(Books.merge(office, book));
        assertThat(refused.refused()).extracting(p -> p.code()).containsExactly("mergeTraining");
        assertThat(Books.dump(office)).isEmpty();
        assertThat(office.arrivals()).isEmpty();
        Path work = Books.export(office, folder.resolve("real.xlsx"));
        assertThat(only(Books.merge(empty(), work)).refused())
                .extracting(p -> p.code())
                .containsExactly("mergeRealIntoTraining");
    }

    @Test
    void aCancelledFileLeavesNothingAndThoseBeforeStay() {
        Workspace office = empty();
        Path hand = Books.changed(book, "手.xlsx", Books.type("户", 0, "contact.phone", "1"));
        var stop =
                new Progress() {
                    private int files;

                    @Override
                    public void at(String step, long done, long total) {
                        files += step.equals("merge.step.rows") && done == 0 ? 1 : 0;
                    }

                    @Override
                    public boolean cancelled() {
                        return files > 1;
                    }
                };
        MergeBooks.Merged merged = Books.act(office).merge(Books.orders(book, hand), stop);
        assertThat(merged.end()).isEqualTo(MergeBooks.End.CANCELLED);
        assertThat(merged.books()).hasSize(1);
        assertThat(Books.dump(office)).isEqualTo(all);
        assertThat(office.arrivals()).hasSize(1);
    }

    @Test
    void aFolderGivesItsWorkbooksByNameWithoutLocks() throws IOException {
        Path dir = Files.createDirectories(folder.resolve("收"));
        for (String name : List.of("十村.xlsx", "二村.xlsx", "~$二村.xlsx", "说明.txt", "下/三村.XLS")) {
            Files.createDirectories(dir.resolve(name).getParent());
            Files.writeString(dir.resolve(name), "x");
        }
        assertThat(done(BookFiles.of(List.of(dir))))
                .extracting(p -> p.getFileName().toString())
                .contains("二村.xlsx", "十村.xlsx", "三村.XLS")
                .hasSize(3)
                .containsSubsequence("二村.xlsx", "十村.xlsx");
    }
}

package zhuhu.flow.merge;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import zhuhu.base.Texts;
import zhuhu.flow.ExportWorkbook;
import zhuhu.flow.Progress;
import zhuhu.flow.picture.BookPictures;
import zhuhu.record.How;
import zhuhu.record.Kind;
import zhuhu.record.RecordId;
import zhuhu.record.Revision;
import zhuhu.record.Section;
import zhuhu.record.Stamp;
import zhuhu.record.Value;
import zhuhu.store.Waiting;
import zhuhu.store.Workspace;

/// Workbooks as they come back from the world: with a password, with pictures beside them, saved by
/// another program, with rows and sheets lost, before and after the village's own next hand-in.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class MergeFilesTest {

    private static final Path OFFICE = Path.of("/usr/bin/soffice");

    @TempDir static Path shared;
    @TempDir Path folder;

    private final List<Workspace> open = new ArrayList<>();
    private final AtomicInteger number = new AtomicInteger();
    private Path book = Path.of("");
    private Path village = Path.of("");

    @BeforeAll
    void aVillageHandsIn() {
        try (Workspace workspace = Books.township(shared, "village", 1, 3)) {
            book = Books.export(workspace, shared.resolve("一村.xlsx"));
        }
        village = shared.resolve("village.zhuhu");
    }

    @AfterEach
    void close() {
        open.forEach(Workspace::close);
        open.clear();
    }

    private Workspace empty() {
        Workspace made = Books.workspace(folder.resolve("w" + number.incrementAndGet() + ".zhuhu"));
        open.add(made);
        return made;
    }

    private Workspace copy() throws IOException {
        Path to = folder.resolve("c" + number.incrementAndGet() + ".zhuhu");
        Files.copy(village, to);
        Workspace copied = Books.open(to);
        open.add(copied);
        return copied;
    }

    private static MergedBook only(MergeBooks.Merged merged) {
        assertThat(merged.books()).hasSize(1);
        return merged.books().getFirst();
    }

    private static RecordId household(Workspace workspace) {
        var found = new ArrayList<RecordId>();
        workspace.records(Kind.HOUSEHOLD, found::add);
        return found.getFirst();
    }

    private static void says(Workspace workspace, String property, String text) {
        RecordId household = household(workspace);
        Section contact = workspace.section(household, "contact");
        workspace.write(writer -> {
            writer.add(
                    Revision.of(
                            household,
                            "contact",
                            contact.allHeads().stream().map(Revision::id).toList(),
                            contact.shown().with(property, Value.text(text))),
                    Stamp.of("王一鸣", "d1", "2017-03-04", How.TYPED, "v"));
            return true;
        });
    }

    @Test
    void aLockedWorkbookOpensWithItsPasswordAlone() throws IOException {
        Workspace workspace = copy();
        Path locked = folder.resolve("加密.xlsx");
        var choice =
                new ExportWorkbook.Choice(
                        locked, ExportWorkbook.Content.WORKBOOK, List.of(), Optional.of("清水-2017"));
        Books.done(
                new ExportWorkbook(workspace, Books.CLERK, Books.NOON, Texts.chinese())
                        .export(choice, Progress.NONE));
        Workspace office = empty();
        MergedBook none = only(Books.merge(office, locked));
        MergedBook wrong = only(with(office, locked, "清水-2016"));
        for (MergedBook refused : List.of(none, wrong)) {
            assertThat(refused.refused()).hasSize(1);
            assertThat(Texts.chinese().message(refused.refused().getFirst())).contains("密码");
        }
        assertThat(none.refused().getFirst().code())
                .isNotEqualTo(wrong.refused().getFirst().code());
        assertThat(office.arrivals()).isEmpty();
        assertThat(only(with(office, locked, "清水-2017")).isRefused()).isFalse();
        assertThat(Books.dump(office)).isEqualTo(Books.dump(workspace));
    }

    private static MergeBooks.Merged with(Workspace office, Path file, String password) {
        return Books.act(office)
                .merge(List.of(new MergeBooks.Order(file, Optional.of(password))), Progress.NONE);
    }

    @Test
    void picturesBesideAWorkbookComeInWholeOrNotAtAll() throws IOException {
        Workspace laptop = copy();
        byte[] bytes = picture();
        String name = laptop.write(writer -> writer.attach(bytes));
        says(laptop, "phone", name);
        Path sent = Books.export(laptop, folder.resolve("照片.xlsx"));
        Path beside = BookPictures.folder(sent).resolve(name);
        assertThat(beside).hasBinaryContent(bytes);

        Workspace office = empty();
        byte[] half = new byte[bytes.length / 2];
        System.arraycopy(bytes, 0, half, 0, half.length);
        Files.write(beside, half);
        MergedBook broken = only(Books.merge(office, sent));
        assertThat(broken.facts().pictures()).isZero();
        assertThat(broken.isRefused()).isFalse();
        assertThat(office.hasAttachment(name)).isFalse();
        assertThat(Books.dump(office)).isEqualTo(Books.dump(laptop));

        Files.write(beside, bytes);
        assertThat(only(Books.merge(office, sent)).facts().pictures()).isEqualTo(1);
        assertThat(office.attachment(name)).hasValueSatisfying(b -> assertThat(b).isEqualTo(bytes));
        assertThat(only(Books.merge(office, sent)).facts().pictures()).isZero();
    }

    private static byte[] picture() throws IOException {
        var out = new ByteArrayOutputStream();
        assertThat(ImageIO.write(new BufferedImage(64, 48, BufferedImage.TYPE_INT_RGB), "jpg", out))
                .isTrue();
        return out.toByteArray();
    }

    @Test
    void aFileSavedAgainByLibreOfficeSaysTheSame() throws IOException, InterruptedException {
        if (!Files.isExecutable(OFFICE)) {
            System.out.println("not checked: LibreOffice (not found here)");
            return;
        }
        Path hand =
                Books.changed(book, "手改.xlsx", Books.type("户", 0, "contact.phone", "13900000001"));
        Path dir = Files.createDirectory(folder.resolve("另存"));
        Process office =
                new ProcessBuilder(
                                OFFICE.toString(),
                                "-env:UserInstallation=" + folder.resolve("profile").toUri(),
                                "--headless",
                                "--convert-to",
                                "xlsx:Calc MS Excel 2007 XML",
                                "--outdir",
                                dir.toString(),
                                hand.toString())
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
        assertThat(office.waitFor(180, TimeUnit.SECONDS)).isTrue();
        Path saved = dir.resolve("手改.xlsx");
        Workspace one = empty();
        Workspace two = empty();
        assertThat(only(Books.merge(one, hand)).counts().of(RowClass.HAND_EDITED)).isEqualTo(1);
        assertThat(only(Books.merge(two, saved)).counts().of(RowClass.HAND_EDITED)).isEqualTo(1);
        assertThat(Books.facts(two)).isEqualTo(Books.facts(one));
        MergedBook again = only(Books.merge(one, saved));
        assertThat(again.counts().of(RowClass.SAME)).isEqualTo(again.counts().rows());
        assertThat(again.facts().isNothing()).isTrue();
    }

    private static Books.Hand keyless(String sheet, int row) {
        return b -> {
            Books.cell(b, sheet, row, "_key").setBlank();
            Books.cell(b, sheet, row, "_base").setBlank();
        };
    }

    @Test
    void aRowWithoutAKeyIsFoundByItsNumbersAndWaitsUnderAnotherName() throws IOException {
        Path whole =
                Books.changed(
                        book,
                        "无码.xlsx",
                        b -> {
                            Books.loseFacts().on(b);
                            keyless("户", 0).on(b);
                            keyless("人", 0).on(b);
                        });
        Workspace office = copy();
        MergedBook merged = only(Books.merge(office, whole));
        assertThat(merged.counts().of(RowClass.SAME)).isEqualTo(merged.counts().rows());
        assertThat(office.waiting()).isEmpty();

        Path byIdNo =
                Books.changed(
                        whole,
                        "无编号.xlsx",
                        b -> Books.cell(b, "人", 0, "number.person_no").setBlank());
        assertThat(only(Books.merge(office, byIdNo)).isRefused()).isFalse();
        assertThat(office.waiting())
                .as("the 证件号码 and the name tell who it is")
                .allSatisfy(w -> assertThat(w.record()).isPresent());

        Workspace other = copy();
        Path renamed =
                Books.changed(whole, "改名.xlsx", Books.type("户", 0, "place.head_name", "覃无此人"));
        String before = Books.dump(other);
        MergedBook held = only(Books.merge(other, renamed));
        assertThat(held.counts().of(RowClass.DAMAGED)).isEqualTo(1);
        assertThat(other.waiting())
                .singleElement()
                .satisfies(w -> {
                    assertThat(w.standing()).isEqualTo(Waiting.Standing.HELD);
                    assertThat(w.record()).isEmpty();
                });
        assertThat(Books.dump(other)).isEqualTo(before);
    }

    @Test
    void aHandEditAndTheNextHandInAgreeInBothOrders() throws IOException {
        Path hand =
                Books.changed(book, "手改.xlsx", Books.type("户", 0, "contact.phone", "13900000001"));
        Workspace laptop = copy();
        says(laptop, "phone", "13800000009");
        Path next = Books.export(laptop, folder.resolve("第二次.xlsx"));
        Workspace one = empty();
        Workspace two = empty();
        Books.merge(one, hand);
        Books.merge(one, next);
        Books.merge(two, next);
        Books.merge(two, hand);
        assertThat(Books.facts(two)).isEqualTo(Books.facts(one));
        assertThat(Books.dump(two)).isEqualTo(Books.dump(one)).contains("13800000009");
        assertThat(Books.dump(one)).contains("13900000001");
    }

    @Test
    void aFileWithoutItsFactsWaitsForTheOriginalOrFollowsIt() throws IOException {
        Workspace laptop = copy();
        says(laptop, "phone", "13800000001");
        says(laptop, "phone", "13800000009");
        Path original = Books.export(laptop, folder.resolve("原件.xlsx"));
        Path lost =
                Books.changed(
                        original, "丢了历史.xlsx", b -> b.removeSheetAt(b.getSheetIndex("_revisions")));
        Workspace after = empty();
        Books.merge(after, original);
        var merged = Books.merge(after, lost);
        assertThat(merged.pending()).isZero();
        assertThat(merged.held()).isZero();

        Workspace before = empty();
        assertThat(Books.merge(before, lost).pending()).isPositive();
        assertThat(Books.merge(before, original).pending()).isZero();
        assertThat(Books.facts(before)).isEqualTo(Books.facts(after));
        assertThat(Books.dump(before)).isEqualTo(Books.dump(laptop));
    }
}

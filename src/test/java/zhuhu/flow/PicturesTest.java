package zhuhu.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static zhuhu.flow.House.done;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import zhuhu.base.Outcome;
import zhuhu.base.Texts;
import zhuhu.flow.picture.AnswerPictures;
import zhuhu.store.Workspace;

/// Pictures on their way: from a file into the workspace, named by answers, out beside a workbook.
class PicturesTest {

    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2017-03-06T02:00:00Z"), ZoneOffset.UTC);

    @TempDir Path folder;
    private Workspace workspace;

    @BeforeEach
    void open() throws IOException {
        workspace = House.workspace(folder.resolve("a.zhuhu"));
        done(LoadForm.into(workspace, Path.of("src/test/resources/forms/office.md")));
        ImageIO.write(
                new BufferedImage(1800, 900, BufferedImage.TYPE_INT_RGB),
                "png",
                folder.resolve("house.png").toFile());
    }

    private Visit visit() {
        return done(
                Visit.open(
                        workspace,
                        House.HOUSEHOLD,
                        "office",
                        House.FIRST,
                        House.AUTHOR,
                        () -> LocalDateTime.of(2017, 3, 6, 10, 0),
                        Visit.Keep.AT_THE_END));
    }

    private Outcome<FillVisit.Filled> fill(String answers) throws IOException {
        try (Visit visit = visit()) {
            var json = new ObjectMapper().readTree(answers.replace('\'', '"'));
            return AnswerPictures.take(workspace, visit.form().form(), json, folder)
                    .then(taken -> {
                        var filled = FillVisit.of(workspace, visit, taken.answers(), false);
                        if (!(filled instanceof Outcome.Done<FillVisit.Filled>(var one))
                                || !one.kept()) {
                            taken.forget(workspace);
                        }
                        return filled;
                    });
        }
    }

    private ExportWorkbook.Exported export(Optional<String> password) {
        var choice =
                new ExportWorkbook.Choice(
                        folder.resolve("book.xlsx"),
                        ExportWorkbook.Content.WORKBOOK,
                        List.of(),
                        password);
        return done(
                new ExportWorkbook(workspace, House.AUTHOR, CLOCK, Texts.chinese())
                        .export(choice, Progress.NONE));
    }

    private List<String> files(Path where) throws IOException {
        if (!Files.exists(where)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(where)) {
            return new ArrayList<>(all.map(f -> f.getFileName().toString()).sorted().toList());
        }
    }

    private static final String ALL =
            "{'came':'08:30','signed':'2017-03-06T10:15','mark':7,'mu':1.5,'order':['water','road','school'],"
                    + "'house':'house.png','code':'690','road':'other','road_other':'石板路','crop':'c03',"
                    + "'pigs':3,'plots':2,'plot':[{'place':'屋后','walked':'09:00'},"
                    + "{'place':'河边','plot_order':['road','water','school'],'plot_photo':'house.png'}]}";

    @Test
    void aFileOfAnswersFillsEveryType() throws IOException {
        FillVisit.Filled filled = done(fill(ALL));
        assertThat(filled.stops()).isEmpty();
        var first = workspace.section(filled.visit(), "first").shown();
        assertThat(first.plain("came")).isEqualTo("08:30");
        assertThat(first.plain("signed")).isEqualTo("2017-03-06T10:15");
        assertThat(first.plain("day")).isEqualTo("2017-03-06");
        assertThat(first.plain("order")).isEqualTo("water road school");
        assertThat(workspace.hasAttachment(first.plain("house"))).isTrue();
        var json = new ObjectMapper().createObjectNode();
        workspace
                .section(filled.visit(), "second")
                .shown()
                .map()
                .forEach((name, value) -> json.set(name, JsonValues.json(value)));
        assertThat(json.path("price").asText()).isEqualTo("1.4");
        assertThat(json.path("road_other").asText()).isEqualTo("石板路");
        assertThat(json.path("pigs_at").asText()).isEqualTo("2017-03-06T10:00");
        assertThat(json.path("plot")).hasSize(2);
        // the same file, kept larger where the form asks for no smaller one
        String plot = json.path("plot").get(1).path("plot_photo").asText();
        assertThat(plot).isNotEqualTo(first.plain("house"));
        assertThat(workspace.hasAttachment(plot)).isTrue();
    }

    @Test
    void whatDoesNotFitIsRefusedByName() throws IOException {
        assertThat(codes(fill("{'came':'8:30'}"))).containsExactly("answerShape");
        assertThat(codes(fill("{'signed':'昨天'}"))).containsExactly("answerShape");
        assertThat(codes(fill("{'crop':'c99'}"))).containsExactly("unknownChoice");
        assertThat(codes(fill("{'order':['road','sky']}"))).containsExactly("unknownChoice");
        assertThat(codes(fill("{'order':['road','road']}"))).containsExactly("answerShape");
        assertThat(codes(fill("{'house':'away.jpg'}"))).containsExactly("pictureMissing");
        assertThat(done(fill("{'mark':11}")).stops())
                .extracting(s -> s.question() + " " + s.problem().code())
                .containsExactly("mark constraint");
        assertThat(done(fill("{'order':['road']}")).stops()).hasSize(1);
    }

    @Test
    void answersThatAreNotKeptLeaveNoPicture() throws IOException {
        FillVisit.Filled stopped = done(fill("{'house':'house.png','mark':11}"));
        assertThat(stopped.kept()).isFalse();
        assertThat(workspace.query("SELECT count(*) AS n FROM attachment").getFirst())
                .containsEntry("n", "0");
    }

    @Test
    void onlyPicturesThatRecordsNameGoOutBesideTheWorkbook() throws IOException {
        String name = workspace.section(done(fill(ALL)).visit(), "first").shown().plain("house");
        workspace.write(w -> w.attach(new byte[] {1, 2, 3}));
        ExportWorkbook.Exported exported = export(Optional.empty());
        assertThat(exported.pictures().written()).isEqualTo(2);
        assertThat(exported.pictures().folder()).isEqualTo(folder.resolve("book.files"));
        assertThat(files(folder.resolve("book.files"))).hasSize(2).contains(name);
        BufferedImage image = ImageIO.read(folder.resolve("book.files").resolve(name).toFile());
        assertThat(image.getWidth()).isEqualTo(900);
    }

    @Test
    void besideAWorkbookWithPasswordNoPictureLies() throws IOException {
        done(fill(ALL));
        ExportWorkbook.Exported exported = export(Optional.of("一二三四五六七八"));
        assertThat(exported.pictures().written()).isZero();
        assertThat(exported.pictures().left()).isEqualTo(2);
        assertThat(files(folder.resolve("book.files"))).isEmpty();
    }

    @Test
    void verifyFindsAPictureThatIsNotWhatItsNameSays() throws IOException {
        done(fill(ALL));
        Path book = export(Optional.empty()).file();
        assertThat(done(VerifyBook.verify(book, Optional.empty()))).isEmpty();
        Path pictures = folder.resolve("book.files");
        Files.write(pictures.resolve(files(pictures).getFirst()), new byte[] {1});
        assertThat(done(VerifyBook.verify(book, Optional.empty())))
                .extracting(p -> p.code())
                .containsExactly("pictureChanged");
    }

    private static List<String> codes(Outcome<FillVisit.Filled> outcome) {
        return switch (outcome) {
            case Outcome.Done<FillVisit.Filled> _ -> List.of();
            case Outcome.Failed<FillVisit.Filled>(var problems) ->
                    problems.stream().map(p -> p.code()).toList();
        };
    }
}

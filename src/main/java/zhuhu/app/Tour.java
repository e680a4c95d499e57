package zhuhu.app;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.ButtonBase;
import zhuhu.base.Outcome;
import zhuhu.base.Problem;
import zhuhu.base.Texts;
import zhuhu.flow.Author;
import zhuhu.flow.ExportWorkbook;
import zhuhu.flow.FillVisit;
import zhuhu.flow.FindRecord;
import zhuhu.flow.HouseholdList;
import zhuhu.flow.Progress;
import zhuhu.flow.Visit;
import zhuhu.flow.Workspaces;
import zhuhu.flow.roster.ImportRosters;
import zhuhu.flow.sample.MakeSample;
import zhuhu.pack.PackReader;
import zhuhu.record.RecordId;
import zhuhu.record.Value;
import zhuhu.screen.Desk;
import zhuhu.screen.FilePick;
import zhuhu.screen.Place;
import zhuhu.screen.UserFolder;
import zhuhu.screen.visit.VisitView;
import zhuhu.store.Passphrase;
import zhuhu.store.Workspace;

/// Plays the whole flow on an invented township without a display: rosters in, tasks out, visits
/// there and on two laptops, their workbooks merged, a conflict settled, a visit sent back,
/// everything handed up, and a picture of each screen on the way.
final class Tour {

    private static final String PACK = "qianxinan-2017";
    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2017-03-05T02:00:00Z"), ZoneOffset.UTC);
    private static final Author GUIDE = new Author("王示范", "清水镇扶贫工作站", "", "tour");
    private static final int WIDTH_PX = 1366;
    private static final int HEIGHT_PX = 768;

    /// What a tour leaves behind.
    record Played(
            Path workspace,
            Path workbook,
            TourTown.Handed handed,
            int visits,
            List<Path> pictures) {}

    private final Path folder;
    private final Texts texts;
    private final Consumer<String> tell;
    private final List<Path> pictures = new ArrayList<>();
    private int visits;

    private Tour(Path folder, Texts texts, Consumer<String> tell) {
        this.folder = folder;
        this.texts = texts;
        this.tell = tell;
    }

    /// `tell` hears of each step in words. Failed: the folder is not empty, or a step did not work.
    static Outcome<Played> play(Path folder, Texts texts, Consumer<String> tell) {
        var tour = new Tour(folder, texts, tell);
        return MakeSample.in(folder.resolve("sample"), 3, 10, 1)
                .then(sample ->
                        PackReader.read(PACK)
                                .then(pack ->
                                        Workspaces.create(
                                                folder.resolve("tour.zhuhu"),
                                                Passphrase.of("training").orElseThrow(),
                                                pack,
                                                true))
                                .then(workspace -> tour.play(sample, workspace)));
    }

    private Outcome<Played> play(MakeSample.Made sample, Workspace workspace) {
        Path book = folder.resolve("tour.xlsx");
        tell.accept(texts.of("tour.import", sample.rosters().size()));
        var rosters = ImportRosters.Request.of(sample.rosters().toArray(Path[]::new));
        var town = new TourTown(folder, GUIDE, CLOCK, texts);
        return new ImportRosters(workspace, GUIDE, CLOCK)
                .run(rosters, Progress.NONE)
                .then(_ -> {
                    tell.accept(texts.of("tour.handout"));
                    return town.handOut(workspace, sample.answers());
                })
                .then(out -> {
                    visits = out.visits();
                    return visitAll(workspace, out.answers())
                            .then(_ -> export(workspace, book))
                            .then(_ -> pictures(workspace, town, out.books()));
                })
                .map(handed -> new Played(workspace.file(), book, handed, visits, pictures));
    }

    private Outcome<ExportWorkbook.Exported> export(Workspace workspace, Path book) {
        tell.accept(texts.of("tour.export", book));
        return new ExportWorkbook(workspace, GUIDE, CLOCK, texts)
                .export(ExportWorkbook.Choice.everything(book), Progress.NONE);
    }

    /// All households but every fourth, so that some are still to be visited.
    private Outcome<Integer> visitAll(Workspace workspace, List<Path> answers) {
        tell.accept(texts.of("tour.visit", answers.size() - (answers.size() + 3) / 4));
        for (int i = 0; i < answers.size(); i++) {
            if (i % 4 != 0
                    && visit(workspace, answers.get(i))
                            instanceof Outcome.Failed<FillVisit.Filled>(var why)) {
                return Outcome.failed(why);
            }
        }
        return Outcome.done(visits);
    }

    private Outcome<FillVisit.Filled> visit(Workspace workspace, Path answers) {
        return new FindRecord(workspace)
                .subject(key(answers))
                .then(subject -> open(workspace, subject, GUIDE))
                .then(visit -> {
                    try (visit) {
                        visits++;
                        return FillVisit.of(
                                workspace,
                                visit,
                                new ObjectMapper().readTree(Files.readAllBytes(answers)),
                                false);
                    } catch (IOException e) {
                        return Outcome.failed(Problem.of("fileUnreadable", answers));
                    }
                });
    }

    /// The key of the household that an answer file is about.
    static String key(Path answers) {
        return String.valueOf(answers.getFileName()).replace(".json", "");
    }

    static Outcome<Visit> open(Workspace workspace, RecordId subject, Author visitor) {
        String round = workspace.setting("round").orElse("");
        return Visit.open(
                workspace,
                subject,
                round,
                visitor,
                () -> LocalDateTime.now(CLOCK),
                Visit.Keep.AT_THE_END);
    }

    /// Walks through the real window. The workspace is the window's from here on, and closed by it;
    /// what is done beside the window is done while it rests.
    private Outcome<TourTown.Handed> pictures(
            Workspace workspace, TourTown town, List<Path> books) {
        var desk = new Desk(new UserFolder(folder.resolve("user")));
        desk.change(i -> i.who(GUIDE.name(), GUIDE.unit(), GUIDE.phone()));
        try (Gallery gallery = Gallery.open(desk, CLOCK, new Brought(books), WIDTH_PX, HEIGHT_PX)) {
            picture(gallery, "start");
            gallery.act(window -> window.enter(workspace));
            Outcome<TourTown.Handed> handed = exchange(gallery, workspace, town);
            gallery.act(window -> window.go(Place.HOME));
            picture(gallery, "home");
            gallery.act(window -> window.go(Place.HOUSEHOLDS));
            gallery.act(window ->
                    window.households()
                            .ifPresent(list -> list.choose(list.lines().stream().findFirst())));
            picture(gallery, "households");
            next(workspace)
                    .ifPresent(household -> visit(gallery, household, begin(workspace, household)));
            for (Place place :
                    List.of(
                            Place.VILLAGE,
                            Place.LEDGER,
                            Place.CHECKS,
                            Place.EXCHANGE,
                            Place.SETTINGS)) {
                gallery.act(window -> window.go(place));
                picture(gallery, place.name().toLowerCase(Locale.ROOT));
            }
            return handed;
        }
    }

    private static Optional<RecordId> next(Workspace workspace) {
        return new HouseholdList(workspace)
                        .lines(
                                new HouseholdList.Filter(
                                        "",
                                        Optional.of("todo"),
                                        Optional.empty(),
                                        Optional.empty()))
                        .stream()
                        .map(HouseholdList.Line::id)
                        .findFirst();
    }

    /// The township at its desk: what was handed out, the dry run, the merge, the conflicts, what
    /// was sent back, the changes, the account.
    private Outcome<TourTown.Handed> exchange(Gallery gallery, Workspace workspace, TourTown town) {
        gallery.act(window -> window.go(Place.EXCHANGE));
        page(gallery, "exchange-handout", "handout");
        press(gallery, "exchange-merge");
        page(gallery, "merge-files", "merge-dry-run");
        page(gallery, "merge-go", "merged");
        page(gallery, "exchange-conflicts", "conflicts");
        tell.accept(texts.of("tour.settle"));
        return town.settle(workspace)
                .then(settled ->
                        town.sendBack(workspace).then(_ -> town.handUp(workspace, settled)))
                .map(handed -> {
                    // Reason: a place counts anew what stands open when it is entered.
                    gallery.act(window -> window.go(Place.HOME));
                    gallery.act(window -> window.go(Place.EXCHANGE));
                    page(gallery, "exchange-review", "review");
                    page(gallery, "exchange-changes", "changes");
                    page(gallery, "exchange-account", "account");
                    return handed;
                });
    }

    private void page(Gallery gallery, String button, String name) {
        press(gallery, button);
        picture(gallery, name);
    }

    /// Presses a button of the window. Throws if it is not there.
    private static void press(Gallery gallery, String id) {
        gallery.act(window -> {
            if (window.root().lookup("#" + id) instanceof ButtonBase button) {
                button.fire();
            } else {
                throw new IllegalStateException("No button " + id);
            }
        });
    }

    /// Begins a visit, so that all its screens are there to be seen; gives how many there are.
    private int begin(Workspace workspace, RecordId household) {
        return switch (open(workspace, household, GUIDE)) {
            case Outcome.Done<Visit>(Visit visit) -> {
                try (visit) {
                    visit.find("outcome", "").forEach(ref -> visit.answer(ref, Value.text("01")));
                    visit.keepAsDraft();
                    yield visit.parts().stream().mapToInt(part -> part.screens().size()).sum();
                }
            }
            case Outcome.Failed<Visit>(_) -> 0;
        };
    }

    private void visit(Gallery gallery, RecordId household, int screens) {
        gallery.act(window -> window.visit(household));
        for (int i = 1; i <= screens; i++) {
            picture(gallery, "visit-%02d".formatted(i));
            gallery.act(window -> window.visiting().ifPresent(view -> view.turn(1)));
        }
        gallery.act(window -> window.visiting().ifPresent(VisitView::finish));
        picture(gallery, "visit-finish");
        gallery.act(window -> window.visiting().ifPresent(VisitView::leave));
    }

    private void picture(Gallery gallery, String name) {
        Path file = folder.resolve("screens").resolve(name + ".png");
        tell.accept(texts.of("tour.picture", file));
        gallery.picture(file);
        pictures.add(file);
    }

    /// Chooses the workbooks that came in, and nothing else.
    private record Brought(List<Path> books) implements FilePick {
        private static final Nothing NOTHING = new Nothing();

        @Override
        public Optional<Path> workspace() {
            return NOTHING.workspace();
        }

        @Override
        public Optional<Path> newWorkspace(String name) {
            return NOTHING.newWorkspace(name);
        }

        @Override
        public List<Path> rosters() {
            return NOTHING.rosters();
        }

        @Override
        public List<Path> workbooks() {
            return books;
        }

        @Override
        public Optional<Path> newWorkbook(String name) {
            return NOTHING.newWorkbook(name);
        }

        @Override
        public Optional<Path> newPdf(String name) {
            return NOTHING.newPdf(name);
        }

        @Override
        public Optional<Path> packFolder() {
            return NOTHING.packFolder();
        }
    }

    /// Nobody is there to choose a file.
    record Nothing() implements FilePick {
        @Override
        public Optional<Path> workspace() {
            return Optional.empty();
        }

        @Override
        public Optional<Path> newWorkspace(String name) {
            return Optional.empty();
        }

        @Override
        public List<Path> rosters() {
            return List.of();
        }

        @Override
        public Optional<Path> newWorkbook(String name) {
            return Optional.empty();
        }

        @Override
        public Optional<Path> newPdf(String name) {
            return Optional.empty();
        }

        @Override
        public Optional<Path> packFolder() {
            return Optional.empty();
        }
    }
}

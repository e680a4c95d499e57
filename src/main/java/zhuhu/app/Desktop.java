package zhuhu.app;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.InputEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import zhuhu.base.Outcome;
import zhuhu.base.Pinyin;
import zhuhu.base.Problem;
import zhuhu.base.Texts;
import zhuhu.flow.CheckWorkspace;
import zhuhu.flow.Rekey;
import zhuhu.flow.Visit;
import zhuhu.flow.Workspaces;
import zhuhu.flow.handout.StartFromTask;
import zhuhu.record.RecordId;
import zhuhu.screen.Background;
import zhuhu.screen.Desk;
import zhuhu.screen.FilePick;
import zhuhu.screen.Page;
import zhuhu.screen.Place;
import zhuhu.screen.ShellModel;
import zhuhu.screen.ShellView;
import zhuhu.screen.WhoDialog;
import zhuhu.screen.check.ChecksModel;
import zhuhu.screen.check.ChecksView;
import zhuhu.screen.form.FormsModel;
import zhuhu.screen.form.FormsPane;
import zhuhu.screen.home.HomeModel;
import zhuhu.screen.home.HomeView;
import zhuhu.screen.household.AskModel;
import zhuhu.screen.household.AskPane;
import zhuhu.screen.household.CardWays;
import zhuhu.screen.household.HouseholdsModel;
import zhuhu.screen.household.HouseholdsView;
import zhuhu.screen.household.SoFarModel;
import zhuhu.screen.household.SoFarPane;
import zhuhu.screen.ledger.LedgerModel;
import zhuhu.screen.ledger.LedgerView;
import zhuhu.screen.part.JobPane;
import zhuhu.screen.part.Layers;
import zhuhu.screen.part.Notes;
import zhuhu.screen.part.Words;
import zhuhu.screen.printing.PrintDialog;
import zhuhu.screen.safety.Idle;
import zhuhu.screen.safety.Lock;
import zhuhu.screen.safety.SafetyModel;
import zhuhu.screen.safety.SafetyPane;
import zhuhu.screen.setting.SettingsModel;
import zhuhu.screen.setting.SettingsView;
import zhuhu.screen.start.StartModel;
import zhuhu.screen.start.StartView;
import zhuhu.screen.village.VillageModel;
import zhuhu.screen.village.VillageView;
import zhuhu.screen.visit.EditPages;
import zhuhu.screen.visit.VisitView;
import zhuhu.screen.visit.VisitsPane;
import zhuhu.store.Passphrase;
import zhuhu.store.Workspace;

/// Everything that the window shows, wired: the doors first, then the shell of the workspace that
/// was opened. The window's thread only.
final class Desktop {

    private static final KeyCombination LOCK =
            new KeyCodeCombination(KeyCode.L, KeyCombination.SHORTCUT_DOWN);
    private static final KeyCombination TURN =
            new KeyCodeCombination(KeyCode.TAB, KeyCombination.SHORTCUT_DOWN);
    private static final KeyCombination MASK =
            new KeyCodeCombination(KeyCode.M, KeyCombination.SHORTCUT_DOWN);

    private final Desk desk;
    private final Texts texts;
    private final Clock clock;
    private final Background background;
    private final FilePick pick;
    private final Consumer<Path> reveal;
    private final Layers layers = new Layers();
    private @Nullable OpenWorkspace open;
    private @Nullable ShellModel shell;
    private @Nullable HouseholdsModel households;
    private @Nullable VisitsPane visits;
    private @Nullable Lock lock;
    private final Idle idle;

    /// `reveal` shows a file's folder in the system's own way.
    Desktop(
            Desk desk,
            Texts texts,
            Clock clock,
            Background background,
            FilePick pick,
            Consumer<Path> reveal) {
        this.desk = desk;
        this.texts = texts;
        this.clock = clock;
        this.background = background;
        this.pick = pick;
        this.reveal = reveal;
        this.idle = new Idle(clock);
        layers.root().addEventFilter(InputEvent.ANY, _ -> idle.touched());
        layers.root().addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        var watch = new Timeline(new KeyFrame(Duration.seconds(5), _ -> lockWhenIdle()));
        watch.setCycleCount(Animation.INDEFINITE);
        watch.play();
    }

    /// Everywhere, in a visit too: Ctrl+L locks, Ctrl+M covers private numbers, Ctrl+Tab goes to
    /// the next open visit, or between the only one and the list.
    private void pressed(KeyEvent event) {
        if (LOCK.match(event)) {
            event.consume();
            lock();
        } else if (MASK.match(event) && !layers.locked()) {
            event.consume();
            desk.change(i -> i.look(i.projector(), !i.masked(), i.large()));
        } else if (TURN.match(event) && !layers.locked() && !layers.dialogOpen()) {
            turn(event);
        }
    }

    /// Hides everything behind the passphrase, now.
    void lock() {
        Optional.ofNullable(lock).ifPresent(Lock::now);
    }

    private void turn(KeyEvent event) {
        VisitsPane pane = visits;
        ShellModel now = shell;
        if (pane == null || now == null) {
            return;
        }
        // Reason: a section that is being corrected is left through its own buttons.
        boolean other = now.visit().get().isPresent() && pane.shown().isEmpty();
        if (!other && pane.turn()) {
            event.consume();
        }
    }

    private boolean hasUnsaved() {
        return Optional.ofNullable(visits).map(VisitsPane::hasUnsaved).orElse(false);
    }

    private void lockWhenIdle() {
        Lock now = lock;
        if (now != null && idle.isOver(desk.now().lockMinutes())) {
            now.now();
        }
    }

    Parent root() {
        return layers.root();
    }

    /// Shows the four doors.
    void doors() {
        var start = new StartFromTask(desk::author, clock, texts);
        var home = Path.of(System.getProperty("user.home", "."));
        var model = new StartModel<>(new OpenDoors(start, home), background, desk, this::enter);
        layers.show(new StartView(model, desk, texts, layers, pick).root());
    }

    /// Shows the shell of an open workspace, which is the window's from now on.
    void enter(Workspace workspace) {
        enter(workspace, () -> {});
    }

    private void enter(Workspace workspace, Runnable then) {
        var acts = new OpenWorkspace(workspace, desk::author, clock, texts);
        open = acts;
        background.run(
                acts::face,
                face -> {
                    show(acts, new ShellModel(face, clock));
                    then.run();
                    // Reason: who starts from a task workbook has not been asked yet.
                    if (!desk.now().known()) {
                        new WhoDialog(desk, texts, layers).ask(() -> {});
                    }
                });
    }

    private void show(OpenWorkspace acts, ShellModel entered) {
        layers.close();
        shell = entered;
        lock =
                new Lock(
                        desk,
                        texts,
                        layers,
                        entered.face().get().name(),
                        acts.workspace()::isOpenedBy,
                        this::hasUnsaved,
                        this::leave);
        entered.onLock(lock::now);
        visits = visits(entered);
        layers.root().getStyleClass().remove("training");
        if (entered.face().get().training()) {
            layers.root().getStyleClass().add("training");
        }
        layers.show(new ShellView(entered, desk, texts, layers, pages(acts, entered)).root());
        background.run(
                () -> {
                    Pinyin.warm();
                    return true;
                },
                _ -> {});
    }

    private EnumMap<Place, Page> pages(OpenWorkspace acts, ShellModel entered) {
        var list = new HouseholdsModel(acts, background, this::visit);
        households = list;
        Runnable toExchange = () -> entered.place().set(Place.EXCHANGE);
        var safety = new SafetyModel(acts, background);
        var pages = new EnumMap<Place, Page>(Place.class);
        var village = new VillageModel(acts, background);
        var print = new PrintDialog(acts, background, desk, texts, layers, pick, clock, reveal);
        var ways = new PlaceWays(entered, list, village, this::visit);
        pages.put(
                Place.HOME,
                new HomeView(
                        new HomeModel(acts::overview, acts::explain, background),
                        desk,
                        texts,
                        clock,
                        ways));
        pages.put(
                Place.HOUSEHOLDS,
                new HouseholdsView(
                                list,
                                desk,
                                texts,
                                toExchange,
                                Optional.of(ways(acts, entered)),
                                Optional.of(new SoFarPane(soFar(acts, list), desk, texts)),
                                Optional.of(
                                        new AskPane(
                                                new AskModel(
                                                        new OpenAsking(acts.workspace()),
                                                        background,
                                                        list),
                                                desk,
                                                texts,
                                                layers)))
                        .printing(print));
        pages.put(
                Place.VILLAGE,
                new VillageView(
                        village,
                        desk,
                        texts,
                        layers,
                        ways.ofVillage(print, pagesOf(acts, entered))));
        pages.put(
                Place.LEDGER,
                new LedgerView(
                                new LedgerModel(
                                                acts,
                                                background,
                                                home -> toHousehold(entered, list, home),
                                                this::tell)
                                        .editing(pagesOf(acts, entered)),
                                desk,
                                texts)
                        .printing(print));
        pages.put(
                Place.CHECKS,
                new ChecksView(new ChecksModel(acts, background), desk, texts, this::visitAt)
                        .printing(print));
        pages.put(
                Place.EXCHANGE,
                new ExchangePages(
                                acts,
                                entered,
                                background,
                                desk,
                                texts,
                                layers,
                                pick,
                                clock,
                                reveal,
                                this::visit,
                                record -> toHome(acts, entered, list, record))
                        .view(safety));
        pages.put(
                Place.SETTINGS,
                new SettingsView(
                                new SettingsModel(acts, background),
                                desk,
                                texts,
                                this::leave,
                                Optional.of(
                                        new SafetyPane(
                                                safety, desk, texts, layers, pick, this::rekey)))
                        .with(texts.of("forms.title"), forms(acts, entered)));
        return pages;
    }

    /// Forms, and one that is tried out in place of a visit: it says so above, and keeps nothing.
    private Node forms(OpenWorkspace acts, ShellModel entered) {
        var model =
                new FormsModel(
                        new OpenForms(acts.workspace(), clock),
                        background,
                        trial -> {
                            Runnable leave =
                                    () -> {
                                        entered.leaveVisit();
                                        background.run(
                                                () -> {
                                                    trial.close();
                                                    return true;
                                                },
                                                _ -> {});
                                    };
                            entered.enterVisit(
                                    VisitView.trial(trial, texts, background, leave).root());
                        });
        return new FormsPane(model, texts, pick).root();
    }

    private RecordPages pagesOf(OpenWorkspace acts, ShellModel entered) {
        var window =
                new EditPages.Window() {
                    @Override
                    public void enter(Parent page) {
                        entered.enterVisit(page);
                    }

                    @Override
                    public void leave() {
                        entered.leaveVisit();
                    }
                };
        return new RecordPages(
                new OpenCard(acts.workspace(), desk::author, clock),
                new EditPages(window, texts, background, this::tell),
                texts);
    }

    private CardWays ways(OpenWorkspace acts, ShellModel entered) {
        var window =
                new CardWays.Window() {
                    @Override
                    public void enter(Parent page) {
                        entered.enterVisit(page);
                    }

                    @Override
                    public void leave() {
                        entered.leaveVisit();
                    }
                };
        return new CardWays(
                        new OpenCard(acts.workspace(), desk::author, clock),
                        background,
                        desk,
                        texts,
                        layers,
                        window,
                        () -> LocalDate.now(clock))
                .picking(pick);
    }

    /// Shows the household that a record belongs to, in the list of households.
    private void toHome(
            OpenWorkspace acts, ShellModel entered, HouseholdsModel list, RecordId record) {
        background.run(
                () -> acts.homeOf(record),
                home -> home.ifPresent(found -> toHousehold(entered, list, found)));
    }

    private static void toHousehold(ShellModel entered, HouseholdsModel list, RecordId home) {
        list.clear();
        list.show(home);
        entered.place().set(Place.HOUSEHOLDS);
    }

    /// Goes to a place of the rail.
    void go(Place place) {
        if (shell != null) {
            shell.place().set(place);
        }
    }

    /// The list of households of the open workspace; empty at the doors.
    Optional<HouseholdsModel> households() {
        return Optional.ofNullable(households);
    }

    /// The visit that is open.
    Optional<VisitView> visiting() {
        return Optional.ofNullable(visits).flatMap(VisitsPane::shown);
    }

    /// Opens the visit of a household at the question where a finding can be mended.
    private void visitAt(CheckWorkspace.Line line) {
        String row = line.record().equals(line.household()) ? "" : line.record().text();
        String question = line.finding().question();
        visit(line.household(), view -> view.open(question, row));
    }

    /// Opens the visit of a household or village.
    void visit(RecordId subject) {
        visit(subject, _ -> {});
    }

    private void visit(RecordId subject, Consumer<VisitView> then) {
        OpenWorkspace acts = open;
        ShellModel entered = shell;
        VisitsPane pane = visits;
        if (acts == null || entered == null || pane == null) {
            return;
        }
        if (pane.show(subject, desk.author())) {
            pane.shown().ifPresent(then);
            return;
        }
        background.run(
                () ->
                        Visit.open(
                                acts.workspace(),
                                subject,
                                acts.round(),
                                desk.author(),
                                () -> LocalDateTime.now(clock),
                                Visit.Keep.AT_ONCE),
                outcome -> {
                    switch (outcome) {
                        case Outcome.Done<Visit>(Visit visit) -> {
                            pane.open(visit, desk.author());
                            pane.shown().ifPresent(then);
                        }
                        case Outcome.Failed<Visit>(List<Problem> problems) -> tell(problems);
                    }
                });
    }

    private VisitsPane visits(ShellModel entered) {
        var pane =
                new VisitsPane(
                        texts,
                        background,
                        new VisitsPane.Around() {
                            @Override
                            public void enter(Parent root) {
                                layers.close();
                                entered.enterVisit(root);
                            }

                            @Override
                            public void leave() {
                                entered.leaveVisit();
                                tellAsides(entered);
                            }
                        });
        entered.putAside()
                .set(() -> {
                    if (pane.shown().isPresent()) {
                        pane.putAside();
                        entered.leaveVisit();
                        tellAsides(entered);
                    }
                });
        return pane;
    }

    private void tellAsides(ShellModel entered) {
        VisitsPane pane = visits;
        if (pane != null) {
            entered.asides()
                    .set(
                            pane.households().stream()
                                    .map(h -> new ShellModel.Aside(pane.title(h), () -> visit(h)))
                                    .toList());
        }
    }

    private SoFarModel soFar(OpenWorkspace acts, HouseholdsModel list) {
        return new SoFarModel(
                new OpenSoFar(acts.workspace(), desk::author, clock, texts),
                background,
                new SoFarModel.Around() {
                    @Override
                    public boolean showsOpen(RecordId household) {
                        VisitsPane pane = visits;
                        return pane != null && pane.show(household, desk.author());
                    }

                    @Override
                    public void changed() {
                        list.refresh();
                    }
                });
    }

    private void closeVisits() {
        VisitsPane pane = visits;
        visits = null;
        if (pane != null) {
            pane.closeAll();
        }
    }

    /// Closes the workspace and shows the doors again.
    void leave() {
        OpenWorkspace acts = open;
        shell = null;
        households = null;
        lock = null;
        if (acts == null) {
            return;
        }
        closing(
                acts,
                () -> {
                    layers.close();
                    doors();
                    layers.unlock();
                });
    }

    /// Changes the passphrase of the open file and opens it again, at the same place.
    private void rekey(Passphrase old, Passphrase fresh) {
        OpenWorkspace acts = open;
        if (acts == null) {
            return;
        }
        Path file = acts.workspace().file();
        lock = null;
        closing(acts, () -> {});
        var job =
                background.start(
                        progress -> Rekey.with(file, old, fresh, progress),
                        outcome -> rekeyed(file, outcome, old, fresh));
        var pane = new JobPane(texts, texts.of("rekey.running"), job).root();
        layers.dialog(new VBox(pane), pane, () -> {});
    }

    private void rekeyed(Path file, Outcome<Boolean> outcome, Passphrase old, Passphrase fresh) {
        boolean done = outcome instanceof Outcome.Done;
        background.run(
                () -> Workspaces.open(file, done ? fresh : old),
                opened -> {
                    switch (opened) {
                        case Outcome.Done<Workspace>(Workspace workspace) ->
                                enter(workspace, () -> told(outcome));
                        case Outcome.Failed<Workspace>(List<Problem> problems) -> {
                            layers.close();
                            doors();
                            tell(problems);
                        }
                    }
                });
    }

    private void told(Outcome<Boolean> outcome) {
        go(Place.SETTINGS);
        switch (outcome) {
            case Outcome.Failed<Boolean>(List<Problem> problems) -> tell(problems);
            case Outcome.Done<Boolean>(Boolean voided) ->
                    tell(
                            Notes.good(
                                    texts.of("rekey.over"),
                                    texts.of(voided ? "rekey.over.slip" : "rekey.over.next")));
        }
    }

    /// Closes the visits that are open, then the workspace.
    private void closing(OpenWorkspace acts, Runnable then) {
        open = null;
        closeVisits();
        background.run(
                () -> {
                    acts.workspace().close();
                    return true;
                },
                _ -> then.run());
    }

    /// Lets what is under way finish and closes the workspace.
    void end() {
        OpenWorkspace acts = open;
        if (acts != null) {
            closing(acts, () -> {});
        }
        background.close();
    }

    private void tell(List<Problem> problems) {
        tell(Notes.of(texts, problems));
    }

    private void tell(Node note) {
        var close = new Button(texts.of("part.close"));
        close.getStyleClass().add("primary");
        close.setDefaultButton(true);
        close.setOnAction(_ -> layers.close());
        var scroll = new ScrollPane(note);
        scroll.setFitToWidth(true);
        scroll.setMaxHeight(desk.emPx() * 28);
        var box = new VBox(scroll, new HBox(Words.spring(), close));
        box.setPrefWidth(desk.emPx() * 33);
        layers.dialog(box, close, () -> {});
    }

    /// Says that something unexpected happened, and under which code it is kept.
    void mishap(String code, Path log) {
        tell(List.of(Problem.of("mishap", code, log)));
    }
}

package zhuhu.app;

import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import zhuhu.base.Outcome;
import zhuhu.base.Pinyin;
import zhuhu.base.Problem;
import zhuhu.base.Texts;
import zhuhu.flow.Visit;
import zhuhu.record.RecordId;
import zhuhu.screen.Background;
import zhuhu.screen.Desk;
import zhuhu.screen.FilePick;
import zhuhu.screen.Page;
import zhuhu.screen.Place;
import zhuhu.screen.ShellModel;
import zhuhu.screen.ShellView;
import zhuhu.screen.exchange.ExchangeView;
import zhuhu.screen.exchange.ExportModel;
import zhuhu.screen.exchange.ImportModel;
import zhuhu.screen.exchange.PackagesModel;
import zhuhu.screen.home.HomeModel;
import zhuhu.screen.home.HomeView;
import zhuhu.screen.household.HouseholdsModel;
import zhuhu.screen.household.HouseholdsView;
import zhuhu.screen.part.Layers;
import zhuhu.screen.part.Notes;
import zhuhu.screen.part.Words;
import zhuhu.screen.setting.SettingsModel;
import zhuhu.screen.setting.SettingsView;
import zhuhu.screen.start.StartModel;
import zhuhu.screen.start.StartView;
import zhuhu.screen.visit.VisitView;
import zhuhu.store.Workspace;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// Everything that the window shows, wired: the doors first, then the shell of the workspace that
/// was opened. The window's thread only.
final class Desktop {

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
    private @Nullable VisitView visiting;

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
    }

    Parent root() {
        return layers.root();
    }

    /// Shows the four doors.
    void doors() {
        var model = new StartModel<>(new OpenDoors(), background, desk, this::enter);
        layers.show(new StartView(model, desk, texts, layers, pick).root());
    }

    /// Shows the shell of an open workspace, which is the window's from now on.
    void enter(Workspace workspace) {
        var acts = new OpenWorkspace(workspace, desk::author, clock, texts);
        open = acts;
        background.run(acts::face, face -> show(acts, new ShellModel(face, clock)));
    }

    private void show(OpenWorkspace acts, ShellModel entered) {
        layers.close();
        shell = entered;
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
        var packages = new PackagesModel(acts, background);
        var pages = new EnumMap<Place, Page>(Place.class);
        pages.put(
                Place.HOME,
                new HomeView(
                        new HomeModel(acts::overview, background),
                        desk,
                        texts,
                        clock,
                        toExchange,
                        state -> toState(entered, list, state)));
        pages.put(Place.HOUSEHOLDS, new HouseholdsView(list, desk, texts, toExchange));
        pages.put(
                Place.EXCHANGE,
                new ExchangeView(
                        new ImportModel(acts, background, packages::refresh),
                        new ExportModel(acts, background, texts, clock, packages::refresh),
                        packages,
                        desk,
                        texts,
                        pick,
                        reveal));
        pages.put(
                Place.SETTINGS,
                new SettingsView(new SettingsModel(acts, background), desk, texts, this::leave));
        return pages;
    }

    private static void toState(ShellModel entered, HouseholdsModel list, String state) {
        list.clear();
        list.state().set(Optional.of(state));
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
        return Optional.ofNullable(visiting);
    }

    /// Opens the visit of a household.
    void visit(RecordId household) {
        OpenWorkspace acts = open;
        ShellModel entered = shell;
        if (acts == null || entered == null) {
            return;
        }
        background.run(
                () ->
                        Visit.open(
                                acts.workspace(),
                                household,
                                acts.round(),
                                desk.author(),
                                () -> LocalDateTime.now(clock),
                                Visit.Keep.AT_ONCE),
                outcome -> {
                    switch (outcome) {
                        case Outcome.Done<Visit>(Visit visit) -> show(entered, visit);
                        case Outcome.Failed<Visit>(List<Problem> problems) -> tell(problems);
                    }
                });
    }

    private void show(ShellModel entered, Visit visit) {
        Runnable leave =
                () ->
                        background.run(
                                () -> {
                                    visit.close();
                                    return true;
                                },
                                _ -> {
                                    visiting = null;
                                    entered.leaveVisit();
                                });
        var view = new VisitView(visit, texts, background, leave);
        visiting = view;
        entered.enterVisit(view.root());
    }

    /// Closes the workspace and shows the doors again.
    void leave() {
        OpenWorkspace acts = open;
        open = null;
        shell = null;
        households = null;
        if (acts == null) {
            return;
        }
        background.run(
                () -> {
                    acts.workspace().close();
                    return true;
                },
                _ -> doors());
    }

    /// Lets what is under way finish and closes the workspace.
    void end() {
        OpenWorkspace acts = open;
        open = null;
        if (acts != null) {
            background.run(
                    () -> {
                        acts.workspace().close();
                        return true;
                    },
                    _ -> {});
        }
        background.close();
    }

    private void tell(List<Problem> problems) {
        var close = new Button(texts.of("part.close"));
        close.getStyleClass().add("primary");
        close.setDefaultButton(true);
        close.setOnAction(_ -> layers.close());
        var scroll = new ScrollPane(Notes.of(texts, problems));
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

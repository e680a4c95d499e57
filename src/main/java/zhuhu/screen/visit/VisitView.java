package zhuhu.screen.visit;

import java.util.List;
import java.util.Optional;
import javafx.beans.InvalidationListener;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import zhuhu.base.Texts;
import zhuhu.flow.TrialForm;
import zhuhu.flow.Visit;
import zhuhu.form.Ref;
import zhuhu.screen.Background;
import zhuhu.screen.Theme;
import zhuhu.screen.part.Icon;

/// 回访: screens at the left, the open one's questions in the middle, the live judgement at the
/// right. Everything can be done by keyboard alone. The window's thread only; the visit itself is
/// used on the background's thread.
public final class VisitView implements VisitKeys.Ways {

    private static final double NARROW_EMS = 72;
    private static final double EM_PX = 16;
    private static final double PROJECTOR_EM_PX = 20;

    private final VisitModel model;
    private final Runnable leave;
    private final Texts texts;
    private final ReadOnlyBooleanWrapper masked = new ReadOnlyBooleanWrapper();
    private final StackPane root = new StackPane();
    private final BorderPane frame = new BorderPane();
    private final VBox middle = new VBox();
    private final Label part = new Label();
    private final Label title = new Label();
    private final ToggleButton fold;
    private final Button undo;
    private final ScreensPane screens;
    private final JudgementPane judgement;
    private final ScreenPane screen;
    private final ReviewPane review;
    private final DonePane done;
    private final JumpPane jump;
    private final NotePane note;
    private final KeyStrip strip;
    private final TroublePane trouble;
    private final LanguagePick language;
    private Optional<Stop> before = Optional.empty();
    private @Nullable Boolean wasWide;
    private String opened = "";

    /// `leave` is called when the visitor goes, with everything kept; closing the visit is the
    /// caller's.
    public VisitView(Visit visit, Texts texts, Background background, Runnable leave) {
        this(
                new VisitModel(new VisitActs(visit, texts), background),
                visit.form().form().languages(),
                texts,
                leave);
        if (visit.reopened()) {
            reopened();
        }
        if (!visit.sentBack().isEmpty()) {
            review.sentBack();
        }
    }

    /// A visit that was finished before: it says so, asks why when it is finished again, and can be
    /// left as it was.
    private void reopened() {
        review.askWhy();
        var words = new Label(texts.of("visit.reopened"));
        words.setWrapText(true);
        words.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(words, Priority.ALWAYS);
        var abandon = new Button(texts.of("visit.abandon"));
        abandon.setId("visit-abandon");
        abandon.setFocusTraversable(false);
        abandon.setMinWidth(Region.USE_PREF_SIZE);
        abandon.setOnAction(_ ->
                model.with(
                        visit -> {
                            visit.abandon();
                            return true;
                        },
                        _ -> leave.run()));
        var banner = new HBox(words, abandon);
        banner.setAlignment(Pos.CENTER_LEFT);
        banner.getStyleClass().addAll("note", "doubt", "reopened");
        var top = middle.getChildren().getFirst();
        middle.getChildren().set(0, new VBox(top, banner));
    }

    /// A form that is tried out: nothing of it is kept.
    public static VisitView trial(
            TrialForm trial, Texts texts, Background background, Runnable leave) {
        var view =
                new VisitView(
                        new VisitModel(new TrialActs(trial), background),
                        trial.session().languages(),
                        texts,
                        leave);
        var banner = new Label(texts.of("forms.trial.title"));
        banner.getStyleClass().add("trial-banner");
        banner.setMaxWidth(Double.MAX_VALUE);
        view.frame.setTop(banner);
        return view;
    }

    VisitView(VisitModel model, Texts texts, Runnable leave) {
        this(model, List.of(), texts, leave);
    }

    private VisitView(VisitModel model, List<String> languages, Texts texts, Runnable leave) {
        this.model = model;
        this.leave = leave;
        this.texts = texts;
        var seat = new Seat(model, texts, new Words(texts), false, masked.getReadOnlyProperty());
        screens = new ScreensPane(seat, this::keepTyped);
        judgement = new JudgementPane(seat);
        screen = new ScreenPane(seat);
        review = new ReviewPane(seat);
        done = new DonePane(seat, leave);
        jump = new JumpPane(seat, this::closeJump);
        note = new NotePane(seat, this::closeNote);
        undo = KeyStrip.button("", "Ctrl+Z", this::undo);
        fold = new ToggleButton(texts.of("visit.judgement"), Icon.BOOK.of(15));
        strip =
                new KeyStrip(
                        texts,
                        new KeyStrip.Ways(
                                () -> turn(-1),
                                this::jump,
                                this::note,
                                this::same,
                                this::next,
                                this::leave));
        language = new LanguagePick(languages, texts, this::speak);
        trouble = new TroublePane(texts, this::again, leave);
        build();
        listen();
        model.look();
    }

    public Parent root() {
        return root;
    }

    /// Goes to a question, in a row where `row` is one; stays where the visit does not ask it now.
    public void open(String question, String row) {
        if (!question.isEmpty()) {
            model.index(spots ->
                    spots.stream()
                            .filter(s -> s.ref().name().equals(question))
                            .filter(s -> row.isEmpty() || s.ref().path().contains("[" + row + "]"))
                            .findFirst()
                            .ifPresent(s -> model.goTo(s.screen(), Optional.of(s.ref()))));
        }
    }

    private void build() {
        root.getStyleClass().add("visit");
        root.setMinWidth(0);
        frame.setMinWidth(0);
        middle.setMinWidth(0);
        root.getStylesheets().add(Theme.sheet("/zhuhu/screen/visit.css"));
        part.getStyleClass().add("screen-part");
        title.getStyleClass().add("title");
        title.setMinWidth(0);
        fold.getStyleClass().addAll("chip", "fold");
        fold.setFocusTraversable(false);
        fold.setMinWidth(Region.USE_PREF_SIZE);
        var words = new VBox(part, title);
        HBox.setHgrow(words, Priority.ALWAYS);
        undo.getStyleClass().add("undo-taken");
        undo.setFocusTraversable(false);
        undo.managedProperty().bind(undo.visibleProperty());
        var top = new HBox(words, undo, language.root(), fold);
        top.setAlignment(Pos.CENTER_LEFT);
        top.getStyleClass().add("screen-top");
        VBox.setVgrow(screen.root(), Priority.ALWAYS);
        VBox.setVgrow(review.root(), Priority.ALWAYS);
        VBox.setVgrow(done.root(), Priority.ALWAYS);
        middle.getStyleClass().add("visit-middle");
        middle.getChildren().setAll(top, screen.root(), trouble.root(), strip.root());
        frame.setLeft(screens.root());
        frame.setCenter(middle);
        root.getChildren().setAll(frame, jump.root(), note.root());
    }

    private void listen() {
        model.snapshot().addListener((_, _, now) -> show(now));
        model.page().addListener(_ -> show(model.snapshot().get()));
        model.remarks().addListener(_ -> remarksCame());
        model.wanted().addListener(_ -> focusWanted());
        model.saved().addListener(_ -> savedOrNot());
        model.trouble()
                .addListener((_, _, now) -> {
                    trouble.show(now);
                    savedOrNot();
                });
        fold.selectedProperty()
                .addListener((_, _, now) -> frame.setRight(now ? judgement.root() : null));
        root.sceneProperty().addListener((_, _, scene) -> arrived(scene));
        root.widthProperty().addListener(_ -> foldByWidth());
        masked.addListener(_ -> foldByWidth());
        var keys = new VisitKeys(this);
        frame.addEventFilter(KeyEvent.KEY_PRESSED, keys::early);
        frame.addEventHandler(KeyEvent.KEY_PRESSED, this::helped);
        for (Node node : new Node[] {screen.keys(), review.keys(), frame}) {
            node.addEventHandler(KeyEvent.KEY_PRESSED, keys::pressed);
        }
    }

    /// F1 opens the guidance of the question that has the focus.
    private void helped(KeyEvent event) {
        if (event.getCode() == KeyCode.F1) {
            screen.explain();
            event.consume();
        }
    }

    private void speak(String now) {
        keepTyped();
        screen.forget();
        model.speak(now);
    }

    private void arrived(@Nullable Scene scene) {
        if (scene == null) {
            return;
        }
        scene.focusOwnerProperty().addListener((_, _, owner) -> focusMoved(owner));
        var classes = scene.getRoot().getStyleClass();
        mask(classes);
        classes.addListener((InvalidationListener) _ -> mask(classes));
    }

    /// Before a projector, or where the desk says so, private answers are covered.
    private void mask(List<String> classes) {
        masked.set(classes.contains("size-projector") || classes.contains("masked"));
    }

    private void focusMoved(@Nullable Node owner) {
        var now = model.snapshot().get();
        if (owner != null && now != null && root.getScene() != null) {
            screen.focusMoved(owner, now);
            screen.here().map(Stop::ref).ifPresent(model::stands);
        }
    }

    /// Reason: below this width three panes leave the questions too little room; at each crossing
    /// the judgement folds or opens by itself, in between the person decides.
    private void foldByWidth() {
        boolean projector =
                root.getScene() != null
                        && root.getScene().getRoot().getStyleClass().contains("size-projector");
        double em = projector ? PROJECTOR_EM_PX : EM_PX;
        boolean wide = root.getWidth() >= NARROW_EMS * em;
        if (!Boolean.valueOf(wide).equals(wasWide)) {
            fold.setSelected(wide);
        }
        wasWide = wide;
        root.pseudoClassStateChanged(Looks.SLIM, !wide);
    }

    private void show(@Nullable Snapshot now) {
        if (now == null) {
            return;
        }
        screens.show(now, model.page().get());
        judgement.show(now);
        strip.show(model.page().get());
        undo.setText(texts.of("visit.undoTaken", now.taken()));
        undo.setVisible(now.taken() > 0);
        // Reason: a pane's content joins the scene only when its scroll pane has its skin; asked
        // for
        // before, the focus falls to whatever stands first in the window, and Enter leaves.
        switch (model.page().get()) {
            case SCREEN -> {
                part.setText((now.title() + "  " + now.partLabel()).strip());
                title.setText(now.screen().label());
                put(screen.root());
                screen.show(now);
                focusWanted();
                beginWithoutQuestions(now.screen().name());
            }
            case REVIEW -> {
                part.setText(now.title());
                title.setText(texts.of("visit.review"));
                put(review.root());
                review.show(now);
                middle.applyCss();
                review.focusFirst();
            }
            case DONE -> {
                part.setText("");
                title.setText("");
                fold.setSelected(false);
                fold.setVisible(false);
                frame.setLeft(null);
                put(done.root());
                model.finalised().ifPresent(_ -> done.show(now, model.remarks().get()));
                middle.applyCss();
                done.focusFirst();
            }
        }
    }

    private void remarksCame() {
        screen.remarked();
        Snapshot now = model.snapshot().get();
        if (now != null) {
            judgement.show(now);
            if (model.page().get() == VisitModel.Page.REVIEW) {
                review.show(now);
            }
        }
    }

    /// Reason: where there is nothing to answer, Enter must go on and not press a table's button.
    private void beginWithoutQuestions(String name) {
        if (!name.equals(opened)) {
            opened = name;
            if (screen.isEmpty()) {
                strip.focusNext();
            }
        }
    }

    private void put(Region page) {
        if (middle.getChildren().get(1) != page) {
            middle.getChildren().set(1, page);
        }
    }

    private void focusWanted() {
        Ref ref = model.wanted().get();
        if (ref == null || model.page().get() != VisitModel.Page.SCREEN) {
            return;
        }
        // Reason: what stands in a scroll pane is in the scene only when that has its skin.
        middle.applyCss();
        if (screen.focus(ref)) {
            model.arrived();
        }
    }

    private void keepTyped() {
        screen.keepAnswers();
        screen.leave();
    }

    private void closeJump() {
        jump.hide();
        before.ifPresent(Stop::focus);
    }

    private void closeNote() {
        note.hide();
        before.ifPresentOrElse(Stop::focus, strip::focusNext);
    }

    /// Keeps what is typed and where the visitor stands; the visit stays open.
    public void putAside() {
        keepTyped();
        model.keepPlace();
        note.hide();
        jump.hide();
    }

    /// The visit is shown again: the focus goes to the question on which the visitor stood.
    public void comeBack() {
        model.comeBack();
    }

    /// The question that has the focus, if one has.
    Optional<Ref> focused() {
        return screen.here().map(Stop::ref);
    }

    /// The label of the open screen; "" until the first look is back.
    public String screen() {
        return model.snapshot().get() instanceof Snapshot now ? now.screen().label() : "";
    }

    /// Whose visit it is; "" until the first look is back.
    public String title() {
        return model.snapshot().get() instanceof Snapshot now ? now.title() : "";
    }

    @Override
    public void on() {
        switch (model.page().get()) {
            case SCREEN -> {
                keepTyped();
                if (!screen.step(1)) {
                    model.next();
                }
            }
            case REVIEW, DONE -> {}
        }
    }

    /// Confirms the screen, wherever in it the focus stands.
    private void next() {
        keepTyped();
        model.next();
    }

    @Override
    public void back() {
        keepTyped();
        if (model.page().get() != VisitModel.Page.SCREEN || !screen.step(-1)) {
            model.turn(-1);
        }
    }

    @Override
    public void same() {
        if (model.page().get() == VisitModel.Page.SCREEN) {
            keepTyped();
            model.same();
        }
    }

    @Override
    public void jump() {
        before = screen.here();
        keepTyped();
        model.index(jump::open);
    }

    @Override
    public void note() {
        before = screen.here();
        keepTyped();
        note.open();
    }

    @Override
    public void undo() {
        keepTyped();
        model.undoTake();
    }

    @Override
    public void turn(int by) {
        keepTyped();
        model.turn(by);
    }

    @Override
    public void finish() {
        keepTyped();
        switch (model.page().get()) {
            case SCREEN -> model.openReview();
            case REVIEW -> {
                review.leave();
                if (model.unexplained().isEmpty()) {
                    review.finish();
                } else {
                    review.focusFirst();
                }
            }
            case DONE -> {}
        }
    }

    @Override
    public void leave() {
        putAside();
        if (model.trouble().get() == null) {
            leave.run();
        } else {
            trouble.askLeave();
        }
    }

    /// Whether something that was typed is only on the screen.
    public boolean hasUnsaved() {
        return model.trouble().get() != null;
    }

    private void again() {
        keepTyped();
        model.save();
    }

    private void savedOrNot() {
        if (model.trouble().get() == null) {
            strip.saved(model.saved().get());
        } else {
            strip.unsaved();
        }
    }
}

package zhuhu.screen.visit;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.InvalidationListener;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import zhuhu.base.Outcome;
import zhuhu.base.Problem;
import zhuhu.base.Texts;
import zhuhu.flow.edit.DirectEdit;
import zhuhu.flow.edit.DirectEdit.Manner;
import zhuhu.flow.edit.Edited;
import zhuhu.flow.edit.Reason;
import zhuhu.screen.Background;
import zhuhu.screen.Theme;
import zhuhu.screen.part.Notes;
import zhuhu.screen.part.PlainField;
import zhuhu.screen.part.Words;

/// 修改: one section of the register (or the few that make a new member) as the register form asks
/// it, with what stands beside each answer and the reason asked at the foot. The window's thread
/// only; the edit itself is used on the background's thread.
public final class EditView implements VisitKeys.Ways {

    private static final double NARROW_EMS = 60;

    /// What the page says of itself. Shape: `whose` names the household or person; `what` the
    /// section.
    public record Heading(String whose, String what) {}

    private final DirectEdit edit;
    private final List<String> sections;
    private final Texts texts;
    private final Background background;
    private final Consumer<Optional<Edited>> leave;
    private final VisitModel model;
    private final ScreenPane screen;
    private final boolean contested;
    private final boolean system;
    private final boolean comes;
    private final PlainField reason = new PlainField();
    private final PlainField document = new PlainField();
    private final VBox told = new VBox(6);
    private final StackPane root = new StackPane();
    private final ReadOnlyBooleanWrapper masked = new ReadOnlyBooleanWrapper();
    private boolean asked;

    /// `leave` is called once at the end: with what was written, or empty where nothing was.
    /// `comes` where it is a new member.
    public EditView(
            DirectEdit edit,
            List<String> sections,
            Heading heading,
            Texts texts,
            Background background,
            Consumer<Optional<Edited>> leave) {
        this.edit = edit;
        this.sections = List.copyOf(sections);
        this.texts = texts;
        this.background = background;
        this.leave = leave;
        this.comes = sections.size() > 1;
        this.contested = sections.stream().anyMatch(edit::contested);
        this.system = sections.stream().anyMatch(edit::wantsDocument);
        this.model = new VisitModel(new EditActs(edit, sections), background);
        var seat =
                new Seat(
                        model,
                        texts,
                        new zhuhu.screen.visit.Words(texts),
                        false,
                        masked.getReadOnlyProperty());
        this.screen = new ScreenPane(seat);
        build(heading);
        listen();
        model.goTo("edit", Optional.empty());
    }

    public Parent root() {
        return root;
    }

    private void build(Heading heading) {
        root.getStyleClass().add("visit");
        root.getStylesheets().add(Theme.sheet("/zhuhu/screen/visit.css"));
        var part = Words.label(heading.whose(), "screen-part");
        var title = Words.label(heading.what(), "title");
        title.setMinWidth(0);
        var top = new VBox(part, title);
        top.getStyleClass().add("screen-top");
        VBox.setVgrow(screen.root(), Priority.ALWAYS);
        var page = new VBox(top);
        notice().ifPresent(note -> page.getChildren().add(inset(note)));
        page.getChildren().addAll(screen.root(), foot());
        page.getStyleClass().add("visit-middle");
        root.getChildren().setAll(page);
    }

    private static Node inset(Region note) {
        var box = new VBox(note);
        box.getStyleClass().add("edit-notice");
        return box;
    }

    private Optional<Region> notice() {
        if (contested) {
            return Optional.of(
                    Notes.doubt(texts.of("edit.contested"), texts.of("edit.contested.next")));
        }
        return system
                ? Optional.of(Notes.plain(texts.of("edit.system"), texts.of("edit.system.next")))
                : Optional.empty();
    }

    private Node foot() {
        reason.setId("edit-reason");
        reason.setPromptText(texts.of(comes ? "act.reason.prompt" : "edit.reason.prompt"));
        HBox.setHgrow(reason, Priority.ALWAYS);
        document.setId("edit-document");
        document.setPromptText(texts.of("edit.document.prompt"));
        document.setPrefColumnCount(16);
        var why = new HBox(10, Words.label(texts.of("edit.reason"), "strong"), reason);
        if (system) {
            why.getChildren().addAll(Words.label(texts.of("edit.document"), "strong"), document);
        }
        why.setAlignment(Pos.CENTER_LEFT);
        told.managedProperty().bind(told.visibleProperty());
        told.setVisible(false);
        var foot = new VBox(8, told, why, buttons());
        foot.getStyleClass().add("edit-foot");
        return foot;
    }

    private Node buttons() {
        var back = button("edit.leave", "Esc", this::leave);
        back.setId("edit-leave");
        var row = new HBox(8, back, Words.spring());
        if (!comes && !contested && !edit.isNew()) {
            var same = button("edit.same", "", () -> save(Manner.CONFIRM));
            same.setId("edit-same");
            row.getChildren().add(same);
        }
        if (system) {
            var propose = button("edit.propose", "", this::propose);
            propose.setId("edit-propose");
            row.getChildren().add(propose);
        }
        String words = contested ? "edit.settle" : comes ? "edit.come" : "edit.save";
        var save = button(words, "Ctrl+S", this::finish);
        save.setId("edit-save");
        save.getStyleClass().add("primary");
        row.getChildren().add(save);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private Button button(String key, String cap, Runnable act) {
        var button = new Button(texts.of(key));
        if (!cap.isEmpty()) {
            button.setGraphic(Words.label(cap, "key-hint"));
            button.setContentDisplay(ContentDisplay.RIGHT);
        }
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(_ -> act.run());
        return button;
    }

    private void listen() {
        model.snapshot()
                .addListener((_, _, now) -> {
                    if (now != null) {
                        screen.show(now);
                        focusWanted();
                    }
                });
        model.wanted().addListener(_ -> focusWanted());
        root.sceneProperty().addListener((_, _, scene) -> arrived(scene));
        root.widthProperty()
                .addListener((_, _, now) ->
                        root.pseudoClassStateChanged(
                                Looks.SLIM, now.doubleValue() < NARROW_EMS * emPx()));
        var keys = new VisitKeys(this);
        root.addEventFilter(KeyEvent.KEY_PRESSED, keys::early);
        for (Node node : List.of(screen.keys(), root)) {
            node.addEventHandler(KeyEvent.KEY_PRESSED, keys::pressed);
        }
    }

    private double emPx() {
        return masked.get() ? 20 : 16;
    }

    private void arrived(@Nullable Scene scene) {
        if (scene == null) {
            return;
        }
        scene.focusOwnerProperty()
                .addListener((_, _, owner) -> {
                    Snapshot now = model.snapshot().get();
                    if (owner != null && now != null && root.getScene() != null) {
                        screen.focusMoved(owner, now);
                    }
                });
        List<String> classes = scene.getRoot().getStyleClass();
        mask(classes);
        focusWanted();
        scene.getRoot().getStyleClass().addListener((InvalidationListener) _ -> mask(classes));
    }

    private void mask(List<String> classes) {
        masked.set(classes.contains("size-projector") || classes.contains("masked"));
    }

    private void focusWanted() {
        var ref = model.wanted().get();
        if (ref == null || root.getScene() == null) {
            return;
        }
        // Reason: what stands in a scroll pane is in the scene only when that has its skin.
        root.applyCss();
        if (screen.focus(ref)) {
            model.arrived();
        }
    }

    private Reason said() {
        return new Reason(reason.settled().get(), document.settled().get());
    }

    private void save(Manner manner) {
        screen.leave();
        var wrong = model.faults().firstWrong("");
        if (wrong.isPresent()) {
            model.jump(wrong.get().asked().ref());
            return;
        }
        model.faults().tried("edit");
        show();
        Reason why = said();
        if (manner == Manner.CHANGE && why.words().isEmpty()) {
            tell(List.of(Problem.of("editReason")));
            reason.requestFocus();
            return;
        }
        write(() -> edit.save(manner, why, sections));
    }

    /// Reads the page again; the focus stays. Reason: what stands beside the answers may be another
    /// by now. (Nothing is taken: [EditActs] reads whatever it is asked.)
    private void show() {
        model.takeLast();
    }

    private void propose() {
        screen.leave();
        Reason why = said();
        write(() -> edit.propose(sections.getFirst(), why));
    }

    private void write(Supplier<Outcome<Edited>> act) {
        background.run(
                act::get,
                outcome -> {
                    switch (outcome) {
                        case Outcome.Done<Edited>(Edited done) -> written(done);
                        case Outcome.Failed<Edited>(List<Problem> problems) -> {
                            tell(problems);
                            show();
                        }
                    }
                });
    }

    private void written(Edited done) {
        if (done.act().isEmpty()) {
            told.getChildren()
                    .setAll(Notes.plain(texts.of("edit.nothing"), texts.of("edit.nothing.next")));
            told.setVisible(true);
            return;
        }
        leave.accept(Optional.of(done));
    }

    private void tell(List<Problem> problems) {
        told.getChildren().setAll(Notes.of(texts, problems.stream().limit(3).toList()));
        told.setVisible(true);
    }

    @Override
    public void on() {
        screen.leave();
        if (!screen.step(1)) {
            reason.requestFocus();
        }
    }

    @Override
    public void back() {
        screen.leave();
        if (!screen.step(-1)) {
            screen.step(1);
        }
    }

    @Override
    public void same() {
        finish();
    }

    @Override
    public void jump() {}

    @Override
    public void undo() {}

    @Override
    public void note() {}

    @Override
    public void turn(int by) {}

    @Override
    public void finish() {
        save(contested ? Manner.SETTLE : Manner.CHANGE);
    }

    /// Asks once more where something was entered and not saved.
    @Override
    public void leave() {
        screen.leave();
        background.run(
                () -> sections.stream().anyMatch(edit::changed),
                changed -> {
                    if (changed && !comes && !asked) {
                        asked = true;
                        told.getChildren()
                                .setAll(
                                        Notes.doubt(
                                                texts.of("edit.unsaved"),
                                                texts.of("edit.unsaved.next")));
                        told.setVisible(true);
                    } else {
                        leave.accept(Optional.empty());
                    }
                });
    }
}

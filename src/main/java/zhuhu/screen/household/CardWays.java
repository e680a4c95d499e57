package zhuhu.screen.household;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import zhuhu.base.Outcome;
import zhuhu.base.Problem;
import zhuhu.base.Texts;
import zhuhu.flow.HouseholdCard;
import zhuhu.flow.edit.DirectEdit;
import zhuhu.flow.edit.Edited;
import zhuhu.flow.edit.HouseholdActs;
import zhuhu.record.Kind;
import zhuhu.record.RecordId;
import zhuhu.screen.Background;
import zhuhu.screen.Desk;
import zhuhu.screen.FilePick;
import zhuhu.screen.part.Layers;
import zhuhu.screen.part.Notes;
import zhuhu.screen.part.Words;
import zhuhu.screen.visit.EditView;

/// Leads from a card to its pages and dialogs, and does what they ask. The window's thread only.
public final class CardWays {

    /// Where a page goes: it fills the window until it is left.
    public interface Window {
        void enter(Parent page);

        void leave();
    }

    /// What was done last, to be taken back. `words` name the act.
    record Last(RecordId household, RecordId act, String words) {}

    private final CardActs acts;
    private final Background background;
    private final Desk desk;
    private final Texts texts;
    private final Layers layers;
    private final Window window;
    private final Supplier<LocalDate> today;
    private Runnable changed = () -> {};
    private Optional<Consumer<HouseholdCard>> print = Optional.empty();
    private Optional<FilePick> pick = Optional.empty();
    private Optional<Last> last = Optional.empty();

    public CardWays(
            CardActs acts,
            Background background,
            Desk desk,
            Texts texts,
            Layers layers,
            Window window,
            Supplier<LocalDate> today) {
        this.acts = acts;
        this.background = background;
        this.desk = desk;
        this.texts = texts;
        this.layers = layers;
        this.window = window;
        this.today = today;
    }

    /// `again` reads the list and the card anew.
    void onChange(Runnable again) {
        changed = again;
    }

    /// `act` puts a household on paper.
    void onPrint(Consumer<HouseholdCard> act) {
        print = Optional.of(act);
    }

    /// `pick` asks where a history shall be written.
    public CardWays picking(FilePick pick) {
        this.pick = Optional.of(pick);
        return this;
    }

    Optional<FilePick> pick() {
        return pick;
    }

    Optional<Consumer<HouseholdCard>> print() {
        return print;
    }

    Optional<Last> last(RecordId household) {
        return last.filter(l -> l.household().equals(household));
    }

    CardActs acts() {
        return acts;
    }

    Desk desk() {
        return desk;
    }

    Texts texts() {
        return texts;
    }

    Layers layers() {
        return layers;
    }

    LocalDate today() {
        return today.get();
    }

    <T> void ask(Supplier<T> question, Consumer<T> then) {
        background.run(question::get, then);
    }

    /// 修改: one section as its register form asks it.
    void edit(HouseholdCard card, RecordId record, String section, String whose, String label) {
        page(
                card,
                () -> acts.open(record, section),
                List.of(section),
                new EditView.Heading(whose, texts.of("card.edit") + " · " + label),
                texts.of("act.section") + " " + label);
    }

    /// A new member: who it is, what to the head, and why.
    void comes(HouseholdCard card, String reason, String label) {
        page(
                card,
                () -> acts.newcomer(card.id(), reason),
                List.of("residence", "identity", "change"),
                new EditView.Heading(card.title(), label),
                label);
    }

    /// 新增: a helper, issue or measure of the household.
    void added(HouseholdCard card, Kind kind) {
        String words = texts.of("card.add", texts.of("ledger.kind." + kind.code()));
        page(
                card,
                () -> acts.added(card.id(), kind),
                List.of(kind.code()),
                new EditView.Heading(card.title(), words),
                words);
    }

    private void page(
            HouseholdCard card,
            Supplier<Outcome<DirectEdit>> open,
            List<String> sections,
            EditView.Heading heading,
            String words) {
        background.run(
                open::get,
                outcome -> {
                    switch (outcome) {
                        case Outcome.Done<DirectEdit>(DirectEdit edit) ->
                                show(card, edit, sections, heading, words);
                        case Outcome.Failed<DirectEdit>(List<Problem> problems) -> tell(problems);
                    }
                });
    }

    private void show(
            HouseholdCard card,
            DirectEdit edit,
            List<String> sections,
            EditView.Heading heading,
            String words) {
        Consumer<Optional<Edited>> leave =
                edited ->
                        background.run(
                                () -> {
                                    edit.close();
                                    return true;
                                },
                                _ -> {
                                    window.leave();
                                    edited.ifPresent(e -> done(card, e, words));
                                });
        window.enter(new EditView(edit, sections, heading, texts, background, leave).root());
    }

    /// Does an act of a dialog, which stays open with the words of what stops it.
    void act(
            HouseholdCard card,
            String words,
            Function<HouseholdActs, Outcome<Edited>> act,
            Consumer<List<Problem>> stopped) {
        background.run(
                () -> act.apply(acts.acts()),
                outcome -> {
                    switch (outcome) {
                        case Outcome.Done<Edited>(Edited edited) -> {
                            layers.close();
                            done(card, edited, words);
                        }
                        case Outcome.Failed<Edited>(List<Problem> problems) ->
                                stopped.accept(problems);
                    }
                });
    }

    private void done(HouseholdCard card, Edited edited, String words) {
        last = edited.act().map(act -> new Last(card.id(), act, words)).or(() -> last);
        layers.toast(texts.of("card.saved"));
        changed.run();
    }

    /// Takes an act back.
    void undo(RecordId act) {
        background.run(
                () -> acts.undo(act),
                outcome -> {
                    switch (outcome) {
                        case Outcome.Done<Integer> _ -> {
                            last = Optional.empty();
                            layers.close();
                            layers.toast(texts.of("card.undone"));
                            changed.run();
                        }
                        case Outcome.Failed<Integer>(List<Problem> problems) -> tell(problems);
                    }
                });
    }

    private void tell(List<Problem> problems) {
        var close = new Button(texts.of("part.close"));
        close.getStyleClass().add("primary");
        close.setDefaultButton(true);
        close.setOnAction(_ -> layers.close());
        var box = new VBox(14, Notes.of(texts, problems), new HBox(Words.spring(), close));
        box.setPrefWidth(desk.emPx() * 33);
        layers.dialog(box, close, () -> {});
    }
}

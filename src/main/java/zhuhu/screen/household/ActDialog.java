package zhuhu.screen.household;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.collections.FXCollections;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import zhuhu.base.Outcome;
import zhuhu.base.Problem;
import zhuhu.base.Texts;
import zhuhu.flow.HouseholdCard;
import zhuhu.flow.edit.Edited;
import zhuhu.flow.edit.HouseholdActs;
import zhuhu.flow.edit.Reason;
import zhuhu.form.Choice;
import zhuhu.screen.part.Days;
import zhuhu.screen.part.Fields;
import zhuhu.screen.part.Notes;
import zhuhu.screen.part.PlainField;
import zhuhu.screen.part.Words;

/// What every dialog of an act on members has: a title, what it does in a sentence, its own fields,
/// the reason, what stops it, and one button that names the act.
final class ActDialog {

    private final CardWays ways;
    private final HouseholdCard card;
    private final String words;
    private final VBox fields = new VBox(12);
    private final VBox told = new VBox(6);
    private final PlainField reason = new PlainField();
    private final Button act;

    /// `key` finds the texts `act.KEY`, `act.KEY.why` and `act.KEY.do`.
    ActDialog(CardWays ways, HouseholdCard card, String key) {
        this.ways = ways;
        this.card = card;
        this.words = ways.texts().of("act." + key);
        this.act = new Button(ways.texts().of("act." + key + ".do"));
        fields.getChildren()
                .addAll(
                        Words.label(words + " · " + card.title(), "heading"),
                        Words.lines(ways.texts().of("act." + key + ".why"), "soft"));
        reason.setId("act-reason");
        reason.setPromptText(ways.texts().of("act.reason.prompt"));
        act.setId("act-do");
        act.getStyleClass().add("primary");
        told.managedProperty().bind(told.visibleProperty());
        told.setVisible(false);
    }

    Texts texts() {
        return ways.texts();
    }

    void add(Node... nodes) {
        fields.getChildren().addAll(nodes);
    }

    /// Shows it; `first` gets the focus.
    void show(Node first, Function<HouseholdActs, Outcome<Edited>> doing) {
        act.setOnAction(_ -> {
            if (reason().words().isEmpty()) {
                tell(List.of(Problem.of("editReason")));
                reason.requestFocus();
            } else {
                ways.act(card, words, doing, this::tell);
            }
        });
        var cancel = new Button(texts().of("part.cancel"));
        cancel.setOnAction(_ -> ways.layers().close());
        var scroll = new ScrollPane(fields);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("dialog-scroll");
        scroll.setMaxHeight(ways.desk().emPx() * (ways.desk().emPx() > 18 ? 20 : 34));
        fields.setPadding(new Insets(0, 16, 4, 2));
        var box =
                new VBox(
                        14,
                        scroll,
                        Fields.of(texts().of("edit.reason"), reason),
                        told,
                        new HBox(10, Words.spring(), cancel, act));
        box.setPrefWidth(ways.desk().emPx() * 40);
        ways.layers().dialog(box, first, () -> {});
    }

    Reason reason() {
        return Reason.of(reason.settled().get());
    }

    void tell(List<Problem> problems) {
        told.getChildren().setAll(Notes.of(texts(), problems.stream().limit(3).toList()));
        told.setVisible(true);
    }

    /// A date typed in any usual way, today to begin with.
    PlainField day() {
        var day = new PlainField(ways.today().toString());
        day.setId("act-day");
        return day;
    }

    static Optional<LocalDate> day(PlainField field) {
        return Days.parse(field.settled().get());
    }

    static ComboBox<Choice> choice(String id, List<Choice> choices) {
        var box = new ComboBox<>(FXCollections.observableArrayList(choices));
        box.setId(id);
        box.setMaxWidth(Double.MAX_VALUE);
        box.setConverter(
                new StringConverter<>() {
                    @Override
                    public String toString(@Nullable Choice choice) {
                        return choice == null ? "" : choice.label();
                    }

                    @Override
                    public @Nullable Choice fromString(String text) {
                        return null;
                    }
                });
        return box;
    }

    static String chosen(ComboBox<Choice> box) {
        Choice choice = box.getValue();
        return choice == null ? "" : choice.name();
    }

    static Outcome<Edited> noDay(PlainField field) {
        return Outcome.failed(Problem.of("actDay", field.settled().get()));
    }
}

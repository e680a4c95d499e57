package zhuhu.screen.exchange.handout;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import zhuhu.base.Outcome;
import zhuhu.base.Problem;
import zhuhu.base.Texts;
import zhuhu.flow.handout.OpenRound;
import zhuhu.pack.Manifest;
import zhuhu.screen.Desk;
import zhuhu.screen.part.Days;
import zhuhu.screen.part.Fields;
import zhuhu.screen.part.Layers;
import zhuhu.screen.part.Notes;
import zhuhu.screen.part.PlainField;
import zhuhu.screen.part.Words;

/// Opens a round in two steps: what it is and what will happen, then the act itself.
final class RoundDialog {

    private final HandoutModel model;
    private final Desk desk;
    private final Texts texts;
    private final Layers layers;
    private final PlainField id = new PlainField();
    private final PlainField title = new PlainField();
    private final PlainField due = new PlainField();
    private final VBox told = new VBox(8);
    private final Button act = new Button();
    private OpenRound.@Nullable Request planned;

    RoundDialog(HandoutModel model, Desk desk, Texts texts, Layers layers) {
        this.model = model;
        this.desk = desk;
        this.texts = texts;
        this.layers = layers;
        id.setId("round-id");
        title.setId("round-title");
        due.setId("round-due");
        act.setId("round-act");
        act.getStyleClass().add("primary");
        act.setDefaultButton(true);
        id.setPromptText(texts.of("handout.round.id.shape"));
        title.setPromptText(texts.of("handout.round.title.shape"));
        due.setPromptText(texts.of("handout.round.due.shape"));
        for (PlainField field : List.of(id, title, due)) {
            field.settled().subscribe(_ -> unplanned());
        }
        act.setOnAction(_ -> act());
    }

    /// A round that is not there yet.
    void askNew() {
        show(texts.of("handout.round.new"), texts.of("handout.round.new.why"), id);
    }

    /// Back to a round of before, or another deadline for it.
    void ask(Manifest.Round round) {
        id.setText(round.id());
        id.setEditable(false);
        title.setText(round.title());
        due.setText(round.due());
        show(texts.of("handout.round.go", round.title()), texts.of("handout.round.go.why"), due);
        act();
    }

    private void show(String heading, String why, Node first) {
        var leave = new Button(texts.of("part.cancel"));
        leave.setOnAction(_ -> layers.close());
        var row =
                new HBox(
                        12,
                        grow(Fields.of(texts.of("handout.round.id"), id)),
                        grow(Fields.of(texts.of("handout.round.due"), due)));
        var box =
                new VBox(
                        Words.label(heading, "heading"),
                        Words.lines(why, "soft"),
                        row,
                        Fields.of(texts.of("handout.round.title"), title),
                        told,
                        new HBox(10, Words.spring(), leave, act));
        box.setPrefWidth(desk.emPx() * 40);
        layers.dialog(box, first, () -> {});
    }

    private static Node grow(Node node) {
        HBox.setHgrow(node, Priority.ALWAYS);
        return node;
    }

    private void unplanned() {
        planned = null;
        told.getChildren().clear();
        act.setText(texts.of("handout.round.look"));
    }

    private OpenRound.Request request() {
        String typed = due.settled().get();
        String day = Days.parse(typed).map(String::valueOf).orElse(typed);
        return new OpenRound.Request(
                id.settled().get(), title.settled().get(), day, OptionalInt.empty());
    }

    private void act() {
        OpenRound.Request request = request();
        if (request.equals(planned)) {
            model.open(request, this::opened);
        } else {
            model.plan(request, outcome -> planned(request, outcome));
        }
    }

    private void planned(OpenRound.Request request, Outcome<OpenRound.Plan> outcome) {
        switch (outcome) {
            case Outcome.Done<OpenRound.Plan>(OpenRound.Plan plan) -> {
                planned = request;
                told.getChildren().setAll(Notes.plain(what(plan), consequences(plan)));
                act.setText(texts.of("handout.round.enter", plan.to().title()));
            }
            case Outcome.Failed<OpenRound.Plan>(List<Problem> problems) ->
                    told.getChildren().setAll(Notes.of(texts, problems));
        }
    }

    private String what(OpenRound.Plan plan) {
        Optional<String> from =
                plan.from().map(Manifest.Round::title).filter(t -> !t.equals(plan.to().title()));
        return from.map(t -> texts.of("handout.round.from", t, plan.to().title(), plan.to().due()))
                .orElseGet(
                        () -> texts.of("handout.round.into", plan.to().title(), plan.to().due()));
    }

    private String consequences(OpenRound.Plan plan) {
        var lines = new StringBuilder(texts.of("handout.round.owed", plan.owed(), plan.open()));
        if (plan.drafts() > 0) {
            lines.append('\n').append(texts.of("handout.round.drafts", plan.drafts()));
        }
        if (plan.returned() > 0) {
            lines.append('\n').append(texts.of("handout.round.returned", plan.returned()));
        }
        return lines.append('\n')
                .append(texts.of("handout.round.year", String.valueOf(plan.to().incomeYear())))
                .append('\n')
                .append(texts.of("handout.round.stays"))
                .toString();
    }

    private void opened(Outcome<OpenRound.Plan> outcome) {
        switch (outcome) {
            case Outcome.Done<OpenRound.Plan> _ -> layers.close();
            case Outcome.Failed<OpenRound.Plan>(List<Problem> problems) -> {
                unplanned();
                told.getChildren().setAll(Notes.of(texts, problems));
            }
        }
    }
}

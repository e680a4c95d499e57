package zhuhu.screen.visit;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import zhuhu.base.Masks;
import zhuhu.screen.part.Icon;
import zhuhu.screen.part.PlainField;
import zhuhu.screen.visit.Snapshot.Remark;

/// A doubt on the last page: what is odd, the way to its question, and why it is right as it is.
final class DoubtCard {

    private final Seat seat;
    private final Remark remark;
    private final VBox root = new VBox();
    private final PlainField reason = new PlainField();

    /// `next` is called when a reason was given.
    DoubtCard(Seat seat, Remark remark, Runnable next) {
        this.seat = seat;
        this.remark = remark;
        root.getStyleClass().add("doubt-card");
        reason.setText(remark.finding().reason());
        reason.setPromptText(seat.texts().of("visit.reason.prompt"));
        reason.getStyleClass().add("reason-field");
        HBox.setHgrow(reason, Priority.ALWAYS);
        reason.onLeave(_ -> keep());
        reason.onEnter(() -> {
            keep();
            next.run();
        });
        var label = label(seat.texts().of("visit.reason"), "reason-label");
        label.setMinWidth(Region.USE_PREF_SIZE);
        var field = new HBox(label, reason);
        field.getStyleClass().add("reason-row");
        root.getChildren().setAll(line(seat, remark), field);
        if (!usual().isEmpty()) {
            root.getChildren().add(chips(next));
        }
    }

    Node root() {
        return root;
    }

    Node focus() {
        return reason;
    }

    /// Whether it still wants a reason.
    boolean isOpen() {
        return reason.settled().get().isBlank();
    }

    void keep() {
        seat.model().reason(remark.finding().key(), reason.settled().get());
    }

    private FlowPane chips(Runnable next) {
        var chips = new FlowPane();
        chips.getStyleClass().add("reason-chips");
        for (String usual : usual()) {
            boolean before = usual.equals(remark.earlier());
            var chip = new Button(before ? seat.texts().of("visit.reason.earlier", usual) : usual);
            chip.getStyleClass().addAll("chip", "reason-chip");
            chip.setOnAction(_ -> {
                reason.setText(usual);
                keep();
                next.run();
            });
            chips.getChildren().add(chip);
        }
        return chips;
    }

    private Set<String> usual() {
        var usual = new LinkedHashSet<String>();
        Optional.of(remark.earlier()).filter(e -> !e.isEmpty()).ifPresent(usual::add);
        usual.addAll(remark.finding().usual());
        return usual;
    }

    /// What is odd, its place, and the way there.
    static Node line(Seat seat, Remark remark) {
        var message = label(said(seat, remark), "doubt-message");
        var words = new VBox(message);
        if (!remark.finding().next().isEmpty()) {
            words.getChildren().add(label(remark.finding().next(), "doubt-next"));
        }
        HBox.setHgrow(words, Priority.ALWAYS);
        var where = label(remark.spot().screenLabel(), "missing-where");
        var row =
                new JumpRow(
                        () ->
                                seat.model()
                                        .goTo(
                                                remark.spot().screen(),
                                                Optional.of(remark.spot().ref())),
                        where,
                        words,
                        Icon.GO.of(13));
        row.getStyleClass().add("doubt-line");
        row.setFocusTraversable(false);
        return row;
    }

    /// The finding with its rule; long numbers covered before a projector.
    static String said(Seat seat, Remark remark) {
        String rule = remark.finding().rule();
        String message = remark.finding().message();
        String words = rule.isEmpty() || message.startsWith(rule) ? message : rule + " " + message;
        return seat.masked().get() ? Masks.hideIn(words) : words;
    }

    private static Label label(String text, String style) {
        var label = new Label(text);
        label.getStyleClass().add(style);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }
}

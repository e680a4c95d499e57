package zhuhu.screen.visit;

import java.io.ByteArrayInputStream;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.input.DragEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import zhuhu.base.Problem;
import zhuhu.form.ScreenView.Item.Asked;
import zhuhu.record.Value;
import zhuhu.screen.part.Icon;

/// A picture from a file: chosen (space), or dropped here; seen small; taken out again (Delete).
/// Before a projector it is covered.
final class PictureField implements Field {

    private static final double WIDE_PX = 300;
    private static final double HIGH_PX = 170;

    private final Seat seat;
    private final HBox box = new HBox();
    private final ImageView view = new ImageView();
    private final Label words = new Label();
    private final Button choose = new Button("", Icon.OPEN.of(15));
    private final Button remove = new Button("", Icon.CLOSE.of(14));
    private Asked asked;
    private String shown = "";

    PictureField(Asked asked, Seat seat) {
        this.seat = seat;
        this.asked = asked;
        box.getStyleClass().add("picture-answer");
        box.setAlignment(Pos.CENTER_LEFT);
        box.setFocusTraversable(true);
        view.setPreserveRatio(true);
        view.setFitWidth(WIDE_PX);
        view.setFitHeight(HIGH_PX);
        words.getStyleClass().add("picture-words");
        words.setWrapText(true);
        choose.getStyleClass().add("quiet");
        choose.setFocusTraversable(false);
        choose.setOnAction(_ -> choose());
        remove.setText(seat.cell() ? "" : seat.texts().of("visit.pictureRemove"));
        remove.getStyleClass().addAll("flat", "picture-remove");
        remove.setFocusTraversable(false);
        remove.setOnAction(_ -> seat.model().answer(this.asked, Value.EMPTY));
        var acts = new VBox(words, new HBox(choose, remove));
        acts.getStyleClass().add("picture-acts");
        if (seat.cell()) {
            box.getChildren().setAll(choose, remove);
        } else {
            box.getChildren().setAll(view, acts);
        }
        box.setUserData(this);
        box.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        box.setOnDragOver(this::over);
        box.setOnDragDropped(this::dropped);
        box.setOnMouseClicked(_ -> box.requestFocus());
        seat.masked().addListener(_ -> cover());
        show(asked);
    }

    @Override
    public Node node() {
        return box;
    }

    @Override
    public Node focus() {
        return box;
    }

    @Override
    public void show(Asked now) {
        asked = now;
        box.setAccessibleText(now.label());
        String name = now.value().plain();
        boolean has = !name.isEmpty();
        choose.setText(seat.texts().of(has ? "visit.pictureOther" : "visit.pictureChoose"));
        remove.setVisible(has);
        remove.setManaged(has);
        if (!name.equals(shown)) {
            shown = name;
            view.setImage(null);
            words.setText(has ? "" : seat.texts().of("visit.pictureDrop"));
            if (has && !seat.cell()) {
                seat.model().picture(name, bytes -> seen(name, bytes));
            }
        } else if (!has && words.getText().isEmpty()) {
            words.setText(seat.texts().of("visit.pictureDrop"));
        }
        cover();
    }

    private void seen(String name, byte[] bytes) {
        if (!name.equals(shown)) {
            return;
        }
        if (bytes.length == 0) {
            words.setText(seat.texts().of("visit.pictureAway"));
        } else {
            view.setImage(
                    new Image(
                            new ByteArrayInputStream(bytes), WIDE_PX * 2, HIGH_PX * 2, true, true));
        }
        cover();
    }

    private void cover() {
        boolean covered = seat.masked().get() && !shown.isEmpty();
        boolean seen = view.getImage() != null && !covered;
        view.setVisible(seen);
        view.setManaged(seen);
        if (covered) {
            words.setText(seat.texts().of("visit.pictureCovered"));
        } else if (view.getImage() != null) {
            words.setText("");
        }
        boolean said = !words.getText().isEmpty();
        words.setVisible(said);
        words.setManaged(said);
    }

    private void pressed(KeyEvent event) {
        if (event.isControlDown() || event.isAltDown() || event.isMetaDown()) {
            return;
        }
        if (event.getCode() == KeyCode.SPACE) {
            choose();
            event.consume();
        } else if (event.getCode() == KeyCode.DELETE || event.getCode() == KeyCode.BACK_SPACE) {
            seat.model().answer(asked, Value.EMPTY);
            event.consume();
        }
    }

    private void choose() {
        box.requestFocus();
        var chooser = new FileChooser();
        chooser.setTitle(asked.label());
        chooser.getExtensionFilters()
                .add(
                        new FileChooser.ExtensionFilter(
                                seat.texts().of("visit.pictureFiles"),
                                List.of("*.jpg", "*.jpeg", "*.png", "*.bmp", "*.gif")));
        Optional.ofNullable(chooser.showOpenDialog(box.getScene().getWindow()))
                .map(File::toPath)
                .ifPresent(this::take);
    }

    private void over(DragEvent event) {
        if (event.getDragboard().hasFiles()) {
            event.acceptTransferModes(TransferMode.COPY);
            event.consume();
        }
    }

    private void dropped(DragEvent event) {
        boolean has = event.getDragboard().hasFiles();
        if (has) {
            box.requestFocus();
            take(event.getDragboard().getFiles().getFirst().toPath());
        }
        event.setDropCompleted(has);
        event.consume();
    }

    /// Takes the picture of a file, or says why it is none.
    void take(Path file) {
        words.setText(seat.texts().of("visit.pictureTaking"));
        seat.model().attach(asked, file, this::wrong);
    }

    private void wrong(Problem why) {
        words.setText(seat.texts().message(why) + " " + seat.texts().next(why));
        words.setVisible(true);
        words.setManaged(true);
    }
}

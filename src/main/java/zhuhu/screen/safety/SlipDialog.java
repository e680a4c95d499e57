package zhuhu.screen.safety;

import java.security.SecureRandom;
import javafx.geometry.Pos;
import javafx.print.PrinterJob;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import zhuhu.base.Texts;
import zhuhu.screen.Desk;
import zhuhu.screen.part.Layers;
import zhuhu.screen.part.Notes;
import zhuhu.screen.part.Words;
import zhuhu.store.SlipCode;

/// Makes a recovery slip: says what it is, shows the code once, prints it or lets it be written
/// down. The code is on paper or nowhere; no file ever holds it.
final class SlipDialog {

    private static final double PAPER_WIDTH_PX = 420;

    private final SafetyModel model;
    private final Desk desk;
    private final Texts texts;
    private final Layers layers;

    SlipDialog(SafetyModel model, Desk desk, Texts texts, Layers layers) {
        this.model = model;
        this.desk = desk;
        this.texts = texts;
        this.layers = layers;
    }

    void ask() {
        boolean old = model.state().get().map(Safety.State::slip).orElse(false);
        var make = new Button(texts.of("slip.make"));
        make.setId("slip-make");
        make.getStyleClass().add("primary");
        make.setDefaultButton(true);
        make.setOnAction(_ -> make());
        // Reason: what opens the file is nothing to show to a hall.
        make.setDisable(desk.now().projector());
        var leave = new Button(texts.of("part.cancel"));
        leave.setOnAction(_ -> layers.close());
        var box =
                new VBox(
                        Words.label(texts.of("slip.title"), "heading"),
                        Words.lines(texts.of("slip.why"), "soft"),
                        Notes.doubt(texts.of("slip.keep"), texts.of("slip.keep.next")));
        if (desk.now().projector()) {
            box.getChildren()
                    .add(Notes.bad(texts.of("slip.projector"), texts.of("slip.projector.next")));
        }
        if (old) {
            box.getChildren().add(Notes.plain(texts.of("slip.again"), texts.of("slip.again.next")));
        }
        box.getChildren().add(new HBox(10, Words.spring(), leave, make));
        box.setPrefWidth(desk.emPx() * 38);
        layers.dialog(box, make, () -> {});
    }

    private void make() {
        SlipCode code = SlipCode.of(new SecureRandom());
        model.seal(
                code,
                problems -> {
                    if (problems.isEmpty()) {
                        show(code);
                    } else {
                        var close = new Button(texts.of("part.close"));
                        close.setOnAction(_ -> layers.close());
                        var box =
                                new VBox(
                                        Notes.of(texts, problems), new HBox(Words.spring(), close));
                        box.setPrefWidth(desk.emPx() * 33);
                        layers.dialog(box, close, () -> {});
                    }
                });
    }

    private void show(SlipCode code) {
        var letters = new Label(code.printed());
        letters.setId("slip-code");
        letters.getStyleClass().add("slip-code");
        letters.setMinWidth(Region.USE_PREF_SIZE);
        var print = new Button(texts.of("slip.print"));
        print.setOnAction(_ -> print(code));
        var done = new Button(texts.of("slip.done"));
        done.setId("slip-done");
        done.getStyleClass().add("primary");
        done.setOnAction(_ -> layers.close());
        var row = new HBox(letters);
        row.setAlignment(Pos.CENTER);
        var box =
                new VBox(
                        Words.label(texts.of("slip.code.title"), "heading"),
                        Words.lines(texts.of("slip.code.why"), "soft"),
                        row,
                        Words.lines(texts.of("slip.code.letters"), "faint", "small"),
                        new HBox(10, Words.spring(), print, done));
        box.setPrefWidth(desk.emPx() * 38);
        layers.dialog(box, done, () -> {});
    }

    private void print(SlipCode code) {
        PrinterJob job = PrinterJob.createPrinterJob();
        if (job == null) {
            layers.toast(texts.of("slip.noPrinter"));
            return;
        }
        if (job.showPrintDialog(layers.root().getScene().getWindow())
                && job.printPage(page(code))) {
            job.endJob();
        }
    }

    /// What is printed.
    Region page(SlipCode code) {
        String file = model.state().get().map(Safety.State::file).orElse("");
        var letters = Words.label(code.printed(), "slip-code");
        var page =
                new VBox(
                        14,
                        Words.label(texts.of("slip.page.title"), "title"),
                        Words.lines(texts.of("slip.page.file", file, desk.now().name())),
                        letters,
                        Words.lines(texts.of("slip.page.how")),
                        Words.lines(texts.of("slip.keep.next")));
        page.getStylesheets().add(zhuhu.screen.Theme.sheet("/zhuhu/screen/base.css"));
        page.setPrefWidth(PAPER_WIDTH_PX);
        return page;
    }
}

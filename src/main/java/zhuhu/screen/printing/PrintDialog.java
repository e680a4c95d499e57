package zhuhu.screen.printing;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import zhuhu.base.Outcome;
import zhuhu.base.Problem;
import zhuhu.base.Texts;
import zhuhu.flow.Progress;
import zhuhu.flow.paper.Numbers;
import zhuhu.flow.paper.PrintHouseholds;
import zhuhu.flow.paper.PrintHouseholds.What;
import zhuhu.flow.paper.PrintTable;
import zhuhu.flow.paper.Printed;
import zhuhu.record.RecordId;
import zhuhu.screen.Background;
import zhuhu.screen.Desk;
import zhuhu.screen.FilePick;
import zhuhu.screen.Job;
import zhuhu.screen.part.JobPane;
import zhuhu.screen.part.Layers;
import zhuhu.screen.part.Notes;
import zhuhu.screen.part.Words;

/// Prints what a screen shows: asks what and with which numbers, then where to, then shows how far
/// it has come and what was written. The window's thread only.
public final class PrintDialog {

    private static final double WIDTH_EMS = 33;

    private final Printing printing;
    private final Background background;
    private final Desk desk;
    private final Texts texts;
    private final Layers layers;
    private final FilePick pick;
    private final Clock clock;
    private final Consumer<Path> reveal;

    public PrintDialog(
            Printing printing,
            Background background,
            Desk desk,
            Texts texts,
            Layers layers,
            FilePick pick,
            Clock clock,
            Consumer<Path> reveal) {
        this.printing = printing;
        this.background = background;
        this.desk = desk;
        this.texts = texts;
        this.layers = layers;
        this.pick = pick;
        this.clock = clock;
        this.reveal = reveal;
    }

    /// Households: their sheets, their finished visits, or `list` where there is one to print.
    /// Shape: `name` what these households are called, for the file's name.
    public void households(
            String name, List<RecordId> households, Optional<PrintTable.Sheet> list) {
        var what = new ToggleGroup();
        RadioButton sheet = choice("print.sheet", what);
        RadioButton visit = choice("print.visit", what);
        RadioButton table = choice("print.list", what);
        var whole = new CheckBox(texts.of("print.whole"));
        whole.setId("print-whole");
        whole.setWrapText(true);
        whole.disableProperty().bind(table.selectedProperty());
        sheet.setSelected(true);
        var box = new VBox(10);
        box.getChildren()
                .addAll(
                        Words.label(texts.of("print.title", households.size()), "heading"),
                        choiceBox(sheet, "print.sheet.why"),
                        choiceBox(visit, "print.visit.why"));
        list.ifPresent(_ -> box.getChildren().add(choiceBox(table, "print.list.why")));
        box.getChildren().addAll(whole, Words.lines(texts.of("print.why"), "soft", "small"));
        ask(
                box,
                sheet,
                () -> {
                    if (table.isSelected() && list.isPresent()) {
                        table(list.get());
                        return;
                    }
                    What kind = visit.isSelected() ? What.VISIT : What.SHEET;
                    Numbers numbers = whole.isSelected() ? Numbers.WHOLE : Numbers.COVERED;
                    List<String> keys = households.stream().map(RecordId::text).toList();
                    String proposed =
                            texts.of(kind == What.VISIT ? "print.file.visit" : "print.file.sheet");
                    write(
                            proposed + "-" + name,
                            (out, progress) ->
                                    printing.households(
                                            new PrintHouseholds.Order(out, kind, keys, numbers),
                                            progress));
                });
    }

    /// A table just as a screen shows it.
    public void table(PrintTable.Sheet sheet) {
        write(sheet.title(), (out, _) -> printing.table(out, sheet));
    }

    private void ask(VBox box, RadioButton first, Runnable go) {
        var print = new Button(texts.of("print.go"));
        print.setId("print-go");
        print.getStyleClass().add("primary");
        print.setDefaultButton(true);
        print.setOnAction(_ -> go.run());
        var leave = new Button(texts.of("part.cancel"));
        leave.setOnAction(_ -> layers.close());
        box.getChildren().add(new HBox(10, Words.spring(), leave, print));
        show(box, first);
    }

    private void write(String name, BiFunction<Path, Progress, Outcome<Printed>> act) {
        String day = LocalDate.now(clock).toString();
        Optional<Path> out = pick.newPdf(texts.of("print.file", name, day));
        out.ifPresentOrElse(path -> run(progress -> act.apply(path, progress)), layers::close);
    }

    private void run(Function<Progress, Outcome<Printed>> act) {
        Job job = background.start(act, this::came, layers::close);
        if (!job.over().get()) {
            var pane = new JobPane(texts, texts.of("print.running"), job);
            var box = new VBox(pane.root());
            show(box, box);
        }
    }

    private void came(Outcome<Printed> outcome) {
        var box = new VBox(12);
        var buttons = new HBox(10, Words.spring());
        switch (outcome) {
            case Outcome.Done<Printed>(Printed printed) -> {
                box.getChildren()
                        .add(
                                Notes.good(
                                        texts.of(
                                                "print.done",
                                                printed.file().getFileName(),
                                                printed.papers(),
                                                printed.pages()),
                                        texts.of("print.done.next")));
                var folder = new Button(texts.of("print.reveal"));
                folder.setOnAction(_ -> reveal.accept(printed.file()));
                buttons.getChildren().add(folder);
            }
            case Outcome.Failed<Printed>(List<Problem> problems) ->
                    box.getChildren().add(Notes.of(texts, problems));
        }
        var close = new Button(texts.of("part.close"));
        close.setId("print-close");
        close.getStyleClass().add("primary");
        close.setDefaultButton(true);
        close.setOnAction(_ -> layers.close());
        buttons.getChildren().add(close);
        box.getChildren().add(buttons);
        show(box, close);
    }

    private void show(VBox box, javafx.scene.Node first) {
        box.setPrefWidth(desk.emPx() * WIDTH_EMS);
        layers.dialog(box, first, () -> {});
    }

    private RadioButton choice(String key, ToggleGroup group) {
        var button = new RadioButton(texts.of(key));
        button.setId(key.replace('.', '-'));
        button.setToggleGroup(group);
        return button;
    }

    private VBox choiceBox(RadioButton button, String why) {
        var words = Words.lines(texts.of(why), "soft", "small");
        VBox.setMargin(words, new javafx.geometry.Insets(0, 0, 0, desk.emPx() * 1.8));
        return new VBox(2, button, words);
    }
}

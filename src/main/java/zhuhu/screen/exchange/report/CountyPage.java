package zhuhu.screen.exchange.report;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import zhuhu.base.Problem;
import zhuhu.base.Texts;
import zhuhu.flow.report.FillReport.Filled;
import zhuhu.flow.report.NationalTemplate;
import zhuhu.screen.Desk;
import zhuhu.screen.FilePick;
import zhuhu.screen.exchange.ExchangePage;
import zhuhu.screen.exchange.ExchangeSlot;
import zhuhu.screen.exchange.report.CountyModel.Stage;
import zhuhu.screen.part.Icon;
import zhuhu.screen.part.JobPane;
import zhuhu.screen.part.Notes;
import zhuhu.screen.part.Words;

/// 县里的表: choose a template, look over what goes under each heading, fill, and where it lies.
public final class CountyPage implements ExchangePage {

    /// What the page needs of the window around it.
    public record Around(
            Desk desk, Texts texts, FilePick pick, Clock clock, Consumer<Path> reveal) {}

    private final CountyModel model;
    private final Around around;
    private final Texts texts;
    private final MappingPane mapping;
    private final VBox root = new VBox(16);

    public CountyPage(CountyModel model, Around around) {
        this.model = model;
        this.around = around;
        this.texts = around.texts();
        this.mapping = new MappingPane(model, around.desk(), texts, this::fill);
        root.getStyleClass().add("pane");
        model.stage().subscribe(_ -> arrange());
        root.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
    }

    @Override
    public ExchangeSlot slot() {
        return ExchangeSlot.COUNTY;
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public void entered() {
        model.refresh();
    }

    @Override
    public void focus() {
        if (model.stage().get() instanceof Stage.Mapping) {
            mapping.enter();
        } else if (root.lookup("#county-reveal") instanceof Node reveal) {
            reveal.requestFocus();
        } else if (root.lookup(".button") instanceof Node button) {
            button.requestFocus();
        }
    }

    @Override
    public boolean dropped(List<Path> files) {
        boolean one = files.size() == 1 && files.getFirst().toString().endsWith(".xlsx");
        if (one) {
            model.open(files.getFirst());
        }
        return one;
    }

    private void arrange() {
        Node now =
                switch (model.stage().get()) {
                    case Stage.Choosing(List<Problem> problems) -> choosing(problems);
                    case Stage.Mapping(String name, List<Problem> problems) ->
                            mapping.of(name, problems);
                    case Stage.Running(var job) ->
                            centred(
                                    (Region)
                                            new JobPane(texts, texts.of("report.page.running"), job)
                                                    .root());
                    case Stage.Over(Filled filled) -> over(filled);
                };
        root.getChildren().setAll(now);
        VBox.setVgrow(now, Priority.ALWAYS);
        if (root.getScene() != null) {
            Platform.runLater(this::focus);
        }
    }

    private void pressed(KeyEvent event) {
        boolean leave =
                model.stage().get() instanceof Stage.Mapping
                        || model.stage().get() instanceof Stage.Over;
        if (event.getCode() == KeyCode.ESCAPE && leave) {
            model.close();
            event.consume();
        }
    }

    private Node choosing(List<Problem> problems) {
        var choose = new Button(texts.of("report.page.choose"), Icon.OPEN.of(18));
        choose.setId("county-choose");
        choose.getStyleClass().add("primary");
        choose.setOnAction(_ -> around.pick().template().ifPresent(model::open));
        Region mark = Icon.TABLE.of(30);
        mark.getStyleClass().add("icon-teal");
        var drop =
                new VBox(
                        mark,
                        Words.label(texts.of("report.page.drop"), "subheading"),
                        Words.label(
                                texts.of("report.page.drop.why", "${户主姓名}", "${填报人}"),
                                "soft",
                                "small"),
                        choose);
        drop.getStyleClass().add("drop");
        drop.setSpacing(8);
        VBox.setVgrow(drop, Priority.ALWAYS);
        var own = new FlowPane(10, 10);
        for (NationalTemplate template : NationalTemplate.values()) {
            own.getChildren().add(national(template));
        }
        var sheet =
                new VBox(
                        12,
                        Words.label(texts.of("report.page.title"), "heading"),
                        Words.lines(texts.of("report.page.why"), "soft"),
                        Notes.of(texts, problems),
                        drop,
                        Words.label(texts.of("report.page.own"), "strong"),
                        own);
        sheet.getStyleClass().addAll("sheet", "padded");
        return sheet;
    }

    private Button national(NationalTemplate template) {
        String name = texts.of("report.national." + template.code());
        var words =
                new VBox(
                        2,
                        Words.label(name, "strong"),
                        Words.label(
                                texts.of("report.national.why." + template.code()),
                                "soft",
                                "small"));
        var button = new Button();
        button.setId("county-" + template.code());
        button.setGraphic(words);
        button.setOnAction(_ -> model.open(template, name));
        return button;
    }

    private void fill() {
        String day = LocalDate.now(around.clock()).toString();
        String name =
                model.stage().get() instanceof Stage.Mapping(String template, _) ? template : "";
        String plain = name.replaceFirst("\\.xlsx$", "");
        around.pick().newWorkbook(texts.of("report.page.file", plain, day)).ifPresent(model::fill);
    }

    private Node over(Filled filled) {
        long rows = filled.sheets().stream().mapToLong(s -> s.rows()).sum();
        long households = filled.sheets().stream().mapToLong(s -> s.households()).max().orElse(0);
        var open = new Button(texts.of("exchange.out.reveal"), Icon.OPEN.of(18));
        open.setId("county-reveal");
        open.getStyleClass().add("primary");
        open.setOnAction(_ -> around.reveal().accept(filled.file()));
        var back = new Button(texts.of("report.page.back"));
        back.setId("county-back");
        back.setOnAction(_ -> model.close());
        var buttons = new HBox(10, Words.spring(), back, open);
        buttons.setAlignment(Pos.CENTER_LEFT);
        var notes = new VBox(8);
        for (Problem problem : filled.problems()) {
            String where = problem.place() == null ? "" : Notes.words(texts, problem.place()) + "：";
            notes.getChildren()
                    .add(Notes.doubt(where + texts.message(problem), texts.next(problem)));
        }
        var scroll = new ScrollPane(notes);
        scroll.setFitToWidth(true);
        scroll.setMaxHeight(around.desk().emPx() * 20);
        scroll.setVisible(!filled.problems().isEmpty());
        scroll.setManaged(scroll.isVisible());
        var box =
                new VBox(
                        16,
                        Notes.good(
                                texts.of("report.page.over", households, rows),
                                texts.of("report.page.over.next")),
                        Words.label(String.valueOf(filled.file().getFileName()), "heading"),
                        Words.lines(
                                String.valueOf(filled.file().toAbsolutePath().getParent()), "soft"),
                        scroll,
                        buttons);
        box.getStyleClass().addAll("sheet", "padded");
        return centred(box);
    }

    private Node centred(Region region) {
        region.setMaxSize(around.desk().emPx() * 48, Region.USE_PREF_SIZE);
        return new StackPane(region);
    }
}

package zhuhu.screen.form;

import java.nio.file.Path;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import zhuhu.base.Problem;
import zhuhu.base.Texts;
import zhuhu.flow.form.FormDifferences.Difference;
import zhuhu.flow.form.FormVersions.Version;
import zhuhu.screen.FilePick;
import zhuhu.screen.form.FormsModel.Said;
import zhuhu.screen.part.Icon;
import zhuhu.screen.part.Notes;
import zhuhu.screen.part.Words;

/// The forms on the settings page: a line a version with what can be done with it, and below what
/// the last act brought.
public final class FormsPane {

    private static final int MOST = 60;
    private static final int HASH = 8;

    private final FormsModel model;
    private final Texts texts;
    private final FilePick pick;
    private final VBox root = new VBox(12);
    private final VBox lines = new VBox(6);
    private final VBox result = new VBox(8);

    public FormsPane(FormsModel model, Texts texts, FilePick pick) {
        this.model = model;
        this.texts = texts;
        this.pick = pick;
        var load = new Button(texts.of("forms.load"), Icon.IMPORT.of(16));
        load.setId("forms-load");
        load.setOnAction(_ -> pick.form().ifPresent(model::load));
        var why = Words.lines(texts.of("forms.why"), "faint", "small");
        HBox.setHgrow(why, Priority.ALWAYS);
        why.setMaxWidth(Double.MAX_VALUE);
        var top = new HBox(12, why, load);
        top.setAlignment(Pos.CENTER_LEFT);
        load.setMinWidth(Region.USE_PREF_SIZE);
        root.getStyleClass().add("forms");
        root.getChildren().setAll(top, lines, result);
        model.versions().subscribe(this::show);
        model.said().subscribe(this::tell);
        model.refresh();
    }

    public Node root() {
        return root;
    }

    private void show(List<Version> versions) {
        lines.getChildren().setAll(versions.stream().map(this::line).toList());
    }

    private Node line(Version version) {
        var title = Words.label(version.title(), version.current() ? "strong" : "faint");
        var about =
                Words.label(
                        texts.of(
                                "forms.version",
                                version.version(),
                                version.hash()
                                        .substring(0, Math.min(HASH, version.hash().length())),
                                version.statements()),
                        "soft",
                        "small");
        var words = new VBox(2, title, about);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        var line = new HBox(8, words);
        line.setAlignment(Pos.CENTER_LEFT);
        if (version.current()) {
            line.getChildren()
                    .add(
                            button(
                                    "forms.try",
                                    "forms-try-" + version.id(),
                                    () -> model.tryOut(version)));
        } else {
            line.getChildren()
                    .add(
                            button(
                                    "forms.compare",
                                    "forms-compare-" + version.id(),
                                    () -> model.compare(version)));
        }
        line.getChildren()
                .add(
                        button(
                                "forms.write",
                                "forms-write-" + version.id(),
                                () ->
                                        pick.newWorkbook(version.id() + "-" + version.version())
                                                .ifPresent(out -> model.write(version, out))));
        return line;
    }

    private Button button(String key, String id, Runnable act) {
        var button = new Button(texts.of(key));
        button.setId(id);
        button.getStyleClass().add("quiet");
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(_ -> act.run());
        return button;
    }

    private void tell(Said said) {
        result.getChildren()
                .setAll(
                        switch (said) {
                            case Said.Nothing() -> List.<Node>of();
                            case Said.Loaded(String form) ->
                                    List.of(
                                            Notes.good(
                                                    texts.of("forms.loaded", form),
                                                    texts.of("forms.loaded.next")));
                            case Said.Written(Path file) ->
                                    List.of(
                                            Notes.good(
                                                    texts.of("forms.written", file),
                                                    texts.of("forms.written.next")));
                            case Said.Refused(List<Problem> problems) -> refused(problems);
                            case Said.Compared(Version older, List<Difference> differences) ->
                                    compared(older, differences);
                        });
    }

    private List<Node> refused(List<Problem> problems) {
        var grid = grid(14, 0);
        for (int i = 0; i < Math.min(MOST, problems.size()); i++) {
            Problem problem = problems.get(i);
            var where = problem.place() == null ? "" : Notes.words(texts, problem.place());
            grid.addRow(
                    i,
                    Words.lines(where, "soft"),
                    new VBox(
                            2,
                            Words.lines(texts.message(problem), "strong"),
                            Words.lines(texts.next(problem), "soft", "small")));
        }
        return List.of(
                Notes.bad(
                        texts.of("forms.refused", problems.size()), texts.of("forms.refused.next")),
                grid);
    }

    private List<Node> compared(Version older, List<Difference> differences) {
        var title =
                Words.label(
                        texts.of(
                                "forms.compared",
                                older.title(),
                                older.version(),
                                differences.size()),
                        "strong");
        var grid = grid(5, 16);
        for (int i = 0; i < Math.min(MOST, differences.size()); i++) {
            Difference found = differences.get(i);
            grid.addRow(
                    i,
                    kind(found),
                    new VBox(
                            2,
                            Words.lines(found.label()),
                            Words.lines(found.name(), "faint", "small")),
                    change(found));
        }
        return List.of(title, grid);
    }

    private Label kind(Difference found) {
        return switch (found.kind()) {
            case ADDED -> Words.label(texts.of("forms.added"), "forms-added");
            case REMOVED -> Words.label(texts.of("forms.removed"), "forms-removed");
            case CHANGED -> Words.label(texts.of("forms.changed"), "forms-changed");
        };
    }

    private Node change(Difference found) {
        if (found.column().isEmpty()) {
            return Words.label("");
        }
        return new VBox(
                2,
                Words.lines(column(found.column()), "soft", "small"),
                Words.lines(said(found.before()) + " → " + said(found.now())));
    }

    private String said(String cell) {
        return cell.isEmpty() ? texts.of("forms.blank") : cell;
    }

    /// `label::中文(zh)` is the label, in that language.
    private String column(String header) {
        int colon = header.indexOf("::");
        String language = colon < 0 ? "" : " " + header.substring(colon + 2);
        return named(colon < 0 ? header : header.substring(0, colon)) + language;
    }

    private String named(String column) {
        return switch (column) {
            case "label" -> texts.of("forms.column.label");
            case "hint" -> texts.of("forms.column.hint");
            case "type" -> texts.of("forms.column.type");
            case "relevant" -> texts.of("forms.column.relevant");
            case "constraint" -> texts.of("forms.column.constraint");
            case "constraint_message" -> texts.of("forms.column.message");
            case "required" -> texts.of("forms.column.required");
            case "calculation" -> texts.of("forms.column.calculation");
            case "choices" -> texts.of("forms.column.choices");
            default -> column;
        };
    }

    private static GridPane grid(int firstPercent, int secondPercent) {
        var grid = new GridPane(12, 8);
        grid.getStyleClass().add("forms-grid");
        var first = new ColumnConstraints();
        first.setPercentWidth(firstPercent + 5);
        var second = new ColumnConstraints();
        if (secondPercent > 0) {
            second.setPercentWidth(secondPercent + 10);
        } else {
            second.setHgrow(Priority.ALWAYS);
        }
        var third = new ColumnConstraints();
        third.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints().setAll(first, second, third);
        return grid;
    }
}

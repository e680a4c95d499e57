package zhuhu.screen.exchange.report;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import zhuhu.base.Outcome;
import zhuhu.base.Problem;
import zhuhu.flow.report.FillReport.Filled;
import zhuhu.flow.report.MappedTemplate;
import zhuhu.flow.report.NationalTemplate;
import zhuhu.flow.report.ReportField;
import zhuhu.record.Kind;
import zhuhu.screen.Background;
import zhuhu.screen.Job;
import zhuhu.screen.exchange.Exchange.VillageLine;
import zhuhu.workbook.template.TemplateColumn;

/// Filling a county's table: which template, what goes under each heading, for which villages,
/// where to. The window's thread only; works without a window.
public final class CountyModel {

    /// Where it stands.
    public sealed interface Stage {

        /// No template yet; `problems` say why the last one was refused.
        record Choosing(List<Problem> problems) implements Stage {
            public Choosing {
                problems = List.copyOf(problems);
            }
        }

        /// The template was read; `problems` say why the last filling failed.
        record Mapping(String name, List<Problem> problems) implements Stage {
            public Mapping {
                problems = List.copyOf(problems);
            }
        }

        record Running(Job job) implements Stage {}

        record Over(Filled filled) implements Stage {}
    }

    /// A column of the template and what goes into it. Shape: `sheet` its place among the sheets.
    public record Line(
            int sheet, String sheetName, TemplateColumn column, Optional<ReportField> field) {}

    private final Reporting acts;
    private final Background background;
    private final ReadOnlyObjectWrapper<Stage> stage =
            new ReadOnlyObjectWrapper<>(new Stage.Choosing(List.of()));
    private final ReadOnlyObjectWrapper<Optional<MappedTemplate>> mapped =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ObservableList<Line> lines = FXCollections.observableArrayList();
    private final ObservableList<ReportField> fields = FXCollections.observableArrayList();
    private final ObservableList<VillageLine> villages = FXCollections.observableArrayList();
    private final ObjectProperty<Optional<VillageLine>> village =
            new SimpleObjectProperty<>(Optional.empty());

    public CountyModel(Reporting acts, Background background) {
        this.acts = acts;
        this.background = background;
    }

    /// Reads what can be chosen from.
    public void refresh() {
        background.run(acts::fields, fields::setAll);
        background.run(
                acts::villages,
                read -> {
                    villages.setAll(read);
                    if (village.get().isPresent() && !read.contains(village.get().get())) {
                        village.set(Optional.empty());
                    }
                });
    }

    public void open(Path template) {
        open(() -> acts.open(template), String.valueOf(template.getFileName()));
    }

    /// `name` what a person calls it.
    public void open(NationalTemplate template, String name) {
        open(() -> acts.open(template), name);
    }

    private void open(Supplier<Outcome<MappedTemplate>> opening, String name) {
        background.run(
                opening,
                outcome -> {
                    switch (outcome) {
                        case Outcome.Done<MappedTemplate>(MappedTemplate template) -> {
                            show(template);
                            stage.set(new Stage.Mapping(name, List.of()));
                        }
                        case Outcome.Failed<MappedTemplate>(List<Problem> problems) ->
                                stage.set(new Stage.Choosing(problems));
                    }
                });
    }

    private void show(MappedTemplate template) {
        mapped.set(Optional.of(template));
        var all = new ArrayList<Line>();
        for (int i = 0; i < template.sheets().size(); i++) {
            MappedTemplate.Sheet sheet = template.sheets().get(i);
            for (TemplateColumn column : sheet.shape().columns()) {
                all.add(
                        new Line(
                                i,
                                sheet.shape().name(),
                                column,
                                sheet.columns().getOrDefault(column.index(), Optional.empty())));
            }
        }
        lines.setAll(all);
    }

    /// Puts a field under a heading, or nothing.
    public void map(Line line, Optional<ReportField> field) {
        mapped.get()
                .ifPresent(template ->
                        show(template.with(line.sheet(), line.column().index(), field)));
    }

    /// What each row of a sheet's list is about.
    public void about(int sheet, Kind rows) {
        mapped.get().ifPresent(template -> show(template.about(sheet, rows)));
    }

    /// The fields that are most like a line's heading, for `then`.
    public void suggestions(Line line, java.util.function.Consumer<List<ReportField>> then) {
        background.run(() -> acts.suggestions(line.column().path().getLast()), then);
    }

    /// How many columns stay blank.
    public long blank() {
        return lines.stream()
                .filter(l -> l.field().isEmpty() && l.column().pattern().isEmpty())
                .count();
    }

    public void fill(Path out) {
        Optional<MappedTemplate> template = mapped.get();
        if (template.isEmpty() || !(stage.get() instanceof Stage.Mapping mapping)) {
            return;
        }
        var chosen = village.get().map(VillageLine::id).map(List::of).orElse(List.of());
        Job job =
                background.start(
                        progress -> acts.fill(template.get(), chosen, out, progress),
                        outcome -> came(outcome, mapping.name()),
                        () -> stage.set(new Stage.Mapping(mapping.name(), List.of())));
        if (!job.over().get()) {
            stage.set(new Stage.Running(job));
        }
    }

    private void came(Outcome<Filled> outcome, String name) {
        switch (outcome) {
            case Outcome.Done<Filled>(Filled filled) -> stage.set(new Stage.Over(filled));
            case Outcome.Failed<Filled>(List<Problem> problems) ->
                    stage.set(new Stage.Mapping(name, problems));
        }
    }

    /// Back to choosing a template.
    public void close() {
        mapped.set(Optional.empty());
        lines.clear();
        stage.set(new Stage.Choosing(List.of()));
    }

    public ReadOnlyObjectProperty<Stage> stage() {
        return stage.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Optional<MappedTemplate>> mapped() {
        return mapped.getReadOnlyProperty();
    }

    public ObservableList<Line> lines() {
        return lines;
    }

    public ObservableList<ReportField> fields() {
        return fields;
    }

    public ObservableList<VillageLine> villages() {
        return villages;
    }

    /// Empty for all.
    public ObjectProperty<Optional<VillageLine>> village() {
        return village;
    }
}

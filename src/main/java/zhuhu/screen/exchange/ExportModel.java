package zhuhu.screen.exchange;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.ObservableSet;
import zhuhu.base.Outcome;
import zhuhu.base.Problem;
import zhuhu.base.Texts;
import zhuhu.flow.ExportWorkbook.Content;
import zhuhu.flow.handout.DraftsLeft;
import zhuhu.record.RecordId;
import zhuhu.screen.Background;
import zhuhu.screen.Job;
import zhuhu.screen.exchange.Exchange.Order;
import zhuhu.screen.exchange.Exchange.VillageLine;
import zhuhu.screen.exchange.Exchange.Written;

/// Writing the workbook: which villages, where, with what password. The window's thread only.
public final class ExportModel {

    /// Where an export stands.
    public sealed interface Stage {
        record Idle() implements Stage {}

        /// A person chooses; `problems` say why the last attempt failed.
        record Choosing(List<Problem> problems) implements Stage {
            public Choosing {
                problems = List.copyOf(problems);
            }
        }

        record Running(Job job) implements Stage {}

        record Over(Written written) implements Stage {}
    }

    private final Exchange exchange;
    private final Background background;
    private final Texts texts;
    private final Clock clock;
    private final Runnable changed;
    private final ObservableList<VillageLine> villages = FXCollections.observableArrayList();
    private final ObservableSet<RecordId> chosen = FXCollections.observableSet(new TreeSet<>());
    private List<DraftsLeft.Line> drafts = List.of();
    private Consumer<RecordId> finisher = _ -> {};
    private final ReadOnlyObjectWrapper<Stage> stage =
            new ReadOnlyObjectWrapper<>(new Stage.Idle());

    /// `changed` runs when a workbook was written.
    public ExportModel(
            Exchange exchange, Background background, Texts texts, Clock clock, Runnable changed) {
        this.exchange = exchange;
        this.background = background;
        this.texts = texts;
        this.clock = clock;
        this.changed = changed;
    }

    public ReadOnlyObjectProperty<Stage> stage() {
        return stage.getReadOnlyProperty();
    }

    public ObservableList<VillageLine> villages() {
        return villages;
    }

    /// Villages that shall go out; all of them at first.
    public ObservableSet<RecordId> chosen() {
        return chosen;
    }

    /// Reads the villages and lets a person choose.
    public void begin() {
        background.run(
                () -> new Begun(exchange.villages(), exchange.drafts()),
                begun -> {
                    List<VillageLine> read = begun.villages();
                    drafts = begun.drafts();
                    villages.setAll(read);
                    chosen.clear();
                    read.forEach(v -> chosen.add(v.id()));
                    stage.set(new Stage.Choosing(List.of()));
                });
    }

    private record Begun(List<VillageLine> villages, List<DraftsLeft.Line> drafts) {}

    /// Visits under way in the chosen villages: they stay behind.
    public List<DraftsLeft.Line> drafts() {
        return drafts.stream()
                .filter(d -> chosen.stream().anyMatch(v -> v.text().equals(d.village())))
                .toList();
    }

    /// `finish` opens the visit of a household or village, so that it can be finished first.
    public ExportModel finishing(Consumer<RecordId> finish) {
        finisher = finish;
        return this;
    }

    public void finish(RecordId subject) {
        finisher.accept(subject);
    }

    public void close() {
        stage.set(new Stage.Idle());
    }

    /// Households of the chosen villages.
    public int households() {
        return villages.stream()
                .filter(v -> chosen.contains(v.id()))
                .mapToInt(VillageLine::households)
                .sum();
    }

    /// A file name that says what and when.
    public String proposal() {
        List<String> names =
                villages.stream()
                        .filter(v -> chosen.contains(v.id()))
                        .map(VillageLine::name)
                        .toList();
        String day = LocalDate.now(clock).toString();
        return names.size() == 1
                ? texts.of("exchange.out.name.one", names.getFirst(), day)
                : texts.of("exchange.out.name.many", names.size(), day);
    }

    /// Writes the workbook. Shape: `password` "" for none.
    public void write(Path out, String password, Content content) {
        boolean all = chosen.size() == villages.size();
        var order =
                new Order(
                        all ? List.of() : List.copyOf(chosen),
                        out,
                        Optional.of(password).filter(p -> !p.isEmpty()),
                        content);
        Job job =
                background.start(
                        progress -> exchange.export(order, progress),
                        this::came,
                        () -> stage.set(new Stage.Choosing(List.of())));
        if (!job.over().get()) {
            stage.set(new Stage.Running(job));
        }
    }

    private void came(Outcome<Written> outcome) {
        switch (outcome) {
            case Outcome.Done<Written>(Written written) -> {
                stage.set(new Stage.Over(written));
                changed.run();
            }
            case Outcome.Failed<Written>(List<Problem> problems) ->
                    stage.set(new Stage.Choosing(problems));
        }
    }
}

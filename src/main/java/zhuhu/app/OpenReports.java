package zhuhu.app;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import zhuhu.base.Outcome;
import zhuhu.base.Texts;
import zhuhu.flow.Author;
import zhuhu.flow.Progress;
import zhuhu.flow.report.FillReport;
import zhuhu.flow.report.FillReport.Filled;
import zhuhu.flow.report.MapTemplate;
import zhuhu.flow.report.MappedTemplate;
import zhuhu.flow.report.NationalTemplate;
import zhuhu.flow.report.ReportField;
import zhuhu.flow.report.ReportFields;
import zhuhu.record.RecordId;
import zhuhu.screen.exchange.Exchange.VillageLine;
import zhuhu.screen.exchange.report.Reporting;
import zhuhu.store.Workspace;

/// The county's tables, filled from one open workspace. The workspace's thread only.
record OpenReports(
        Workspace workspace,
        Supplier<Author> author,
        Clock clock,
        Texts texts,
        Supplier<List<VillageLine>> lines)
        implements Reporting {

    private static final int LIKELY = 5;

    private MapTemplate mapping() {
        return new MapTemplate(workspace, author.get(), clock, texts);
    }

    @Override
    public Outcome<MappedTemplate> open(Path template) {
        return mapping().open(template);
    }

    @Override
    public Outcome<MappedTemplate> open(NationalTemplate template) {
        return mapping().open(template);
    }

    @Override
    public List<ReportField> fields() {
        return new ReportFields(workspace, texts).all();
    }

    @Override
    public List<ReportField> suggestions(String heading) {
        return new ReportFields(workspace, texts).suggestions(heading, LIKELY);
    }

    @Override
    public List<VillageLine> villages() {
        return lines.get();
    }

    @Override
    public Outcome<Filled> fill(
            MappedTemplate mapped, List<RecordId> villages, Path out, Progress progress) {
        var request =
                new FillReport.Request(mapped, Set.copyOf(villages), out, LocalDate.now(clock));
        Outcome<Filled> filled =
                new FillReport(workspace, author.get(), texts).fill(request, progress);
        if (filled instanceof Outcome.Done<Filled>) {
            mapping().remember(mapped);
        }
        return filled;
    }
}

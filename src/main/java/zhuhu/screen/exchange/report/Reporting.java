package zhuhu.screen.exchange.report;

import java.nio.file.Path;
import java.util.List;
import zhuhu.base.Outcome;
import zhuhu.flow.Progress;
import zhuhu.flow.report.FillReport.Filled;
import zhuhu.flow.report.MappedTemplate;
import zhuhu.flow.report.NationalTemplate;
import zhuhu.flow.report.ReportField;
import zhuhu.record.RecordId;
import zhuhu.screen.exchange.Exchange.VillageLine;

/// What the page of the county's tables can do. Called on the workspace's thread.
public interface Reporting {

    Outcome<MappedTemplate> open(Path template);

    Outcome<MappedTemplate> open(NationalTemplate template);

    /// Everything that a column can be filled with.
    List<ReportField> fields();

    /// The fields most like a heading.
    List<ReportField> suggestions(String heading);

    List<VillageLine> villages();

    /// Fills and remembers the mapping. No villages: all.
    Outcome<Filled> fill(
            MappedTemplate mapped, List<RecordId> villages, Path out, Progress progress);
}

package zhuhu.screen.exchange;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import zhuhu.base.Outcome;
import zhuhu.flow.ExportWorkbook.Content;
import zhuhu.flow.ExportWorkbook.Pictures;
import zhuhu.flow.Progress;
import zhuhu.flow.handout.DraftsLeft;
import zhuhu.flow.roster.ImportRosters;
import zhuhu.flow.roster.ImportedRoster;
import zhuhu.record.RecordId;
import zhuhu.store.Workspace.PackageRow;

/// What comes in and goes out. Called on the workspace's thread.
public interface Exchange {

    /// A village to export. Shape: `households` how many it has.
    record VillageLine(RecordId id, String name, int households) {}

    /// What to export. Shape: no villages: all.
    record Order(List<RecordId> villages, Path out, Optional<String> password, Content content) {
        public Order {
            villages = List.copyOf(villages);
        }
    }

    /// A file that was written. Shape: no counts for a posted list.
    record Written(Path file, Content content, long households, long persons, Pictures pictures) {

        /// A file without pictures.
        public Written(Path file, Content content, long households, long persons) {
            this(file, content, households, persons, new Pictures(file, 0, 0));
        }
    }

    Outcome<List<ImportedRoster>> importRosters(ImportRosters.Request request, Progress progress);

    Outcome<Written> export(Order order, Progress progress);

    List<VillageLine> villages();

    /// Visits under way, which no workbook takes along.
    default List<DraftsLeft.Line> drafts() {
        return List.of();
    }

    /// Files that came and went, newest first.
    List<PackageRow> packages();
}

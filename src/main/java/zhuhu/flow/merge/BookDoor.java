package zhuhu.flow.merge;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import zhuhu.base.Place;
import zhuhu.base.Problem;
import zhuhu.store.Workspace;
import zhuhu.workbook.read.BookAbout;
import zhuhu.workbook.read.OpenBook;

/// Whether a workbook may come in at all.
final class BookDoor {

    private final Workspace workspace;

    BookDoor(Workspace workspace) {
        this.workspace = workspace;
    }

    /// Why not; empty if it may.
    List<Problem> stops(OpenBook book) {
        var problems = new ArrayList<Problem>();
        BookAbout about = book.about();
        boolean ofTraining = about.use() == BookAbout.Use.TRAINING;
        boolean training = workspace.setting("training").orElse("0").equals("1");
        String pack = workspace.pack().manifest().name();
        if (ofTraining != training) {
            problems.add(
                    Problem.of(
                            ofTraining ? "mergeTraining" : "mergeRealIntoTraining", book.name()));
        } else if (!about.pack().isEmpty() && !about.pack().equals(pack)) {
            problems.add(Problem.of("mergeOtherPack", book.name(), about.pack(), pack));
        } else {
            about.forms().forEach((id, version) -> form(book, id, version, problems));
        }
        return problems.stream().map(p -> p.at(Place.in(book.name()))).toList();
    }

    private void form(
            OpenBook book, String id, BookAbout.FormVersion version, List<Problem> problems) {
        Optional<String> known = workspace.formHash(id, version.version());
        if (known.isEmpty()) {
            problems.add(Problem.of("mergeFormUnknown", book.name(), id, version.version()));
        } else if (!version.hash().isEmpty() && !known.get().equals(version.hash())) {
            problems.add(Problem.of("mergeFormDiffers", book.name(), id, version.version()));
        }
    }
}

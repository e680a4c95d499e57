package zhuhu.workbook.read;

import java.io.IOException;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Consumer;
import zhuhu.base.Outcome;
import zhuhu.base.Place;
import zhuhu.base.Problem;
import zhuhu.workbook.export.PackageSheet;
import zhuhu.workbook.sheet.SpreadsheetFile;

/// A workbook of ours, open for reading. Close it when done. One thread.
public final class OpenBook implements AutoCloseable {

    private final SpreadsheetFile file;
    private final BookParts parts;
    private final BookAbout about;
    private Optional<FactIndex> index = Optional.empty();

    OpenBook(SpreadsheetFile file, BookParts parts, BookAbout about) {
        this.file = file;
        this.parts = parts;
        this.about = about;
    }

    /// The file's own name.
    public String name() {
        return file.name();
    }

    /// The SHA-256 of the file as it lies on the disk, 64 hex digits: it differs after a re-save.
    public String fileId() {
        return file.id();
    }

    public BookAbout about() {
        return about;
    }

    /// The campaign that a task workbook carries: all its files by path, whole. Failed: there is
    /// none, or it is damaged.
    public Outcome<SortedMap<String, byte[]>> pack() {
        try {
            return CarriedPack.read(parts.sheets(), about.packHash());
        } catch (IOException e) {
            return Outcome.failed(file.broken(e));
        }
    }

    /// What facts read from this workbook bear as `via`: the package's id; where it is lost, a hash
    /// of the visible rows, which a re-save leaves as it is. Shape: 32 hex digits.
    public Outcome<String> via() {
        if (about.packageId().isPresent()) {
            return Outcome.done(about.packageId().get());
        }
        try {
            return Outcome.done(VisibleHash.of(parts));
        } catch (IOException e) {
            return Outcome.failed(file.broken(e));
        }
    }

    /// Hands over the hidden facts. Failed: the file breaks off; what was handed over before is
    /// sound, but no more than a part.
    public Outcome<OpenBook> facts(FoundFacts found) {
        var fresh = new FactIndex();
        try {
            var pass = new FactPass(fresh, found);
            pass.read(parts.sheets(), parts.facts());
            index = Optional.of(fresh);
            tellMissing(fresh.size() + pass.damaged(), found);
            return Outcome.done(this);
        } catch (IOException e) {
            return Outcome.failed(file.broken(e));
        }
    }

    /// Reason: rows that were deleted, and that no other row names, are missed by nothing else.
    private void tellMissing(long there, FoundFacts found) {
        String stated = about.lines().getOrDefault("revisions", "");
        boolean fewer =
                stated.matches("[0-9]{1,12}")
                        && about.doubts().isEmpty()
                        && there < Long.parseLong(stated);
        if (fewer) {
            found.damaged(
                    Problem.of("bookCount", "revisions", stated, there)
                            .at(Place.in(PackageSheet.NAME)));
        }
    }

    /// Hands over a word for each visible row of the record sheets. Unchanged rows come as they are
    /// read, changed ones at the end, since what is held depends on all rows of a column. Failed as
    /// above.
    public Outcome<OpenBook> rows(BookTerms terms, Consumer<RowWord> each) {
        if (index.isEmpty() && facts(new Unheard()) instanceof Outcome.Failed<OpenBook> failed) {
            return failed;
        }
        try {
            new BookRows(parts, index.orElseThrow(), terms, each).read();
            return Outcome.done(this);
        } catch (IOException e) {
            return Outcome.failed(file.broken(e));
        }
    }

    @Override
    public void close() throws IOException {
        parts.sheets().close();
    }
}

package zhuhu.flow.handout;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import zhuhu.base.Outcome;
import zhuhu.base.Problem;
import zhuhu.base.Texts;
import zhuhu.pack.Manifest;
import zhuhu.pack.Pack;
import zhuhu.pack.PackReader;
import zhuhu.workbook.export.TaskPart;
import zhuhu.workbook.read.BookAbout;
import zhuhu.workbook.read.BookReader;
import zhuhu.workbook.read.OpenBook;

/// What a task workbook brings beside its records: the campaign as the township fills it, and the
/// round. Shape: `pack` read and checked.
record TaskBook(BookAbout about, Pack pack, Manifest.Round round) {

    /// Failed: it cannot be read, is none of ours, is of a newer format, is no task workbook, or
    /// its campaign is not whole.
    static Outcome<TaskBook> read(Path file, Optional<String> password, Texts texts) {
        return switch (BookReader.open(file, password, texts)) {
            case Outcome.Failed<OpenBook>(List<Problem> why) -> Outcome.failed(why);
            case Outcome.Done<OpenBook>(OpenBook book) -> {
                try (book) {
                    yield read(book);
                } catch (IOException e) {
                    yield Outcome.failed(Problem.of("bookUnreadable", file, e.getMessage()));
                }
            }
        };
    }

    private static Outcome<TaskBook> read(OpenBook book) {
        BookAbout about = book.about();
        if (about.lines().isEmpty()) {
            return Outcome.failed(Problem.of("taskNoPackage", book.name()));
        }
        if (!about.purpose().equals(TaskPart.PURPOSE)) {
            return Outcome.failed(Problem.of("taskNotOne", book.name()));
        }
        if (!about.doubts().isEmpty()) {
            return Outcome.failed(about.doubts());
        }
        return book.pack()
                .then(PackReader::read)
                .map(pack -> new TaskBook(about, pack, round(about.lines())));
    }

    boolean training() {
        return about.use() == BookAbout.Use.TRAINING;
    }

    private static Manifest.Round round(Map<String, String> about) {
        String id = about.getOrDefault("round", "");
        String title = about.getOrDefault("round_title", "");
        String year = about.getOrDefault("round_income_year", "");
        return new Manifest.Round(
                id,
                title.isEmpty() ? id : title,
                about.getOrDefault("round_start", ""),
                about.getOrDefault("round_due", ""),
                year.matches("[0-9]{4}") ? Integer.parseInt(year) : 0);
    }
}

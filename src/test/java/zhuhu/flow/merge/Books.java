package zhuhu.flow.merge;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import zhuhu.base.Outcome;
import zhuhu.base.Texts;
import zhuhu.flow.Author;
import zhuhu.flow.ExportWorkbook;
import zhuhu.flow.Progress;
import zhuhu.flow.Workspaces;
import zhuhu.flow.roster.ImportRosters;
import zhuhu.flow.sample.MakeSample;
import zhuhu.pack.Pack;
import zhuhu.pack.PackReader;
import zhuhu.record.Attestation;
import zhuhu.record.Facts;
import zhuhu.record.Revision;
import zhuhu.record.Stamp;
import zhuhu.record.TakeBack;
import zhuhu.record.Withdrawal;
import zhuhu.store.FactSink;
import zhuhu.store.Passphrase;
import zhuhu.store.Workspace;

/// Real workspaces and real workbooks for the tests of merging, and hands that change cells as
/// people do.
final class Books {

    static final Author CLERK = new Author("李干事", "清水镇", "", "office");
    static final Clock NOON = Clock.fixed(Instant.parse("2017-03-05T04:00:00Z"), ZoneOffset.UTC);
    private static final Passphrase PASSPHRASE = Passphrase.of("training").orElseThrow();
    private static final Pack PACK = done(PackReader.read("qianxinan-2017"));

    private Books() {}

    static Workspace workspace(Path file) {
        return done(Workspaces.create(file, PASSPHRASE, PACK, true));
    }

    static Workspace open(Path file) {
        return done(Workspaces.open(file, PASSPHRASE));
    }

    /// A workspace with a sample township's rosters in it.
    static Workspace township(Path folder, String name, int villages, int households) {
        Workspace workspace = workspace(folder.resolve(name + ".zhuhu"));
        MakeSample.Made sample = sample(folder.resolve(name + "-sample"), villages, households);
        for (Path roster : sample.rosters()) {
            done(
                    new ImportRosters(workspace, CLERK, NOON)
                            .run(ImportRosters.Request.of(roster), Progress.NONE));
        }
        return workspace;
    }

    private static MakeSample.Made sample(Path folder, int villages, int households) {
        return done(MakeSample.in(folder, villages, households, 5));
    }

    static Path export(Workspace workspace, Path book, String... villages) {
        return export(workspace, new Author("王一鸣", "一村", "", "d1"), book, villages);
    }

    static Path export(Workspace workspace, Author author, Path book, String... villages) {
        var choice =
                new ExportWorkbook.Choice(
                        book, ExportWorkbook.Content.WORKBOOK, List.of(villages), Optional.empty());
        return done(new ExportWorkbook(workspace, author, NOON, Texts.chinese())
                        .export(choice, Progress.NONE))
                .file();
    }

    static MergeBooks act(Workspace into) {
        return act(into, NOON);
    }

    static MergeBooks act(Workspace into, Clock clock) {
        return new MergeBooks(into, CLERK, clock, Texts.chinese());
    }

    static MergeBooks.Merged merge(Workspace into, Path... books) {
        return act(into).merge(orders(books), Progress.NONE);
    }

    static MergeBooks.Merged rehearse(Workspace into, Path... books) {
        return act(into).rehearse(orders(books), Progress.NONE);
    }

    static List<MergeBooks.Order> orders(Path... books) {
        return List.of(books).stream().map(b -> new MergeBooks.Order(b, Optional.empty())).toList();
    }

    static String dump(Workspace workspace) {
        var dump = new StringBuilder();
        workspace.dump(line -> dump.append(line).append('\n'));
        return dump.toString();
    }

    static Facts facts(Workspace workspace) {
        var revisions = new ArrayList<Revision>();
        var attestations = new ArrayList<Attestation>();
        var withdrawals = new ArrayList<Withdrawal>();
        var takeBacks = new ArrayList<TakeBack>();
        workspace.facts(
                List.of(),
                new FactSink() {
                    @Override
                    public void revision(Revision revision, List<Stamp> stamps) {
                        revisions.add(revision);
                        stamps.forEach(s -> attestations.add(Attestation.of(revision.id(), s)));
                    }

                    @Override
                    public void withdrawal(Withdrawal withdrawal) {
                        withdrawals.add(withdrawal);
                    }

                    @Override
                    public void takeBack(TakeBack takeBack) {
                        takeBacks.add(takeBack);
                    }
                });
        return Facts.of(revisions, attestations, withdrawals, takeBacks);
    }

    /// Someone opens a workbook in a spreadsheet program, changes it, and saves it elsewhere.
    static Path changed(Path book, String name, Hand hand) {
        Path to = book.resolveSibling(name);
        try (InputStream in = Files.newInputStream(book);
                Workbook open = WorkbookFactory.create(in)) {
            hand.on(open);
            try (OutputStream out = Files.newOutputStream(to)) {
                open.write(out);
            }
            return to;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    interface Hand {
        void on(Workbook book);
    }

    /// Types `text` over a cell: `row` counts records from 0.
    static Hand type(String sheet, int row, String column, String text) {
        return book -> {
            // Reason: POI leaves an inline text beside the new one.
            Cell cell = cell(book, sheet, row, column);
            cell.setBlank();
            cell.setCellValue(text);
        };
    }

    static Cell cell(Workbook book, String sheet, int row, String column) {
        Sheet records = book.getSheet(sheet);
        Row line = records.getRow(3 + row);
        return line.getCell(column(records, column), Row.MissingCellPolicy.CREATE_NULL_AS_BLANK);
    }

    static int column(Sheet sheet, String name) {
        for (Cell cell : sheet.getRow(0)) {
            if (new DataFormatter().formatCellValue(cell).equals(name)) {
                return cell.getColumnIndex();
            }
        }
        throw new AssertionError("No column " + name + " in " + sheet.getSheetName());
    }

    /// The hidden sheets are lost.
    static Hand loseFacts() {
        return book -> {
            for (int i = book.getNumberOfSheets() - 1; i >= 0; i--) {
                if (book.getSheetName(i).startsWith("_")) {
                    book.removeSheetAt(i);
                }
            }
        };
    }

    static <T> T done(Outcome<T> outcome) {
        return switch (outcome) {
            case Outcome.Done<T>(T value) -> value;
            case Outcome.Failed<T>(var problems) ->
                    throw new AssertionError(
                            problems.stream().map(Texts.chinese()::message).toList());
        };
    }
}

package zhuhu.screen;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Asks a person for files; nothing chosen is empty. The window's thread only.
public interface FilePick {

    /// One workspace to open.
    Optional<Path> workspace();

    /// Where a new workspace shall be; `name` is proposed.
    Optional<Path> newWorkspace(String name);

    /// Roster files to read.
    List<Path> rosters();

    /// Workbooks to merge.
    default List<Path> workbooks() {
        return List.of();
    }

    /// A folder of workbooks to merge.
    default Optional<Path> workbookFolder() {
        return Optional.empty();
    }

    /// A task workbook.
    default Optional<Path> task() {
        return Optional.empty();
    }

    /// A folder to write several files to; `title` says what for.
    default Optional<Path> newFolder(String title) {
        return Optional.empty();
    }

    /// Where a workbook shall be written; `name` is proposed.
    Optional<Path> newWorkbook(String name);

    /// Where pages to print shall be written; `name` is proposed.
    Optional<Path> newPdf(String name);

    /// Where a table of plain text shall be written; `name` is proposed.
    default Optional<Path> newCsv(String name) {
        return Optional.empty();
    }

    /// A county's table to fill.
    default Optional<Path> template() {
        return Optional.empty();
    }

    /// A form to load.
    default Optional<Path> form() {
        return Optional.empty();
    }

    /// A folder with a campaign's forms.
    Optional<Path> packFolder();
}

package zhuhu.app;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.FileChooser.ExtensionFilter;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import zhuhu.base.Texts;
import zhuhu.screen.FilePick;

/// The system's own dialogs.
final class StageFiles implements FilePick {

    private final Supplier<@Nullable Window> owner;
    private final Texts texts;

    StageFiles(Supplier<@Nullable Window> owner, Texts texts) {
        this.owner = owner;
        this.texts = texts;
    }

    @Override
    public Optional<Path> workspace() {
        return path(workspaces().showOpenDialog(owner.get()));
    }

    @Override
    public Optional<Path> newWorkspace(String name) {
        FileChooser chooser = workspaces();
        chooser.setInitialFileName(name + ".zhuhu");
        return path(chooser.showSaveDialog(owner.get())).map(p -> ending(p, ".zhuhu"));
    }

    @Override
    public List<Path> rosters() {
        FileChooser chooser =
                chooser(texts.of("pick.rosters"), texts.of("pick.excel"), "*.xlsx", "*.xls");
        List<File> files = chooser.showOpenMultipleDialog(owner.get());
        return files == null ? List.of() : files.stream().map(File::toPath).toList();
    }

    @Override
    public List<Path> workbooks() {
        FileChooser chooser =
                chooser(texts.of("upward.pick.books"), texts.of("pick.excel"), "*.xlsx", "*.xls");
        List<File> files = chooser.showOpenMultipleDialog(owner.get());
        return files == null ? List.of() : files.stream().map(File::toPath).toList();
    }

    @Override
    public Optional<Path> template() {
        FileChooser chooser =
                chooser(texts.of("report.page.pickFile"), texts.of("pick.excel"), "*.xlsx");
        return path(chooser.showOpenDialog(owner.get()));
    }

    @Override
    public Optional<Path> workbookFolder() {
        var chooser = new DirectoryChooser();
        chooser.setTitle(texts.of("upward.pick.folder"));
        return path(chooser.showDialog(owner.get()));
    }

    @Override
    public Optional<Path> task() {
        FileChooser chooser =
                chooser(texts.of("handout.pick.task"), texts.of("pick.excel"), "*.xlsx", "*.xls");
        return path(chooser.showOpenDialog(owner.get()));
    }

    @Override
    public Optional<Path> newFolder(String title) {
        var chooser = new DirectoryChooser();
        chooser.setTitle(title);
        return path(chooser.showDialog(owner.get()));
    }

    @Override
    public Optional<Path> newWorkbook(String name) {
        FileChooser chooser = chooser(texts.of("pick.workbook"), texts.of("pick.excel"), "*.xlsx");
        chooser.setInitialFileName(name);
        return path(chooser.showSaveDialog(owner.get())).map(p -> ending(p, ".xlsx"));
    }

    @Override
    public Optional<Path> newPdf(String name) {
        FileChooser chooser = chooser(texts.of("pick.print"), texts.of("pick.pdf"), "*.pdf");
        chooser.setInitialFileName(name);
        return path(chooser.showSaveDialog(owner.get())).map(p -> ending(p, ".pdf"));
    }

    @Override
    public Optional<Path> newCsv(String name) {
        FileChooser chooser = chooser(texts.of("pick.csv"), texts.of("pick.csv.kind"), "*.csv");
        chooser.setInitialFileName(name + ".csv");
        return path(chooser.showSaveDialog(owner.get())).map(p -> ending(p, ".csv"));
    }

    @Override
    public Optional<Path> form() {
        FileChooser chooser =
                chooser(texts.of("pick.form"), texts.of("pick.form.kind"), "*.xlsx", "*.md");
        return path(chooser.showOpenDialog(owner.get()));
    }

    @Override
    public Optional<Path> packFolder() {
        var chooser = new DirectoryChooser();
        chooser.setTitle(texts.of("pick.pack"));
        return path(chooser.showDialog(owner.get()));
    }

    private FileChooser workspaces() {
        return chooser(texts.of("pick.workspace"), texts.of("pick.zhuhu"), "*.zhuhu");
    }

    private static FileChooser chooser(String title, String kind, String... patterns) {
        var chooser = new FileChooser();
        chooser.setTitle(title);
        chooser.getExtensionFilters().add(new ExtensionFilter(kind, patterns));
        return chooser;
    }

    private static Optional<Path> path(@Nullable File file) {
        return Optional.ofNullable(file).map(File::toPath);
    }

    private static Path ending(Path path, String ending) {
        String name = String.valueOf(path.getFileName());
        return name.endsWith(ending) ? path : path.resolveSibling(name + ending);
    }
}

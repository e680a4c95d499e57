package zhuhu.workbook.read;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import zhuhu.base.Texts;
import zhuhu.workbook.export.BookFile;
import zhuhu.workbook.export.Pace;

/// Makes workbooks that are broken as files, not in their cells: what other programs, a pulled
/// stick or ill will do to the package.
record BrokenFiles(Path folder, Path golden) {

    private static final Path OFFICE = Path.of("/usr/bin/soffice");

    void write() throws IOException {
        Path book = folder.resolve("book.xlsx");
        parts(book, "core-properties-of-wps", BrokenFiles::wps);
        parts(book, "dimension-lies", BrokenFiles::dimension);
        parts(book, "prefixed-names", BrokenFiles::prefixed);
        parts(book, "hostile-swelling", BrokenFiles::swelling);
        parts(book, "hostile-entity", BrokenFiles::entity);
        Files.write(golden.resolve("half-a-file.xlsx"), half(Files.readAllBytes(book)));
        Files.write(golden.resolve("no-spreadsheet.xlsx"), "不是表格".getBytes(UTF_8));
        encrypted("encrypted.xlsx", GoldenMergeTest.PASSWORD);
        encrypted("encrypted-otherwise.xlsx", "另一个密码-1");
        training();
        saved("untouched", "saved-by-libreoffice", "xlsx");
        saved("edited", "edited-and-saved-by-libreoffice", "xlsx");
        saved("untouched", "saved-as-xls", "xls");
        saved("edited", "edited-and-saved-as-xls", "xls");
        saved("hidden-sheets-lost", "hidden-sheets-lost-and-saved-by-libreoffice", "xlsx");
    }

    private void encrypted(String name, String password) throws IOException {
        var done =
                BookFile.save(
                        golden.resolve(name),
                        Optional.of(password),
                        SixHouseholds.book(),
                        Texts.chinese(),
                        Pace.QUIET);
        if (!Files.exists(golden.resolve(name))) {
            throw new IOException(done.toString());
        }
    }

    private void training() throws IOException {
        Path book = GoldenMergeTest.save(SixHouseholds.training(), folder.resolve("training.xlsx"));
        Files.copy(book, golden.resolve("training.xlsx"));
        try (var sheets = GoldenMergeTest.opened(book);
                OutputStream out =
                        Files.newOutputStream(golden.resolve("training-mark-lost.xlsx"))) {
            for (String sheet : List.of("_package", "_revisions", "说明")) {
                sheets.removeSheetAt(sheets.getSheetIndex(sheet));
            }
            sheets.write(out);
        }
    }

    /// Changes the parts of a package; `change` gets a part's name and text.
    private void parts(Path book, String name, BiFunction<String, String, String> change)
            throws IOException {
        try (var in = new ZipInputStream(Files.newInputStream(book));
                var out =
                        new ZipOutputStream(
                                Files.newOutputStream(golden.resolve(name + ".xlsx")))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                var copy = new ZipEntry(entry.getName());
                copy.setLastModifiedTime(FileTime.from(Instant.parse("2017-05-04T00:00:00Z")));
                out.putNextEntry(copy);
                String text = new String(in.readAllBytes(), UTF_8);
                out.write(change.apply(entry.getName(), text).getBytes(UTF_8));
                out.closeEntry();
            }
        }
    }

    /// What WPS was seen to write, and OPC forbids: M4.1 an element twice, M4.3 `xml:lang`, M4.4
    /// `xsi:type` missing, M4.5 `xsi:type` where none belongs. No WPS was at hand; made after the
    /// published reports.
    private static String wps(String name, String text) {
        return name.equals("docProps/core.xml")
                ? """
                <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
                <cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" \
                xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" \
                xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">\
                <dcterms:created xsi:type="dcterms:W3CDTF">2017-05-04T08:00:00Z</dcterms:created>\
                <dcterms:created>2017-05-04T08:00:00Z</dcterms:created>\
                <dc:title xml:lang="zh-CN">台账</dc:title>\
                <dcterms:modified>2017年5月4日</dcterms:modified>\
                <cp:lastModifiedBy xsi:type="dcterms:W3CDTF">王五</cp:lastModifiedBy>\
                </cp:coreProperties>\
                """
                : text;
    }

    private static String dimension(String name, String text) {
        return name.startsWith("xl/worksheets/")
                ? text.replaceFirst(
                        "<sheetViews|<sheetFormatPr|<cols|<sheetData", "<dimension ref=\"A1\"/>$0")
                : text;
    }

    /// Some programs put every element into a prefixed namespace.
    private static String prefixed(String name, String text) {
        return name.startsWith("xl/worksheets/sheet") && !name.contains("_rels")
                ? text.replaceAll("<(/?)([a-zA-Z])", "<$1x:$2").replace(" xmlns=\"", " xmlns:x=\"")
                : text;
    }

    private static String swelling(String name, String text) {
        return name.equals("xl/worksheets/sheet3.xml")
                ? text.replace("</sheetData>", " ".repeat(60 << 20) + "</sheetData>")
                : text;
    }

    private static String entity(String name, String text) {
        return name.equals("xl/workbook.xml")
                ? text.replaceFirst(
                        "<workbook",
                        "<!DOCTYPE w [<!ENTITY e SYSTEM \"file:///etc/hostname\">]><workbook")
                : text;
    }

    private static byte[] half(byte[] whole) {
        var half = new ByteArrayOutputStream();
        half.write(whole, 0, whole.length / 2);
        return half.toByteArray();
    }

    /// Saved again by LibreOffice, where it is found.
    private void saved(String from, String name, String type) throws IOException {
        if (!Files.isExecutable(OFFICE)) {
            System.out.println("not made anew: " + name + " (LibreOffice not found here)");
            return;
        }
        Path out = resaved(golden.resolve(from + ".xlsx"), type, folder);
        Files.move(out, golden.resolve(name + "." + type), StandardCopyOption.REPLACE_EXISTING);
    }

    /// The file as LibreOffice saves it; empty folder where it failed.
    static Path resaved(Path book, String type, Path folder) throws IOException {
        Path out = Files.createDirectories(folder.resolve("saved-" + type));
        var command =
                List.of(
                        OFFICE.toString(),
                        "-env:UserInstallation=" + folder.resolve("profile").toUri(),
                        "--headless",
                        "--convert-to",
                        type,
                        "--outdir",
                        out.toString(),
                        book.toString());
        Process process =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
        try {
            if (!process.waitFor(180, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
        return out.resolve(book.getFileName().toString().replaceFirst("\\.xlsx$", "." + type));
    }

    static boolean hasOffice() {
        return Files.isExecutable(OFFICE);
    }
}

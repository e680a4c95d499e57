package zhuhu.workbook.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.hssf.record.crypto.Biff8EncryptionKey;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import zhuhu.base.Outcome;
import zhuhu.base.Problem;

class SpreadsheetFileTest {

    @TempDir Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"xlsx", "xls"})
    void cellsOfEveryKindComeAsText(String type) throws IOException {
        Path file = folder.resolve("a." + type);
        try (Workbook book = type.equals("xls") ? new HSSFWorkbook() : new XSSFWorkbook();
                OutputStream out = Files.newOutputStream(file)) {
            var sheet = book.createSheet("一");
            var row = sheet.createRow(2);
            row.createCell(0).setCellValue("王𠮷");
            row.createCell(1).setCellValue(990101196806150000.0);
            row.createCell(2).setCellValue(2952.2);
            row.createCell(3).setCellValue(true);
            row.createCell(4).setCellFormula("1+1");
            row.createCell(6).setCellFormula("\"甲\"&\"乙\"");
            var day = book.createCellStyle();
            day.setDataFormat(book.createDataFormat().getFormat("yyyy\"年\"m\"月\"d\"日\""));
            row.createCell(7).setCellValue(42795);
            row.getCell(7).setCellStyle(day);
            row.createCell(8).setCellValue(0.00001);
            book.getCreationHelper().createFormulaEvaluator().evaluateAll();
            book.write(out);
        }

        List<SheetRow> rows = rows(file, Optional.empty());

        assertThat(rows).hasSize(1);
        SheetRow row = rows.getFirst();
        assertThat(row.number()).isEqualTo(3);
        assertThat(row.cell(0)).isEqualTo(new Cell(Cell.Kind.TEXT, "王𠮷", false));
        assertThat(row.cell(1)).isEqualTo(new Cell(Cell.Kind.NUMBER, "990101196806150000", false));
        assertThat(row.cell(2)).isEqualTo(new Cell(Cell.Kind.NUMBER, "2952.2", false));
        assertThat(row.cell(3)).isEqualTo(new Cell(Cell.Kind.LOGICAL, "1", false));
        assertThat(row.cell(4)).isEqualTo(new Cell(Cell.Kind.NUMBER, "2", true));
        assertThat(row.cell(5)).isEqualTo(Cell.BLANK);
        assertThat(row.cell(6)).isEqualTo(new Cell(Cell.Kind.TEXT, "甲乙", true));
        assertThat(row.cell(7)).isEqualTo(new Cell(Cell.Kind.DATE, "2017-03-01", false));
        assertThat(row.cell(8)).isEqualTo(new Cell(Cell.Kind.NUMBER, "0.00001", false));
        assertThat(row.cell(900)).isEqualTo(Cell.BLANK);
    }

    @ParameterizedTest
    @CsvSource({"xlsx,agile", "xlsx,standard", "xls,rc4"})
    void anEncryptedFileIsReadWithItsPasswordAndLeavesNothingBehind(String type, String how)
            throws IOException, GeneralSecurityException {
        Path file = folder.resolve("secret." + type);
        Files.write(file, encrypted(type, how));
        Set<Path> before = temporary();

        List<SheetRow> rows = rows(file, Optional.of("名册2017"));

        assertThat(rows.getFirst().cell(0).text()).isEqualTo("机密姓名");
        assertThat(codes(file, Optional.empty())).containsExactly("sheetNeedsPassword");
        assertThat(codes(file, Optional.of("wrong"))).containsExactly("sheetWrongPassword");
        assertThat(added(before)).noneMatch(SpreadsheetFileTest::holdsTheName);
    }

    @Test
    void readingMakesNoTemporaryFile() throws IOException {
        Path file = folder.resolve("plain.xlsx");
        try (Workbook book = new XSSFWorkbook();
                OutputStream out = Files.newOutputStream(file)) {
            book.createSheet("一").createRow(0).createCell(0).setCellValue("机密姓名");
            book.write(out);
        }
        Set<Path> before = temporary();

        assertThat(rows(file, Optional.empty())).hasSize(1);

        assertThat(added(before)).noneMatch(SpreadsheetFileTest::holdsTheName);
    }

    @Test
    void aFileThatSwellsIsRefused() throws IOException {
        Path file = folder.resolve("bomb.xlsx");
        var start = "<worksheet><sheetData><row r=\"1\"><c><v>1</v></c></row></sheetData>";
        Files.write(file, book(start + "<x>" + "0".repeat(1 << 25) + "</x></worksheet>"));

        assertThat(codes(file, Optional.empty())).containsExactly("sheetHostile");
    }

    @Test
    void externalEntitiesAreRefused() throws IOException {
        Path file = folder.resolve("xxe.xlsx");
        Files.write(
                file,
                book(
                        "<!DOCTYPE w [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><worksheet>"
                                + "<sheetData><row r=\"1\"><c t=\"inlineStr\"><is><t>&e;</t></is></c>"
                                + "</row></sheetData></worksheet>"));

        assertThat(codes(file, Optional.empty())).containsExactly("sheetHostile");
    }

    @Test
    void aStatedDimensionAndMissingReferencesAreNotTrusted() throws IOException {
        Path file = folder.resolve("odd.xlsx");
        Files.write(
                file,
                book(
                        "<x:worksheet xmlns:x=\"u\"><x:dimension ref=\"A1\"/><x:sheetData>"
                                + "<x:row><x:c t=\"inlineStr\"><x:is><x:t>甲</x:t><x:rPh><x:t>jia</x:t>"
                                + "</x:rPh></x:is></x:c><x:c><x:v>1.5E3</x:v></x:c></x:row>"
                                + "<x:row r=\"9\"><x:c r=\"C9\"><x:v>7</x:v></x:c></x:row>"
                                + "</x:sheetData></x:worksheet>"));

        List<SheetRow> rows = rows(file, Optional.empty());

        assertThat(rows).extracting(SheetRow::number).containsExactly(1, 9);
        assertThat(rows.getFirst().cell(0).text()).isEqualTo("甲");
        assertThat(rows.getFirst().cell(1).text()).isEqualTo("1500");
        assertThat(rows.getLast().cell(2).text()).isEqualTo("7");
    }

    @ParameterizedTest
    @CsvSource({
        "姓名,sheetNoSpreadsheet",
        "PK....not a zip at all,sheetDamaged",
        "'',sheetNoSpreadsheet"
    })
    void whatIsNoWorkbookIsSaidSo(String content, String code) throws IOException {
        Path file = Files.writeString(folder.resolve("x.xlsx"), content);

        assertThat(codes(file, Optional.empty())).containsExactly(code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"xlsx", "xls"})
    void aFileCutShortIsDamaged(String type) throws IOException {
        var whole = new ByteArrayOutputStream();
        try (Workbook book = type.equals("xls") ? new HSSFWorkbook() : new XSSFWorkbook()) {
            var sheet = book.createSheet("一");
            for (int i = 0; i < 3_000; i++) {
                sheet.createRow(i).createCell(0).setCellValue("第" + i + "行");
            }
            book.write(whole);
        }
        Path file = folder.resolve("cut." + type);
        Files.write(file, java.util.Arrays.copyOf(whole.toByteArray(), whole.size() / 2));

        assertThat(codes(file, Optional.empty())).containsExactly("sheetDamaged");
    }

    private static byte[] encrypted(String type, String how)
            throws IOException, GeneralSecurityException {
        var out = new ByteArrayOutputStream();
        if (type.equals("xls")) {
            Biff8EncryptionKey.setCurrentUserPassword("名册2017");
            try (var book = new HSSFWorkbook()) {
                book.createSheet("一").createRow(0).createCell(0).setCellValue("机密姓名");
                book.write(out);
            } finally {
                Biff8EncryptionKey.setCurrentUserPassword(null);
            }
            return out.toByteArray();
        }
        var info = new EncryptionInfo(EncryptionMode.valueOf(how));
        var encryptor = info.getEncryptor();
        encryptor.confirmPassword("名册2017");
        try (var files = new POIFSFileSystem();
                var book = new XSSFWorkbook()) {
            book.createSheet("一").createRow(0).createCell(0).setCellValue("机密姓名");
            try (OutputStream plain = encryptor.getDataStream(files)) {
                book.write(plain);
            }
            files.writeFilesystem(out);
        }
        return out.toByteArray();
    }

    /// A package by hand with one sheet.
    private static byte[] book(String sheet) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
            part(
                    zip,
                    "xl/workbook.xml",
                    "<workbook><sheets><sheet name=\"一\" sheetId=\"1\" id=\"r1\"/></sheets></workbook>");
            part(
                    zip,
                    "xl/_rels/workbook.xml.rels",
                    "<Relationships><Relationship Id=\"r1\" Type=\"x/worksheet\""
                            + " Target=\"worksheets/sheet1.xml\"/></Relationships>");
            part(zip, "xl/worksheets/sheet1.xml", sheet);
        }
        return out.toByteArray();
    }

    private static void part(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    private static Set<Path> temporary() throws IOException {
        try (var files =
                Files.find(
                        Path.of(System.getProperty("java.io.tmpdir")),
                        2,
                        (path, about) ->
                                about.isRegularFile()
                                        && (path.toString()
                                                        .toLowerCase(java.util.Locale.ROOT)
                                                        .contains("poi")
                                                || path.getFileName().toString().endsWith(".tmp")),
                        FileVisitOption.FOLLOW_LINKS)) {
            return new TreeSet<>(files.toList());
        } catch (java.io.UncheckedIOException e) {
            // Reason: other programs remove their files while this looks.
            return new TreeSet<>();
        }
    }

    private static Set<Path> added(Set<Path> before) throws IOException {
        Set<Path> after = temporary();
        after.removeAll(before);
        return after;
    }

    private static boolean holdsTheName(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8).contains("机密姓名");
        } catch (IOException e) {
            return false;
        }
    }

    private static List<SheetRow> rows(Path file, Optional<String> password) {
        var rows = new ArrayList<SheetRow>();
        Outcome<SpreadsheetFile> read =
                SpreadsheetFile.open(file, password).then(f -> f.read(collecting(rows)));
        assertThat(read).isInstanceOf(Outcome.Done.class);
        return rows;
    }

    private static List<String> codes(Path file, Optional<String> password) {
        Outcome<SpreadsheetFile> read =
                SpreadsheetFile.open(file, password)
                        .then(f -> f.read(collecting(new ArrayList<>())));
        return switch (read) {
            case Outcome.Done<SpreadsheetFile> _ -> List.of();
            case Outcome.Failed<SpreadsheetFile>(List<Problem> problems) ->
                    problems.stream().map(Problem::code).toList();
        };
    }

    private static RowSink collecting(List<SheetRow> rows) {
        return new RowSink() {
            @Override
            public boolean sheet(String name, boolean hidden) {
                return true;
            }

            @Override
            public boolean row(SheetRow row) {
                rows.add(row);
                return true;
            }
        };
    }
}

package zhuhu.workbook.template;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import zhuhu.base.Outcome;
import zhuhu.base.Place;
import zhuhu.base.Problem;
import zhuhu.pack.Headings;
import zhuhu.workbook.sheet.RowSink;
import zhuhu.workbook.sheet.SheetRow;
import zhuhu.workbook.sheet.SpreadsheetFile;

/// A template that was opened and looked through. Shape: `sheets` those that ask for something, in
/// the file's order; never empty. Immutable; any thread.
public final class Template {

    private static final long MOST_BYTES = 16L << 20;
    private static final String CORE = "docProps/core.xml";
    private static final String PLAIN_CORE =
            """
            <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
            <cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"/>
            """;

    /// What no form to fill in has any need of.
    private static final Set<String> UNWANTED =
            Set.of("vbaproject.bin", "externallinks/", "activex/", "embeddings/", "macrosheets/");

    private final String name;
    private final byte[] bytes;
    private final List<TemplateSheet> sheets;

    private Template(String name, byte[] bytes, List<TemplateSheet> sheets) {
        this.name = name;
        this.bytes = bytes;
        this.sheets = List.copyOf(sheets);
    }

    /// `ofRow` tells whether the name in a `${...}` is about one household or person. Refused: what
    /// is no `.xlsx`, is locked, too large, or holds macros and the like; nothing to fill.
    public static Outcome<Template> open(Path file, Headings headings, Predicate<String> ofRow) {
        String name = String.valueOf(file.getFileName());
        try {
            if (Files.isRegularFile(file) && Files.size(file) > MOST_BYTES) {
                return Outcome.failed(problem("templateLarge", name));
            }
            // Reason: the reader of sheets keeps the limits that a hostile file breaks, so it looks
            // at all of the file first.
            return SpreadsheetFile.open(file, Optional.empty())
                    .then(book -> book.read(new Look()))
                    .then(_ -> bytes(file, name))
                    .then(bytes -> of(name, bytes, headings, ofRow));
        } catch (IOException e) {
            return Outcome.failed(problem("sheetUnreadable", name));
        }
    }

    private static final class Look implements RowSink {
        @Override
        public boolean sheet(String sheetName, boolean hidden) {
            return true;
        }

        @Override
        public boolean row(SheetRow row) {
            return true;
        }
    }

    private static Outcome<byte[]> bytes(Path file, String name) {
        try {
            return Outcome.done(Files.readAllBytes(file));
        } catch (IOException e) {
            return Outcome.failed(problem("sheetUnreadable", name));
        }
    }

    /// A template that the program brings along, which is sound.
    public static Outcome<Template> of(
            String name, byte[] bytes, Headings headings, Predicate<String> ofRow) {
        if (bytes.length < 2 || bytes[0] != 'P' || bytes[1] != 'K') {
            return Outcome.failed(problem("templateXls", name));
        }
        try {
            Optional<String> unwanted = unwanted(bytes);
            if (unwanted.isPresent()) {
                return Outcome.failed(
                        Problem.of("templateHostile", name, unwanted.get()).at(Place.in(name)));
            }
            byte[] sound = withoutBrokenCore(bytes);
            var sheets = new ArrayList<TemplateSheet>();
            try (XSSFWorkbook book = workbook(sound)) {
                for (int i = 0; i < book.getNumberOfSheets(); i++) {
                    if (book.getSheetVisibility(i) == SheetVisibility.VISIBLE) {
                        new SheetAnalysis(book.getSheetAt(i), i, headings, ofRow)
                                .sheet()
                                .ifPresent(sheets::add);
                    }
                }
            }
            return sheets.isEmpty()
                    ? Outcome.failed(
                            Problem.of("templateNothing", name, "${户主姓名}").at(Place.in(name)))
                    : Outcome.done(new Template(name, sound, sheets));
        } catch (IOException | RuntimeException e) {
            // Reason: POI answers broken bytes with whatever exception the broken place happens to
            // raise.
            return Outcome.failed(problem("templateDamaged", name));
        }
    }

    static XSSFWorkbook workbook(byte[] bytes) throws IOException {
        try {
            return new XSSFWorkbook(OPCPackage.open(new ByteArrayInputStream(bytes)));
        } catch (InvalidFormatException e) {
            throw new IOException(e);
        }
    }

    private static Optional<String> unwanted(byte[] bytes) throws IOException {
        try (var zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                String part = entry.getName().replace('\\', '/').toLowerCase(Locale.ROOT);
                for (String each : UNWANTED) {
                    if (part.contains(each)) {
                        return Optional.of(entry.getName());
                    }
                }
            }
        }
        return Optional.empty();
    }

    /// Reason: WPS writes core properties that OPC forbids (M4.x), and POI then opens nothing.
    private static byte[] withoutBrokenCore(byte[] bytes) throws IOException {
        try (OPCPackage opened = OPCPackage.open(new ByteArrayInputStream(bytes))) {
            opened.revert();
            return bytes;
        } catch (InvalidFormatException e) {
            var out = new ByteArrayOutputStream(bytes.length);
            try (var in = new ZipInputStream(new ByteArrayInputStream(bytes));
                    var to = new ZipOutputStream(out)) {
                for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                    to.putNextEntry(new ZipEntry(entry.getName()));
                    if (entry.getName().equals(CORE)) {
                        to.write(PLAIN_CORE.getBytes(StandardCharsets.UTF_8));
                    } else {
                        in.transferTo(to);
                    }
                    to.closeEntry();
                }
            }
            return out.toByteArray();
        }
    }

    private static Problem problem(String code, String name) {
        return Problem.of(code, name).at(Place.in(name));
    }

    public String name() {
        return name;
    }

    public List<TemplateSheet> sheets() {
        return sheets;
    }

    byte[] bytes() {
        return bytes;
    }
}

package zhuhu.flow.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The shipped templates are those that the maker makes. `-Dzhuhu.templates=FOLDER` writes them
/// anew.
class NationalTemplatesTest {

    private static final String WRITE = System.getProperty("zhuhu.templates", "");

    @ParameterizedTest
    @EnumSource
    void theShippedOneIsAsItWasMade(NationalTemplate template) throws IOException {
        var made = new ByteArrayOutputStream();
        NationalTemplateMaker.write(template, made);
        if (!WRITE.isEmpty()) {
            Files.write(Path.of(WRITE).resolve(template.file()), made.toByteArray());
            return;
        }
        assertThat(dump(template.bytes())).isEqualTo(dump(made.toByteArray()));
        assertThat(dump(template.bytes())).contains("姓名");
    }

    private static List<String> dump(byte[] bytes) throws IOException {
        var lines = new ArrayList<String>();
        try (var book = new XSSFWorkbook(new ByteArrayInputStream(bytes))) {
            XSSFSheet sheet = book.getSheetAt(0);
            for (Row row : sheet) {
                row.forEach(cell -> {
                    lines.add(cell.getStringCellValue());
                    lines.add(
                            cell.getAddress()
                                    + " "
                                    + cell.getCellStyle().getBorderBottom()
                                    + " "
                                    + sheet.getColumnWidth(cell.getColumnIndex()));
                });
            }
            lines.add(sheet.getMergedRegions().toString());
            lines.add(String.valueOf(sheet.getPrintSetup().getFitWidth()));
        }
        return lines;
    }
}

package zhuhu.workbook.read;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import zhuhu.base.Outcome;
import zhuhu.base.Place;
import zhuhu.base.Problem;
import zhuhu.base.Sha256;
import zhuhu.workbook.export.PackSheet;
import zhuhu.workbook.sheet.SheetRow;
import zhuhu.workbook.sheet.Sheets;

/// The campaign that a task workbook carries in `_pack`: all of it as it was written, or nothing.
final class CarriedPack {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final SortedMap<String, byte[]> files = new TreeMap<>();
    private final List<Problem> problems = new ArrayList<>();

    private CarriedPack() {}

    /// `hash` is what `_package` says of the pack. Failed: a row is damaged, or a file is missing.
    static Outcome<SortedMap<String, byte[]>> read(Sheets sheets, String hash) throws IOException {
        var pack = new CarriedPack();
        Optional<Sheets.Name> sheet = sheets.find(PackSheet.NAME);
        if (sheet.isPresent()) {
            sheets.read(
                    sheet.get(),
                    Sheets.Look.PLAIN,
                    row -> {
                        pack.line(row);
                        return true;
                    });
        }
        if (!PackSheet.hash(pack.files).equals(hash)) {
            pack.problems.add(Problem.of("bookPackChanged").at(Place.in(PackSheet.NAME)));
        }
        return pack.problems.isEmpty() ? Outcome.done(pack.files) : Outcome.failed(pack.problems);
    }

    private void line(SheetRow row) {
        int last = row.size() - 1;
        while (last >= 0 && row.cell(last).isBlank()) {
            last--;
        }
        if (last < 0) {
            return;
        }
        var text = new StringBuilder();
        for (int i = 0; i < last; i++) {
            text.append(row.cell(i).text());
        }
        byte[] line = text.toString().getBytes(StandardCharsets.UTF_8);
        boolean whole =
                row.cell(last).text().equals(HexFormat.of().formatHex(Sha256.of(line), 0, 8));
        if (!whole || !take(line)) {
            var place = new Place(PackSheet.NAME, row.number(), null);
            problems.add(Problem.of("bookRowChanged").at(place));
        }
    }

    private boolean take(byte[] line) {
        try {
            JsonNode json = JSON.readTree(new String(line, StandardCharsets.UTF_8));
            byte[] bytes =
                    json.has("base64")
                            ? Base64.getDecoder().decode(json.path("base64").asText())
                            : json.path("text").asText().getBytes(StandardCharsets.UTF_8);
            files.put(json.path("path").asText(), bytes);
            return Sha256.hex(bytes).equals(json.path("sha256").asText());
        } catch (JsonProcessingException | IllegalArgumentException e) {
            return false;
        }
    }
}

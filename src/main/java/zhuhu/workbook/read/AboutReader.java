package zhuhu.workbook.read;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SortedMap;
import java.util.TreeMap;
import zhuhu.base.Place;
import zhuhu.base.Problem;
import zhuhu.base.Texts;
import zhuhu.workbook.export.PackageSheet;
import zhuhu.workbook.read.BookAbout.FormVersion;
import zhuhu.workbook.read.BookAbout.Hidden;
import zhuhu.workbook.sheet.Sheets;

/// Reads what a workbook says of itself: `_package`, and where that is lost the cover.
final class AboutReader {

    private AboutReader() {}

    static BookAbout read(BookParts parts, Texts texts) throws IOException {
        SequencedMap<String, String> lines = lines(parts);
        var doubts = new ArrayList<Problem>();
        boolean stated = lines.containsKey("package");
        if (stated && !isSound(lines)) {
            doubts.add(Problem.of("bookPackageChanged").at(Place.in(PackageSheet.NAME)));
        }
        SequencedMap<String, String> said = stated ? lines : CoverReader.read(parts, texts);
        return new BookAbout(
                Optional.ofNullable(said.get("package")).filter(p -> p.matches("[0-9a-f]{32}")),
                said.getOrDefault("format", ""),
                hidden(stated, !parts.facts().isEmpty()),
                said.getOrDefault("training", "0").equals("1")
                        ? BookAbout.Use.TRAINING
                        : BookAbout.Use.WORK,
                said.getOrDefault("pack", ""),
                said.getOrDefault("pack_hash", ""),
                forms(said),
                said.getOrDefault("round", ""),
                said.getOrDefault("author", ""),
                said.getOrDefault("unit", ""),
                said.getOrDefault("at", ""),
                said.getOrDefault("purpose", ""),
                lines,
                doubts);
    }

    /// Reason: of a `_package` of which rows were deleted, the rest still counts.
    private static SequencedMap<String, String> fromCover(
            BookParts parts, SequencedMap<String, String> lines, Texts texts) throws IOException {
        SequencedMap<String, String> said = CoverReader.read(parts, texts);
        said.putAll(lines);
        return said;
    }

    private static Hidden hidden(boolean stated, boolean facts) {
        if (stated) {
            return facts ? Hidden.BOTH : Hidden.PACKAGE_ONLY;
        }
        return facts ? Hidden.FACTS_ONLY : Hidden.NONE;
    }

    private static SequencedMap<String, String> lines(BookParts parts) throws IOException {
        var lines = new LinkedHashMap<String, String>();
        if (parts.about().isPresent()) {
            parts.sheets()
                    .read(
                            parts.about().get(),
                            Sheets.Look.PLAIN,
                            row -> {
                                if (!row.cell(0).isBlank()) {
                                    lines.put(row.cell(0).text(), row.cell(1).text());
                                }
                                return true;
                            });
        }
        return lines;
    }

    private static boolean isSound(SequencedMap<String, String> lines) {
        var before = new LinkedHashMap<>(lines);
        return String.valueOf(before.remove("package")).equals(PackageSheet.id(before));
    }

    private static SortedMap<String, FormVersion> forms(SequencedMap<String, String> said) {
        var forms = new TreeMap<String, FormVersion>();
        said.forEach((name, value) -> {
            if (name.startsWith("form.")) {
                List<String> both = List.of(value.split(" ", 2));
                forms.put(
                        name.substring("form.".length()),
                        new FormVersion(both.getFirst(), both.size() > 1 ? both.get(1) : ""));
            }
        });
        return forms;
    }
}

package zhuhu.workbook.sheet;

import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/// What stands around the sheets of an `.xlsx`: their names and parts, shared strings, date styles.
record XlsxParts(
        List<Sheet> sheets, boolean from1904, @Nullable String strings, @Nullable String styles) {

    record Sheet(String name, String part, boolean hidden) {}

    static XlsxParts read(ZipParts zip) throws IOException {
        String workbook = "xl/workbook.xml";
        if (zip.has("_rels/.rels")) {
            workbook =
                    relations(zip, "_rels/.rels", "").values().stream()
                            .filter(r -> r.type().endsWith("/officeDocument"))
                            .map(Relation::part)
                            .findFirst()
                            .orElse(workbook);
        }
        int slash = workbook.lastIndexOf('/') + 1;
        String folder = workbook.substring(0, slash);
        Map<String, Relation> relations =
                relations(zip, folder + "_rels/" + workbook.substring(slash) + ".rels", folder);
        var sheets = new ArrayList<Sheet>();
        var from1904 = new boolean[1];
        Xml.walk(
                zip.open(workbook),
                (name, at) -> {
                    if (name.equals("sheet")) {
                        sheet(at, relations, sheets);
                    } else if (name.equals("workbookPr")) {
                        from1904[0] = Xml.isSet(Xml.attribute(at, "date1904"));
                    }
                    return true;
                });
        return new XlsxParts(
                sheets,
                from1904[0],
                part(zip, relations, "/sharedStrings"),
                part(zip, relations, "/styles"));
    }

    private record Relation(String type, String part) {}

    private static void sheet(
            XMLStreamReader at, Map<String, Relation> relations, List<Sheet> sheets) {
        String name = Xml.attribute(at, "name");
        Relation target = relations.get(String.valueOf(Xml.attribute(at, "id")));
        String state = Xml.attribute(at, "state");
        if (name != null && target != null && target.type().endsWith("/worksheet")) {
            boolean hidden = state != null && !state.equals("visible");
            sheets.add(new Sheet(name, target.part(), hidden));
        }
    }

    private static @Nullable String part(
            ZipParts zip, Map<String, Relation> relations, String type) {
        return relations.values().stream()
                .filter(r -> r.type().endsWith(type) && zip.has(r.part()))
                .map(Relation::part)
                .findFirst()
                .orElse(null);
    }

    private static Map<String, Relation> relations(ZipParts zip, String part, String folder)
            throws IOException {
        var relations = new HashMap<String, Relation>();
        Xml.walk(
                zip.open(part),
                (name, at) -> {
                    String id = Xml.attribute(at, "Id");
                    String type = Xml.attribute(at, "Type");
                    String target = Xml.attribute(at, "Target");
                    if (id != null && type != null && target != null) {
                        relations.put(id, new Relation(type, resolve(folder, target)));
                    }
                    return true;
                });
        return relations;
    }

    private static String resolve(String folder, String target) {
        if (target.startsWith("/")) {
            return target.substring(1);
        }
        var steps = new ArrayList<>(List.of((folder + target).split("/", -1)));
        for (int i = steps.indexOf(".."); i > 0; i = steps.indexOf("..")) {
            steps.remove(i);
            steps.remove(i - 1);
        }
        steps.removeIf(s -> s.equals(".") || s.equals(".."));
        return String.join("/", steps);
    }

    /// The texts that cells share, phonetic readings left out.
    List<Cell> sharedStrings(ZipParts zip) throws IOException {
        var all = new ArrayList<Cell>();
        if (strings != null) {
            Xml.walk(
                    zip.open(strings),
                    new RichText("si") {
                        @Override
                        void done(String text) {
                            all.add(Cell.of(Cell.Kind.TEXT, text, false));
                        }
                    });
        }
        return all;
    }

    /// The cell styles that show a number as a day.
    BitSet dateStyles(ZipParts zip) throws IOException {
        var dates = new BitSet();
        if (styles == null) {
            return dates;
        }
        var formats = new HashMap<Integer, String>();
        var ids = new ArrayList<Integer>();
        var inCells = new boolean[1];
        Xml.walk(
                zip.open(styles),
                new Xml.Tags() {
                    @Override
                    public boolean start(String name, XMLStreamReader at) {
                        switch (name) {
                            case "numFmt" ->
                                    formats.put(
                                            number(Xml.attribute(at, "numFmtId")),
                                            String.valueOf(Xml.attribute(at, "formatCode")));
                            case "cellXfs" -> inCells[0] = true;
                            case "xf" -> {
                                if (inCells[0]) {
                                    ids.add(number(Xml.attribute(at, "numFmtId")));
                                }
                            }
                            default -> {}
                        }
                        return true;
                    }

                    @Override
                    public boolean end(String name) {
                        inCells[0] &= !name.equals("cellXfs");
                        return true;
                    }
                });
        for (int style = 0; style < ids.size(); style++) {
            int id = ids.get(style);
            dates.set(style, Numbers.isDate(id, formats.getOrDefault(id, "")));
        }
        return dates;
    }

    static int number(@Nullable String text) {
        try {
            return text == null ? 0 : Integer.parseInt(text);
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}

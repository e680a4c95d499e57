package zhuhu.pack;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import zhuhu.base.Plain;
import zhuhu.record.Kind;

/// What the columns and the options of rosters are called, with all synonyms. Source:
/// `forms/register/headings.csv` and `options.csv`, which a county may extend. Immutable; any
/// thread.
public final class Headings {

    /// Where a column goes.
    public sealed interface Meaning {

        /// A property of a record. `yearOnly`: of a date or a phrase, the year is what counts.
        record Property(Kind kind, String section, String property, boolean yearOnly)
                implements Meaning {}

        /// The 数据日期 of the row.
        record DataDate() implements Meaning {}

        /// A running number, which says nothing.
        record Ignored() implements Meaning {}
    }

    /// One spelling of an option: `name` is the choice it stands for; `also` are further properties
    /// of the section that the wording decides.
    public record Spelling(String property, String label, String name, Map<String, String> also) {
        public Spelling {
            also = Map.copyOf(also);
        }
    }

    private static final Pattern BRACKETS = Pattern.compile("\\([^)]*\\)|\\[[^\\]]*\\]|【[^】]*】");
    private static final Pattern MARKS = Pattern.compile("[*:、,.。/_\"“”-]");

    private final Map<String, Meaning> meanings;
    private final Map<Meaning, String> usual;
    private final Map<String, List<Spelling>> spellings;

    private Headings(
            Map<String, Meaning> meanings, Map<Meaning, String> usual, List<Spelling> spellings) {
        this.meanings = Map.copyOf(meanings);
        this.usual = Map.copyOf(usual);
        this.spellings = spellings.stream().collect(Collectors.groupingBy(Spelling::property));
    }

    /// Those that a pack carries; the shipped ones where it carries none.
    public static Headings of(Pack pack) {
        return read(file(pack, "headings.csv"), file(pack, "options.csv"));
    }

    /// Those that the program ships.
    public static Headings shipped() {
        return read(shipped("headings.csv"), shipped("options.csv"));
    }

    static Headings read(String headings, String options) {
        var meanings = new HashMap<String, Meaning>();
        var usual = new HashMap<Meaning, String>();
        for (CSVRecord row : rows(headings)) {
            meanings.put(folded(row.get("heading")), meaning(row));
            usual.putIfAbsent(meaning(row), row.get("heading"));
        }
        return new Headings(
                meanings, usual, rows(options).stream().map(Headings::spelling).toList());
    }

    /// The heading under which rosters usually carry a property; empty where none does.
    public Optional<String> usual(Kind kind, String section, String property) {
        return Stream.of(false, true)
                .map(year -> usual.get(new Meaning.Property(kind, section, property, year)))
                .filter(Objects::nonNull)
                .findFirst();
    }

    /// What a heading means, however its brackets, blanks, units and numbering are written.
    public Optional<Meaning> meaning(String heading) {
        String folded = folded(heading);
        Meaning exact = meanings.get(folded);
        return exact != null
                ? Optional.of(exact)
                : Optional.ofNullable(meanings.get(withoutNumber(folded)));
    }

    /// Every known spelling of the options of a property; `yes_no` has those of 是 and 否.
    public List<Spelling> spellings(String property) {
        return spellings.getOrDefault(property, List.of());
    }

    /// A heading as it is compared: folded, without bracketed units and without marks.
    public static String folded(String heading) {
        String bare = BRACKETS.matcher(Plain.folded(heading)).replaceAll("");
        return MARKS.matcher(bare).replaceAll("");
    }

    private static String withoutNumber(String folded) {
        return folded.replaceFirst("^[A-Z]?[0-9]+[a-z]?", "");
    }

    private static Meaning meaning(CSVRecord row) {
        return switch (row.get("reading")) {
            case "date" -> new Meaning.DataDate();
            case "ignore" -> new Meaning.Ignored();
            default ->
                    new Meaning.Property(
                            Kind.of(row.get("kind")).orElseThrow(),
                            row.get("section"),
                            row.get("property"),
                            row.get("reading").equals("year"));
        };
    }

    private static Spelling spelling(CSVRecord row) {
        var also = new HashMap<String, String>();
        String[] pair = row.get("also").split("=", -1);
        if (pair.length == 2) {
            also.put(pair[0], pair[1]);
        }
        return new Spelling(row.get("property"), row.get("label"), row.get("name"), also);
    }

    private static String file(Pack pack, String name) {
        byte[] carried = pack.files().get("register/" + name);
        return carried == null ? shipped(name) : new String(carried, StandardCharsets.UTF_8);
    }

    private static String shipped(String name) {
        try (InputStream shipped = Headings.class.getResourceAsStream("/forms/register/" + name)) {
            return shipped == null
                    ? ""
                    : new String(shipped.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<CSVRecord> rows(String csv) {
        var format = CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();
        try (var parser = format.parse(new StringReader(csv))) {
            return new ArrayList<>(parser.getRecords());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

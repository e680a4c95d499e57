package zhuhu.form.type;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// The types that forms may use, and the ones known to the standard that they may not use yet.
public final class QuestionTypes {

    private static final List<QuestionType> ALL =
            List.of(
                    new TextType(),
                    new IntegerType(),
                    new DecimalType(),
                    new DateType(),
                    new SelectOneType(),
                    new SelectMultipleType(),
                    new NoteType(),
                    new CalculateType(),
                    new HiddenType(),
                    new AcknowledgeType(),
                    new StartType(),
                    new EndType(),
                    new TodayType(),
                    new UsernameType(),
                    new DeviceIdType());

    private static final Set<String> LATER =
            Set.of(
                    "time",
                    "datetime",
                    "image",
                    "photo",
                    "audio",
                    "video",
                    "file",
                    "geopoint",
                    "gps",
                    "geotrace",
                    "geoshape",
                    "barcode",
                    "range",
                    "rank",
                    "email",
                    "phonenumber",
                    "subscriberid",
                    "simserial",
                    "audit",
                    "csv-external",
                    "xml-external",
                    "select_one_from_file",
                    "select_multiple_from_file",
                    "select_one_external",
                    "start-geopoint",
                    "background-audio",
                    "background-geopoint",
                    "osm",
                    "trigger",
                    "begin_loop",
                    "end_loop",
                    "begin loop",
                    "end loop",
                    "percentage",
                    "url");

    private QuestionTypes() {}

    /// A type and the choice list named after it, "" where it takes none or none is named.
    public record Typed(QuestionType type, String list) {}

    /// What a type cell says; empty if no type here has that word. Case and repeated spaces do not
    /// matter, except in the list's name.
    public static Optional<Typed> of(String cell) {
        String text = cell.strip().replaceAll("\\s+", " ");
        String lower = text.toLowerCase(Locale.ROOT);
        Optional<Typed> best = Optional.empty();
        int length = -1;
        for (QuestionType type : ALL) {
            for (String word : type.words()) {
                boolean whole = lower.equals(word);
                boolean listed = type.takesList() && lower.startsWith(word + " ");
                // Reason: "select one from x" begins with "select one" too; the longest word wins.
                if ((whole || listed) && word.length() > length) {
                    best = Optional.of(new Typed(type, text.substring(word.length()).strip()));
                    length = word.length();
                }
            }
        }
        return best;
    }

    /// Whether the standard knows the word, and this program does not yet.
    public static boolean isLater(String cell) {
        String lower = cell.strip().toLowerCase(Locale.ROOT);
        return LATER.contains(lower) || LATER.contains(lower.split("\\s", -1)[0]);
    }
}

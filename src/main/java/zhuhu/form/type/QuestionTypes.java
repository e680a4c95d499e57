package zhuhu.form.type;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// The types that forms may use, and the ones known to the standard that they may not use.
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
                    new DeviceIdType(),
                    new TimeType(),
                    new DateTimeType(),
                    new RangeType(),
                    new RankType(),
                    new ImageType(),
                    new BarcodeType(),
                    new SelectOneFromFileType(),
                    new SelectMultipleFromFileType());

    /// The words of the standard that are refused, and the problem that says why.
    private static final Map<String, String> REFUSED =
            Map.ofEntries(
                    Map.entry("geopoint", "formTypeGeo"),
                    Map.entry("gps", "formTypeGeo"),
                    Map.entry("location", "formTypeGeo"),
                    Map.entry("geotrace", "formTypeGeo"),
                    Map.entry("geoshape", "formTypeGeo"),
                    Map.entry("start-geopoint", "formTypeGeo"),
                    Map.entry("background-geopoint", "formTypeGeo"),
                    Map.entry("osm", "formTypeGeo"),
                    Map.entry("audio", "formTypeMedia"),
                    Map.entry("video", "formTypeMedia"),
                    Map.entry("file", "formTypeMedia"),
                    Map.entry("background-audio", "formTypeMedia"),
                    Map.entry("audit", "formTypeAudit"),
                    Map.entry("email", "formTypePhone"),
                    Map.entry("phonenumber", "formTypePhone"),
                    Map.entry("subscriberid", "formTypePhone"),
                    Map.entry("simserial", "formTypePhone"),
                    Map.entry("xml-external", "formTypeFile"),
                    Map.entry("select_one_external", "formTypeFile"),
                    Map.entry("begin_loop", "formTypeLoop"),
                    Map.entry("end_loop", "formTypeLoop"),
                    Map.entry("begin loop", "formTypeLoop"),
                    Map.entry("end loop", "formTypeLoop"),
                    Map.entry("trigger", "formTypeLater"),
                    Map.entry("percentage", "formTypeLater"),
                    Map.entry("url", "formTypeLater"));

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

    /// The code of the problem that says why a word of the standard is refused; empty if it is
    /// none.
    public static Optional<String> refusal(String cell) {
        String lower = cell.strip().toLowerCase(Locale.ROOT);
        return Optional.ofNullable(REFUSED.get(lower))
                .or(() -> Optional.ofNullable(REFUSED.get(lower.split("\\s", -1)[0])));
    }
}

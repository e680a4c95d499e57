package zhuhu.base;

import com.ibm.icu.text.Transliterator;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/// How Chinese text is read aloud, so that it is found by letters alone: 单小明 by `shanxiaoming`,
/// `sxm`, `shanxm`, `xiaom`. Names are read as names (单 shan, 仇 qiu), and every other reading is
/// found too. Characters without a known reading stand for themselves; marks between words (·,
/// blanks) are silent. Any thread; the first call takes some tenths of a second, so [#warm()] comes
/// before it.
public final class Pinyin {

    private static final Map<Integer, List<String>> KNOWN = new ConcurrentHashMap<>();

    private Pinyin() {}

    /// Loads the tables, which is slow.
    public static void warm() {
        spellings('单');
    }

    /// Each character's syllable, run together, tones left out, ü as v: `ouyangming`.
    public static String full(String text) {
        return spellings(text).stream().map(List::getFirst).collect(Collectors.joining());
    }

    /// The first letter of each character's syllable: `oym`.
    public static String initials(String text) {
        return spellings(text).stream()
                .map(all -> first(all.getFirst()))
                .collect(Collectors.joining());
    }

    /// Whether `typed` reads some part of `text`: whole syllables, their beginnings, or both mixed.
    public static boolean reads(String text, String typed) {
        return new PinyinQuery(typed).reads(text);
    }

    /// Every way to spell each character that is heard, the likeliest first, lower case.
    public static List<List<String>> spellings(String text) {
        var spellings = new ArrayList<List<String>>(text.length());
        text.codePoints()
                .forEach(c -> {
                    List<String> all = spellings(c);
                    if (!all.isEmpty()) {
                        spellings.add(all);
                    }
                });
        return spellings;
    }

    /// Of one character; empty where it is silent. The same list for the same character.
    public static List<String> spellings(int codePoint) {
        List<String> known = KNOWN.get(codePoint);
        return known != null ? known : KNOWN.computeIfAbsent(codePoint, Pinyin::read);
    }

    private static List<String> read(int codePoint) {
        if (!Character.isLetterOrDigit(codePoint)) {
            return List.of();
        }
        String character = Plain.text(Character.toString(codePoint)).toLowerCase(Locale.ROOT);
        if (!Character.isIdeographic(codePoint)) {
            return List.of(character);
        }
        Set<String> readings = new LinkedHashSet<>();
        List<String> more = Readings.MORE.getOrDefault(character, List.of());
        more.forEach(reading -> add(readings, reading));
        add(readings, Tables.AS_NAME.transliterate(character));
        add(readings, Tables.PLAIN.transliterate(character));
        return List.copyOf(readings);
    }

    /// lǜ is typed lv, and by many lu.
    private static void add(Set<String> readings, String toned) {
        String reading =
                Normalizer.normalize(toned, Form.NFD)
                        .replace("u\u0308", "v")
                        .replaceAll("\\p{M}", "")
                        .strip();
        readings.add(reading);
        if (reading.length() > 1 && reading.indexOf('v') > 0) {
            readings.add(reading.replace('v', 'u'));
        }
    }

    private static String first(String spelling) {
        return spelling.substring(0, spelling.offsetByCodePoints(0, 1));
    }

    /// Loaded when first asked for.
    private static final class Tables {
        private static final Transliterator AS_NAME = Transliterator.getInstance("Han-Latin/Names");
        private static final Transliterator PLAIN = Transliterator.getInstance("Han-Latin");
    }
}

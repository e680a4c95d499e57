package zhuhu.base;

import com.ibm.icu.text.Transliterator;
import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// How Chinese text is read aloud, so that it is found by letters alone: 单小明 by `shanxiaoming`,
/// `sxm`, `shanxm`, `xiaom`. Names are read as names (单 shan, 仇 qiu), and every other reading is
/// found too. Characters without a known reading stand for themselves; marks between words (·,
/// blanks) are silent. Any thread; the first call takes some tenths of a second, so [#warm()] comes
/// before it.
public final class Pinyin {

    /// The sound of a character that is not heard.
    public static final int SILENT = -1;

    private static final Map<Integer, Integer> KNOWN = new ConcurrentHashMap<>();
    private static final Map<List<String>, Integer> NUMBERS = new ConcurrentHashMap<>();
    private static final List<List<String>> SOUNDS = new CopyOnWriteArrayList<>();

    private Pinyin() {}

    /// Loads the tables, which is slow.
    public static void warm() {
        sound('单');
    }

    /// Each character's syllable, run together, tones left out, ü as v: `ouyangming`.
    public static String full(String text) {
        return heard(text).mapToObj(s -> spellings(s).getFirst()).collect(Collectors.joining());
    }

    /// The first letter of each character's syllable: `oym`.
    public static String initials(String text) {
        return heard(text)
                .mapToObj(s -> first(spellings(s).getFirst()))
                .collect(Collectors.joining());
    }

    /// Whether `typed` reads some part of `text`: whole syllables, their beginnings, or both mixed.
    public static boolean reads(String text, String typed) {
        return new PinyinQuery(typed).reads(text);
    }

    /// The sounds of the characters that are heard, in order.
    public static int[] sounds(String text) {
        return heard(text).toArray();
    }

    private static IntStream heard(String text) {
        return text.codePoints().map(Pinyin::sound).filter(s -> s != SILENT);
    }

    /// The sound of a character: a small number, the same for all characters that are spelled
    /// alike, for as long as the program runs; [#SILENT] for marks.
    public static int sound(int codePoint) {
        Integer known = KNOWN.get(codePoint);
        return known != null ? known : KNOWN.computeIfAbsent(codePoint, Pinyin::read);
    }

    /// How many sounds are known by now: their numbers are below it.
    static int sounds() {
        return SOUNDS.size();
    }

    /// Every way to spell a sound, the likeliest first, lower case.
    static List<String> spellings(int sound) {
        return SOUNDS.get(sound);
    }

    private static int read(int codePoint) {
        if (!Character.isLetterOrDigit(codePoint)) {
            return SILENT;
        }
        String character = Plain.text(Character.toString(codePoint)).toLowerCase(Locale.ROOT);
        Set<String> readings = new LinkedHashSet<>();
        if (Character.isIdeographic(codePoint)) {
            List<String> more = Readings.MORE.getOrDefault(character, List.of());
            more.forEach(reading -> add(readings, reading));
            add(readings, Tables.AS_NAME.transliterate(character));
            add(readings, Tables.PLAIN.transliterate(character));
        } else {
            readings.add(character);
        }
        return number(List.copyOf(readings));
    }

    private static int number(List<String> spellings) {
        synchronized (SOUNDS) {
            Integer known = NUMBERS.get(spellings);
            if (known != null) {
                return known;
            }
            SOUNDS.add(spellings);
            NUMBERS.put(spellings, SOUNDS.size() - 1);
            return SOUNDS.size() - 1;
        }
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

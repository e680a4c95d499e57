package zhuhu.store;

import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import zhuhu.base.CitizenId;
import zhuhu.base.PinyinQuery;
import zhuhu.base.Plain;

/// What somebody typed, made ready for every column that it may be found in. Shape: `text` folded,
/// upper case; `places` the numbers of the villages and groups that are called so.
record SearchQuery(
        String text,
        boolean numeric,
        Optional<PinyinQuery> letters,
        Optional<LastDigits> lastDigits,
        BitSet places) {

    private static final Pattern LETTERS = Pattern.compile("[A-ZÜ'’·.]*[A-ZÜ][A-ZÜ'’·.]*");
    private static final Pattern DIGITS = Pattern.compile("[0-9]{2,}[0-9X]");

    /// `places`: where households lie, by number.
    static SearchQuery of(String typed, List<Place> places) {
        String text = folded(typed);
        Optional<PinyinQuery> letters =
                LETTERS.matcher(text).matches()
                        ? Optional.of(new PinyinQuery(text))
                        : Optional.empty();
        String person = CitizenId.person(text);
        Optional<LastDigits> digits =
                DIGITS.matcher(person).matches() && person.length() <= 18
                        ? Optional.of(LastDigits.of(person))
                        : Optional.empty();
        return new SearchQuery(
                text,
                text.chars().anyMatch(c -> c >= '0' && c <= '9'),
                letters,
                digits,
                matching(text, letters, places));
    }

    /// A village and a group in it. Shape: `text` both, folded; `sounds` how that is read.
    record Place(String text, int[] sounds) {}

    private static BitSet matching(String text, Optional<PinyinQuery> letters, List<Place> places) {
        var found = new BitSet();
        for (int i = 0; i < places.size(); i++) {
            Place place = places.get(i);
            if (!text.isEmpty() && place.text().contains(text)
                    || letters.isPresent()
                            && letters.get().rank(place.sounds(), 0, place.sounds().length) >= 0) {
                found.set(i);
            }
        }
        return found;
    }

    static String folded(String text) {
        return Plain.folded(text).toUpperCase(Locale.ROOT);
    }
}

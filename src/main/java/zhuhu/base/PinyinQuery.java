package zhuhu.base;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Letters that somebody typed, held against spelled-out characters. Each character takes the
/// beginning of one of its spellings, at least a letter, at most all of it; so `wangxm`, `wxm` and
/// `wangxiaom` all read 王小明. One thread at a time.
public final class PinyinQuery {

    /// Longer ones are cut: nobody's name is.
    private static final int LONGEST = 60;

    private final String typed;
    private final long end;
    private final Map<List<String>, Steps> known = new IdentityHashMap<>();

    /// `typed` in any case; blanks and apostrophes do not count.
    public PinyinQuery(String typed) {
        String letters = Plain.folded(typed).toLowerCase(Locale.ROOT).replaceAll("['’·]", "");
        letters = letters.replace('ü', 'v');
        this.typed = letters.substring(0, Math.min(LONGEST, letters.length()));
        end = 1L << this.typed.length();
    }

    /// Where each place in what was typed may lead when a character is read. Shape: bit `p` of
    /// `to[q]` where the character takes letters `q` up to `p`; `whole` likewise, but all letters
    /// of the character.
    private record Steps(long[] to, long[] whole) {}

    /// Whether it reads some part of `text`.
    public boolean reads(String text) {
        return rank(Pinyin.spellings(text)) >= 0;
    }

    /// 0: all of it, letter by letter; 1: from its beginning; 2: some other part; -1: not at all.
    public int rank(List<List<String>> spellings) {
        long any = 1;
        long fromStart = 1;
        long whole = 1;
        boolean found = false;
        boolean atStart = false;
        for (List<String> character : spellings) {
            Steps steps = steps(character);
            any = step(steps.to(), any) | 1;
            fromStart = fromStart == 0 ? 0 : step(steps.to(), fromStart);
            whole = whole == 0 ? 0 : step(steps.whole(), whole);
            found |= (any & end) != 0;
            atStart |= (fromStart & end) != 0;
        }
        if (typed.isEmpty() || !found) {
            return -1;
        }
        return (whole & end) != 0 ? 0 : atStart ? 1 : 2;
    }

    /// The same places in what was typed, one character on. Shape: bit `p` for each number of
    /// letters read so far; begin with [#START], and add it before each character that may be the
    /// first.
    public long step(List<String> character, long places) {
        return step(steps(character).to(), places);
    }

    /// Nothing read yet.
    public static final long START = 1;

    /// Whether all that was typed has been read at one of `places`.
    public boolean isRead(long places) {
        return (places & end) != 0;
    }

    private static long step(long[] to, long places) {
        long next = 0;
        for (long left = places; left != 0; left &= left - 1) {
            int place = Long.numberOfTrailingZeros(left);
            next |= place < to.length ? to[place] : 0;
        }
        return next;
    }

    private Steps steps(List<String> character) {
        Steps steps = known.get(character);
        if (steps == null) {
            steps = new Steps(new long[typed.length()], new long[typed.length()]);
            for (int place = 0; place < typed.length(); place++) {
                for (String spelling : character) {
                    int length = common(spelling, place);
                    for (int n = 1; n <= length; n++) {
                        steps.to()[place] |= 1L << (place + n);
                    }
                    if (length == spelling.length()) {
                        steps.whole()[place] |= 1L << (place + length);
                    }
                }
            }
            known.put(character, steps);
        }
        return steps;
    }

    private int common(String spelling, int place) {
        int n = 0;
        while (n < spelling.length()
                && place + n < typed.length()
                && spelling.charAt(n) == typed.charAt(place + n)) {
            n++;
        }
        return n;
    }
}

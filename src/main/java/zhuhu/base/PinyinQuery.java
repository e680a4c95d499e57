package zhuhu.base;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Letters that somebody typed, held against spelled-out characters. Each character takes the
/// beginning of one of its spellings, at least a letter, at most all of it; so `wangxm`, `wxm` and
/// `wangxiaom` all read 王小明. One thread at a time.
public final class PinyinQuery {

    /// Longer ones are cut: nobody's name is.
    private static final int LONGEST = 60;

    private final String typed;
    private final long end;
    private @Nullable Steps[] known = new Steps[0];
    private boolean[] begins = new boolean[0];

    /// `typed` in any case; blanks, dots and apostrophes do not count.
    public PinyinQuery(String typed) {
        String letters = Plain.folded(typed).toLowerCase(Locale.ROOT).replaceAll("['’·.]", "");
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
        int[] sounds = Pinyin.sounds(text);
        return rank(sounds, 0, sounds.length) >= 0;
    }

    /// Of the sounds from `from` to before `to`. Shape: 0 all of them, letter by letter; 1 their
    /// beginning; 2 some other part; -1 none.
    public int rank(int[] sounds, int from, int to) {
        if (typed.isEmpty() || !found(sounds, from, to)) {
            return -1;
        }
        long beginning = 1;
        long whole = 1;
        boolean begins = false;
        for (int i = from; i < to; i++) {
            Steps steps = steps(sounds[i]);
            beginning = step(steps.to(), beginning);
            whole = step(steps.whole(), whole);
            begins |= (beginning & end) != 0;
        }
        return (whole & end) != 0 ? 0 : begins ? 1 : 2;
    }

    private boolean found(int[] sounds, int from, int to) {
        long places = 1;
        for (int i = from; i < to; i++) {
            if (places != 1 || canBegin(sounds[i])) {
                places = step(steps(sounds[i]).to(), places) | 1;
                if ((places & end) != 0) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean canBegin(int sound) {
        return sound < begins.length ? begins[sound] : beginnings()[sound];
    }

    /// Whether a character can be the first, by its sound: a quick look before [#rank]. Shape: for
    /// every sound that is known when it is called.
    public boolean[] beginnings() {
        int known = Pinyin.sounds();
        if (begins.length < known) {
            int from = begins.length;
            begins = Arrays.copyOf(begins, known);
            for (int sound = from; sound < known; sound++) {
                char first = typed.isEmpty() ? 0 : typed.charAt(0);
                begins[sound] =
                        Pinyin.spellings(sound).stream().anyMatch(s -> s.charAt(0) == first);
            }
        }
        return begins;
    }

    private static long step(long[] to, long places) {
        long next = 0;
        for (long left = places; left != 0; left &= left - 1) {
            int place = Long.numberOfTrailingZeros(left);
            next |= place < to.length ? to[place] : 0;
        }
        return next;
    }

    private Steps steps(int sound) {
        if (sound >= known.length) {
            known = Arrays.copyOf(known, sound + 500);
        }
        Steps steps = known[sound];
        if (steps == null) {
            steps = steps(Pinyin.spellings(sound));
            known[sound] = steps;
        }
        return steps;
    }

    private Steps steps(List<String> spellings) {
        var to = new long[typed.length()];
        var whole = new long[typed.length()];
        for (int place = 0; place < typed.length(); place++) {
            for (String spelling : spellings) {
                int length = common(spelling, place);
                for (int n = 1; n <= length; n++) {
                    to[place] |= 1L << (place + n);
                }
                if (length == spelling.length()) {
                    whole[place] |= 1L << (place + length);
                }
            }
        }
        return new Steps(to, whole);
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

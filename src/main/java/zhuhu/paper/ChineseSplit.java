package zhuhu.paper;

import org.jspecify.annotations.Nullable;
import org.openpdf.text.SplitCharacter;
import org.openpdf.text.pdf.PdfChunk;

/// Where a line of Chinese may end: after any letter, but no sign that closes something begins a
/// line, and none that opens something ends one.
final class ChineseSplit implements SplitCharacter {

    private static final String NEVER_FIRST = "，。、；：？！）》】”’…·%％)】〉";
    private static final String NEVER_LAST = "（《【“‘(〈□■◇";
    private static final char FIRST_WIDE = '\u2e80';

    @Override
    public boolean isSplitCharacter(
            int start, int current, int end, char[] text, PdfChunk @Nullable [] chunks) {
        char here = text[current];
        char next = current + 1 < end ? text[current + 1] : ' ';
        if (NEVER_FIRST.indexOf(next) >= 0 || NEVER_LAST.indexOf(here) >= 0) {
            return false;
        }
        return here <= ' '
                || here == '　'
                || here == '-'
                || here >= FIRST_WIDE
                || next >= FIRST_WIDE
                || NEVER_FIRST.indexOf(here) >= 0;
    }
}

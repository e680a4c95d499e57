package zhuhu.base;

import java.util.Comparator;

/// Orders names of places as people count them: 二组 before 十组 before 十一组, 2组 before 10组. Numbers in
/// digits and in Chinese stand alike; all else goes by its characters. Pure; any thread.
public final class PlaceOrder implements Comparator<String> {

    /// The one order.
    public static final PlaceOrder INSTANCE = new PlaceOrder();

    private static final String ONES = "零一二三四五六七八九";
    private static final String OTHERS = "〇两";

    private PlaceOrder() {}

    @Override
    public int compare(String one, String other) {
        int i = 0;
        int j = 0;
        while (i < one.length() && j < other.length()) {
            int iEnd = numberEnd(one, i);
            int jEnd = numberEnd(other, j);
            int by =
                    iEnd > i && jEnd > j
                            ? Long.compare(
                                    number(one.substring(i, iEnd)),
                                    number(other.substring(j, jEnd)))
                            : apart(one.charAt(i), iEnd > i, other.charAt(j), jEnd > j);
            if (by != 0) {
                return by;
            }
            i = Math.max(iEnd, i + 1);
            j = Math.max(jEnd, j + 1);
        }
        int byLength = Integer.compare(one.length() - i, other.length() - j);
        return byLength != 0 ? byLength : one.compareTo(other);
    }

    /// Signs of which at most one begins a number: numbers stand before all else.
    private static int apart(char one, boolean oneIsNumber, char other, boolean otherIsNumber) {
        return oneIsNumber == otherIsNumber
                ? Character.compare(one, other)
                : Boolean.compare(otherIsNumber, oneIsNumber);
    }

    /// Where the number that begins at `from` ends; `from` where none does. At most 9 signs count.
    private static int numberEnd(String text, int from) {
        int end = from;
        while (end < text.length() && end < from + 9 && isNumeral(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static boolean isNumeral(char sign) {
        return digit(sign) >= 0 || sign == '十' || sign == '百';
    }

    /// 0 to 9, or -1.
    private static int digit(char sign) {
        if (sign >= '0' && sign <= '9') {
            return sign - '0';
        }
        int other = OTHERS.indexOf(sign);
        return other < 0 ? ONES.indexOf(sign) : 2 * other;
    }

    /// 十一 is 11, 二十 is 20, 一百零三 is 103, 一二 and 12 are 12.
    private static long number(String numerals) {
        long sum = 0;
        long open = 0;
        boolean any = false;
        for (char sign : numerals.toCharArray()) {
            int digit = digit(sign);
            if (digit >= 0) {
                open = 10 * open + digit;
                any = true;
            } else {
                sum += (any ? open : 1) * (sign == '十' ? 10 : 100);
                open = 0;
                any = false;
            }
        }
        return sum + open;
    }
}

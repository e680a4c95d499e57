package zhuhu.store;

/// The digits that a citizen id ends with, as a number to the base of eleven, X being the eleventh
/// digit. Shape: at most 18 of them, so that they fit a long.
record LastDigits(long value, int length) {

    private static final int BASE = 11;
    private static final int MOST = 18;

    /// Those after the last character that is neither a digit nor X.
    static LastDigits of(String id) {
        int from = id.length();
        while (from > 0 && id.length() - from < MOST && digit(id.charAt(from - 1)) >= 0) {
            from--;
        }
        long value = 0;
        for (int i = from; i < id.length(); i++) {
            value = value * BASE + digit(id.charAt(i));
        }
        return new LastDigits(value, id.length() - from);
    }

    /// What ends with the same digits has the same rest.
    long modulus() {
        long modulus = 1;
        for (int i = 0; i < length; i++) {
            modulus *= BASE;
        }
        return modulus;
    }

    private static int digit(char c) {
        return c >= '0' && c <= '9' ? c - '0' : c == 'X' ? 10 : -1;
    }
}

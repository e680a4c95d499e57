package zhuhu.workbook.export;

/// A person stopped the writing. Never leaves this room: [BookFile] makes a problem of it.
final class Stopped extends RuntimeException {
    private static final long serialVersionUID = 1;

    /// Tells how far the writing is, and stops it if that is wished.
    static void check(Pace pace, String step, long done, long total) {
        if (pace.cancelled()) {
            throw new Stopped();
        }
        pace.at(step, done, total);
    }
}

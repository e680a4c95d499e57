package zhuhu.store;

/// A file that was merged here. Shape: `n` this store's own number for it, 0 before it has one;
/// `packageId` "" where the file lost it; `hash` the SHA-256 of the file; `at` and `by` when and by
/// whom it was merged, for people to read. The same file merged twice has two arrivals, and the
/// second brought nothing.
public record Arrival(long n, String packageId, String hash, String file, String at, String by) {

    /// One that has not been numbered.
    public static Arrival of(String packageId, String hash, String file, String at, String by) {
        return new Arrival(0, packageId, hash, file, at, by);
    }
}

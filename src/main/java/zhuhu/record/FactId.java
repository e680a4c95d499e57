package zhuhu.record;

/// The id of a fact: the first 128 bits of the SHA-256 of its canonical content, 32 lower-case hex
/// digits.
public record FactId(String hex) implements Comparable<FactId> {

    public FactId {
        if (hex.length() != 32) {
            throw new IllegalArgumentException("Not the id of a fact: " + hex);
        }
    }

    @Override
    public int compareTo(FactId other) {
        return hex.compareTo(other.hex);
    }

    @Override
    public String toString() {
        return hex;
    }
}

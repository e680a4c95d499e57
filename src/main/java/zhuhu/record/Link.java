package zhuhu.record;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// An answer to whether two records are about one and the same: also "they are not" is remembered.
/// Shape: `first` has the lower UUID text; both are of one kind, neither visits nor links. Source:
/// `docs/file-format.md`, same. Pure; any thread.
public record Link(RecordId first, RecordId second, boolean same) {

    /// The section of a link that holds the answer.
    public static final String SECTION = "same";

    private static final String KIND = "kind";
    private static final String FIRST = "first";
    private static final String SECOND = "second";
    private static final String SAME = "same";

    /// In either order. Throws IllegalArgumentException for two that cannot be one.
    public Link {
        if (!joinable(first, second)) {
            throw new IllegalArgumentException("Cannot be one: " + first + " " + second);
        }
        if (first.compareTo(second) > 0) {
            RecordId higher = first;
            first = second;
            second = higher;
        }
    }

    /// Whether a link may speak of these two.
    public static boolean joinable(RecordId one, RecordId other) {
        return one.kind() == other.kind()
                && !one.equals(other)
                && one.kind() != Kind.VISIT
                && one.kind() != Kind.LINK;
    }

    /// The record that holds the answers about these two.
    public RecordId id() {
        return Ids.link(first, second);
    }

    /// What a revision of the section says: readable without anything else.
    public Values values() {
        return Values.of(
                Map.of(
                        KIND, Value.text(first.kind().code()),
                        FIRST, Value.text(first.text()),
                        SECOND, Value.text(second.text()),
                        SAME, Value.number(same ? 1 : 0)));
    }

    /// What a link record says where its section shows `values`; empty where it says nothing, or
    /// names two that its id was not made from.
    public static Optional<Link> read(RecordId link, Values values) {
        return ends(link, values)
                .flatMap(ends ->
                        answer(values).map(same -> new Link(ends.first(), ends.second(), same)));
    }

    /// The two that a link record names, whatever it answers.
    public static Optional<Link> ends(RecordId link, Values values) {
        Optional<Kind> kind = Kind.of(values.plain(KIND));
        Optional<UUID> first = uuid(values.plain(FIRST));
        Optional<UUID> second = uuid(values.plain(SECOND));
        if (kind.isEmpty() || first.isEmpty() || second.isEmpty()) {
            return Optional.empty();
        }
        var one = new RecordId(kind.get(), first.get());
        var other = new RecordId(kind.get(), second.get());
        return joinable(one, other) && Ids.link(one, other).equals(link)
                ? Optional.of(new Link(one, other, false))
                : Optional.empty();
    }

    private static Optional<Boolean> answer(Values values) {
        return switch (values.plain(SAME)) {
            case "1" -> Optional.of(true);
            case "0" -> Optional.of(false);
            default -> Optional.empty();
        };
    }

    private static Optional<UUID> uuid(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}

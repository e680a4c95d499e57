package zhuhu.record;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What the township said of a section of a visit, or of the visit as a whole, and whether that
/// still speaks of what stands there. Shape: `section` as the visit names it, or [#WHOLE]; `sides`
/// the statements of the review, more than one where reviewers differ. Derived and never stored.
/// Source: `docs/file-format.md`, reviews. Pure; any thread.
public record Review(String section, State state, List<Revision> sides) {

    /// Every review stands in a section of the visit so named, before the name of what it is about.
    public static final String PREFIX = "review.";

    /// An answer to a review, before the same name.
    public static final String ANSWER = "answer.";

    /// In place of a section's name: the visit as a whole. No group of a form can be called so.
    public static final String WHOLE = "*";

    /// What a reviewer can say.
    public static final String RETURNED = "returned";

    public static final String APPROVED = "approved";

    private static final Pattern HEAD = Pattern.compile("[0-9a-f]{32}");

    /// What stands in a visit and is no answer of the household: who and when, why it was changed,
    /// what was jotted down. `finalised` is part of the whole, for whoever finishes a visit again
    /// stands behind it again.
    private static final Set<String> ASIDE = Set.of("about", "edit");

    /// How a review stands, the first that holds for any point being that of the visit.
    public enum State {
        /// Sent back, and nothing stated anew since.
        RETURNED,
        /// Sent back, and stated anew since.
        ANSWERED,
        /// Approved, and stated anew since.
        EDITED,
        APPROVED;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Review {
        sides = List.copyOf(sides);
    }

    /// Whether a section of a visit is a review or the answer to one.
    public static boolean isOne(String section) {
        return section.startsWith(PREFIX) || section.startsWith(ANSWER);
    }

    /// Whether a section says something that can be sent back.
    public static boolean isReviewable(String section) {
        return !isOne(section) && !ASIDE.contains(section) && !section.startsWith("note@");
    }

    /// All reviews of a visit, by section. Shape: `visit` are its written sections by name.
    public static List<Review> of(SortedMap<String, Section> visit) {
        var reviews = new ArrayList<Review>();
        // Reason: '.' and '/' are neighbours, so these are exactly the names that begin so.
        visit.subMap(PREFIX, "review/")
                .forEach((name, section) -> {
                    String about = name.substring(PREFIX.length());
                    SortedSet<String> heads = heads(visit, about);
                    sides(section).stream()
                            .flatMap(side -> state(side, heads).stream())
                            .min(State::compareTo)
                            .ifPresent(
                                    state -> reviews.add(new Review(about, state, sides(section))));
                });
        return reviews;
    }

    /// How a visit stands over all; empty where nobody has reviewed it.
    public static Optional<State> over(SortedMap<String, Section> visit) {
        return of(visit).stream().map(Review::state).min(State::compareTo);
    }

    /// What a review of `section` speaks of now: the heads of that section, or of the whole visit.
    /// Shape: hex ids.
    public static SortedSet<String> heads(SortedMap<String, Section> visit, String section) {
        var heads = new TreeSet<String>();
        Stream<Section> spoken =
                section.equals(WHOLE)
                        ? visit.entrySet().stream()
                                .filter(e -> isReviewable(e.getKey()))
                                .map(Map.Entry::getValue)
                        : Stream.ofNullable(visit.get(section));
        spoken.flatMap(s -> s.allHeads().stream()).forEach(r -> heads.add(r.id().hex()));
        return Collections.unmodifiableSortedSet(heads);
    }

    /// The heads that a review, or an answer, was made of. Shape: hex ids.
    public static SortedSet<String> spokenOf(Values said) {
        var heads = new TreeSet<String>();
        Matcher matcher = HEAD.matcher(said.plain("of"));
        while (matcher.find()) {
            heads.add(matcher.group());
        }
        return heads;
    }

    /// The statement of a review. `of` as [#heads(SortedMap, String)] gives them.
    public static Values values(String state, String comment, SortedSet<String> of) {
        return Values.NONE
                .with("state", Value.text(state))
                .with("comment", Value.text(comment))
                .with("of", Value.many(List.copyOf(of)));
    }

    /// What was said, of several reviewers each once.
    public String comment() {
        return sides.stream()
                .map(side -> side.values().plain("comment"))
                .filter(words -> !words.isEmpty())
                .distinct()
                .reduce((a, b) -> a + " / " + b)
                .orElse("");
    }

    /// Whether reviewers differ.
    public boolean isContested() {
        return sides.size() > 1;
    }

    private static List<Revision> sides(Section section) {
        return switch (section) {
            case Section.Unwritten() -> List.of();
            case Section.Agreed(Revision one, _) -> List.of(one);
            case Section.Contested(List<Revision> sides, _, _) -> sides;
        };
    }

    private static Optional<State> state(Revision side, SortedSet<String> heads) {
        boolean stands = spokenOf(side.values()).equals(heads);
        return switch (side.values().plain("state")) {
            case RETURNED -> Optional.of(stands ? State.RETURNED : State.ANSWERED);
            case APPROVED -> Optional.of(stands ? State.APPROVED : State.EDITED);
            default -> Optional.empty();
        };
    }
}

package zhuhu.form.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import zhuhu.form.CheckedForm;
import zhuhu.form.FormNode;
import zhuhu.form.FormNode.Group;
import zhuhu.form.FormNode.Question;
import zhuhu.form.FormNode.Repeat;

/// Where everything of a form stands, before any answer: parts, screens, printed numbers. Places
/// are paths from the root without row ids (`doorstep/s_people/members/sex`). Immutable once made;
/// any thread.
final class Layout {

    private static final Set<String> META = Set.of("start", "end", "today", "username", "deviceid");
    private static final Set<String> UNSEEN = Set.of("calculate", "hidden");

    private final Map<String, FormNode> nodes = new LinkedHashMap<>();
    private final Map<String, List<String>> questions = new HashMap<>();
    private final Map<String, String> repeats = new LinkedHashMap<>();
    private final Map<String, String> numbers = new HashMap<>();
    private final List<Part> parts = new ArrayList<>();
    private final List<FormNode> top;
    private int screens;

    /// A part; `place` "" where loose questions on top level make one.
    record Part(String name, String place, List<Screen> screens) {}

    /// A screen: a `field-list` group, a repeat outside one, or a loose question.
    record Screen(String name, String place, FormNode node, int number) {}

    Layout(CheckedForm form) {
        top = form.nodes();
        top.forEach(node -> index(node, ""));
        top.forEach(this::part);
    }

    /// What stands on top level.
    List<FormNode> top() {
        return top;
    }

    List<Part> parts() {
        return parts;
    }

    FormNode node(String place) {
        FormNode node = nodes.get(place);
        if (node == null) {
            throw new IllegalArgumentException("No place " + place + " in the form");
        }
        return node;
    }

    /// Whether what stands there is a screen.
    boolean isScreen(String place) {
        return parts.stream()
                .flatMap(p -> p.screens().stream())
                .anyMatch(s -> s.place().equals(place));
    }

    /// Places of the questions of that name.
    List<String> questions(String name) {
        return questions.getOrDefault(name, List.of());
    }

    /// Places of all repeats, outer before inner.
    List<String> repeats() {
        return List.copyOf(repeats.values());
    }

    /// Whether the repeat of that name stands outside other repeats.
    boolean hasRepeat(String name) {
        return repeats.containsKey(name) && repeatsAround(repeats.get(name)).isEmpty();
    }

    /// The place of the repeat of that name.
    String repeat(String name) {
        String place = repeats.get(name);
        if (place == null) {
            throw new IllegalArgumentException("No repeat " + name + " in the form");
        }
        return place;
    }

    /// The repeats around a place, outermost first.
    List<String> repeatsAround(String place) {
        return repeats.values().stream().filter(r -> place.startsWith(r + "/")).toList();
    }

    /// As printed, `3.2`; "" for what is not asked.
    String number(String place) {
        return numbers.getOrDefault(place, "");
    }

    /// Whether it has a control on a screen.
    static boolean isSeen(Question question) {
        boolean wordless = question.label().isEmpty() && question.hint().isEmpty();
        return !isMeta(question)
                && !UNSEEN.contains(question.type())
                && !(question.calculated() && wordless);
    }

    /// Facts about the session, not about the household.
    static boolean isMeta(Question question) {
        return META.contains(question.type());
    }

    static boolean isNote(Question question) {
        return question.type().equals("note");
    }

    static List<FormNode> children(FormNode node) {
        return switch (node) {
            case Group group -> group.children();
            case Repeat repeat -> repeat.children();
            case Question _ -> List.of();
        };
    }

    static String join(String place, String name) {
        return place.isEmpty() ? name : place + "/" + name;
    }

    private void index(FormNode node, String above) {
        String place = join(above, node.name());
        nodes.put(place, node);
        switch (node) {
            case Question _ ->
                    questions.computeIfAbsent(node.name(), _ -> new ArrayList<>()).add(place);
            case Repeat _ -> repeats.putIfAbsent(node.name(), place);
            case Group _ -> {}
        }
        children(node).forEach(child -> index(child, place));
    }

    private void part(FormNode node) {
        var found = new ArrayList<Screen>();
        screens(node, node.name(), found);
        if (!found.isEmpty()) {
            boolean loose = node instanceof Question;
            parts.add(new Part(loose ? "" : node.name(), loose ? "" : node.name(), found));
        }
    }

    private void screens(FormNode node, String place, List<Screen> found) {
        switch (node) {
            case Group group when !isScreen(group, place) ->
                    group.children().forEach(c -> screens(c, join(place, c.name()), found));
            case Group group -> found.add(screen(group, place));
            case Repeat repeat -> found.add(screen(repeat, place));
            case Question question -> {
                if (isSeen(question)) {
                    found.add(screen(question, place));
                }
            }
        }
    }

    /// Reason: a group in a part is one screen even where its author forgot `field-list`; on top
    /// level it is a part.
    private static boolean isScreen(Group group, String place) {
        return group.isFieldList()
                || place.contains("/")
                        && group.walk().noneMatch(n -> n instanceof Group g && g.isFieldList());
    }

    private Screen screen(FormNode node, String place) {
        screens++;
        number(node, place, 0);
        return new Screen(node.name(), place, node, screens);
    }

    private int number(FormNode node, String place, int before) {
        int count = before;
        if (node instanceof Question question) {
            if (isSeen(question) && !isNote(question)) {
                count++;
                numbers.put(place, screens + "." + count);
            }
            return count;
        }
        for (FormNode child : children(node)) {
            count = number(child, join(place, child.name()), count);
        }
        return count;
    }
}

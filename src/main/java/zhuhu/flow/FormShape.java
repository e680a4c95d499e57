package zhuhu.flow;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import zhuhu.form.CheckedForm;
import zhuhu.form.FormNode;
import zhuhu.form.Ref;
import zhuhu.record.Kind;

/// Which screen of a form holds what. Immutable; any thread.
final class FormShape {

    private final Set<String> screens = new LinkedHashSet<>();
    private final Map<String, String> screenOf = new HashMap<>();
    private final Map<String, FormNode.Repeat> repeats = new HashMap<>();

    FormShape(CheckedForm form) {
        form.nodes()
                .forEach(part -> {
                    if (part instanceof FormNode.Group group && !group.isFieldList()) {
                        group.children().forEach(this::screen);
                    } else {
                        screen(part);
                    }
                });
    }

    private void screen(FormNode node) {
        screens.add(node.name());
        node.walk()
                .forEach(inner -> {
                    screenOf.putIfAbsent(inner.name(), node.name());
                    if (inner instanceof FormNode.Repeat repeat) {
                        repeats.put(repeat.name(), repeat);
                    }
                });
    }

    /// All screens in form order, relevant or not.
    Set<String> screens() {
        return screens;
    }

    Stream<FormNode.Repeat> repeats() {
        return repeats.values().stream();
    }

    Optional<FormNode.Repeat> repeat(String name) {
        return Optional.ofNullable(repeats.get(name));
    }

    /// The kind of record that the rows of a repeat are.
    Optional<Kind> kind(String repeat) {
        return repeat(repeat).flatMap(FormNode.Repeat::entity).flatMap(Kind::of);
    }

    /// The screen that a question stands on.
    Optional<String> screenOf(Ref ref) {
        String path = ref.path().replaceAll("\\[[^\\]]*\\]", "");
        return List.of(path.split("/", -1)).stream().filter(screens::contains).findFirst();
    }

    /// The screen that shows a repeat.
    String screenOfRepeat(String repeat) {
        return screenOf.getOrDefault(repeat, repeat);
    }

    /// The screen whose section this is; a row's group (`GROUP@ROW`) belongs to the screen of its
    /// repeat.
    String screenOfSection(String section) {
        if (!section.contains("@")) {
            return section;
        }
        String group = section.substring(0, section.indexOf('@'));
        return screenOf.getOrDefault(group, group);
    }
}

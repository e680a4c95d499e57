package zhuhu.form.compile;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A choice list in sheet order. Shape: `more` the extra columns that filters look at.
record ChoiceList(String name, List<Option> options) {

    ChoiceList {
        options = List.copyOf(options);
    }

    record Option(String name, Cell label, Map<String, Cell> more) {}

    Optional<Option> option(String name) {
        return options.stream().filter(o -> o.name().equals(name)).findFirst();
    }

    /// Whether a label names a question, so that labels must be looked up anew each time.
    boolean isLive() {
        return options.stream().anyMatch(o -> o.label().text().contains("${"));
    }
}

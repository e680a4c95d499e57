package zhuhu.form.compile;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// A choice list in sheet order. Shape: `more` the extra columns that filters look at.
record ChoiceList(String name, List<Option> options) {

    ChoiceList {
        options = List.copyOf(options);
    }

    /// Shape: `words` the label by language, where the sheet names languages.
    record Option(String name, Cell label, Map<String, Cell> words, Map<String, Cell> more) {}

    /// The list with one more option, unless it has one of that name.
    ChoiceList with(Option option) {
        if (option(option.name()).isPresent()) {
            return this;
        }
        return new ChoiceList(name, Stream.concat(options.stream(), Stream.of(option)).toList());
    }

    Optional<Option> option(String name) {
        return options.stream().filter(o -> o.name().equals(name)).findFirst();
    }

    /// Whether a label names a question, so that labels must be looked up anew each time.
    boolean isLive() {
        return options.stream().anyMatch(o -> o.label().text().contains("${"));
    }
}

package zhuhu.workbook.template;

import java.util.List;
import java.util.Optional;
import zhuhu.pack.Headings;
import zhuhu.pack.Headings.Meaning;

/// A column of a template's list. Shape: `index` from 0; `path` the headings over it from the top
/// down, each once; `pattern` what stands in the first data row if it has `${...}`, else "".
public record TemplateColumn(int index, List<String> path, String pattern) {

    public TemplateColumn {
        path = List.copyOf(path);
    }

    /// The headings joined by `/`.
    public String heading() {
        return String.join("/", path);
    }

    /// What rosters mean by such a heading: the whole path first, the last alone at last.
    public Optional<Meaning> meaning(Headings headings) {
        for (int from = 0; from < path.size(); from++) {
            Optional<Meaning> meaning =
                    headings.meaning(String.join("", path.subList(from, path.size())));
            if (meaning.isPresent()) {
                return meaning;
            }
        }
        return Optional.empty();
    }
}

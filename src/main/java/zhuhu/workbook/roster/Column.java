package zhuhu.workbook.roster;

import java.util.Optional;
import zhuhu.pack.Headings.Meaning;

/// A column of a roster. Shape: `index` from 0; `heading` as the file has it, group and sub heading
/// joined by `/`; `meaning` empty where nobody knows the heading.
record Column(int index, String heading, Optional<Meaning> meaning) {

    boolean is(String property) {
        return meaning.filter(m ->
                        m instanceof Meaning.Property known && known.property().equals(property))
                .isPresent();
    }
}

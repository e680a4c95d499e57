package zhuhu.flow.form;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import zhuhu.base.Outcome;
import zhuhu.flow.form.FormDifferences.Difference;
import zhuhu.flow.form.FormDifferences.Kind;
import zhuhu.form.FormSheets;
import zhuhu.form.MarkdownForm;

/// What a person is told of two versions of a form.
class FormDifferencesTest {

    private static final String OLD =
            """
            | survey |
            | | type | name | label | relevant | constraint |
            | | text | a | 甲 | | |
            | | integer | b | 乙 | | . > 0 |
            | | select_one yn | c | 丙 | | |

            | choices |
            | | list_name | name | label |
            | | yn | 1 | 是 |
            """;

    private static final String NEW =
            """
            | survey |
            | | type | label | name | relevant | constraint |
            | | decimal | 乙 | b | ${c} = 1 | . > 1 |
            | | select_one yn | 丙 | c | | |
            | | date | 丁 | d | | |

            | choices |
            | | list_name | name | label |
            | | yn | 1 | 是 |
            | | yn | 0 | 否 |
            """;

    private static FormSheets sheets(String text) {
        return switch (MarkdownForm.read("f.md", text)) {
            case Outcome.Done<FormSheets>(FormSheets sheets) -> sheets;
            case Outcome.Failed<FormSheets>(var problems) ->
                    throw new AssertionError(problems.toString());
        };
    }

    @Test
    void questionsAddedRemovedAndChangedAreTold() {
        assertThat(FormDifferences.of(sheets(OLD), sheets(NEW)))
                .containsExactly(
                        new Difference(Kind.CHANGED, "b", "乙", "type", "integer", "decimal"),
                        new Difference(Kind.CHANGED, "b", "乙", "relevant", "", "${c} = 1"),
                        new Difference(Kind.CHANGED, "b", "乙", "constraint", ". > 0", ". > 1"),
                        new Difference(Kind.ADDED, "d", "丁", "", "", ""),
                        new Difference(Kind.REMOVED, "a", "甲", "", "", ""),
                        new Difference(Kind.CHANGED, "yn", "yn", "choices", "1 是", "1 是、0 否"));
    }

    @Test
    void theSameFormDiffersInNothing() {
        assertThat(FormDifferences.of(sheets(OLD), sheets(OLD))).isEmpty();
    }
}

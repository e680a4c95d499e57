package zhuhu.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import zhuhu.base.Outcome;

class MarkdownFormTest {

    @Test
    void sheetsStandOneAfterTheOther() {
        String text =
                """
                | survey |
                | | type | name |
                | | text | a    |
                | choices |
                | | list_name |
                """;
        assertThat(MarkdownForm.read("f", text))
                .isEqualTo(
                        Outcome.done(
                                new FormSheets(
                                        "f",
                                        List.of(
                                                new FormSheets.Sheet(
                                                        "survey",
                                                        List.of(
                                                                List.of("type", "name"),
                                                                List.of("text", "a"))),
                                                new FormSheets.Sheet(
                                                        "choices",
                                                        List.of(List.of("list_name")))))));
    }

    @Test
    void theSheetsOwnLineMayHoldItsHeader() {
        assertThat(rows("| survey | type | name |\n|        | text | a |"))
                .containsExactly(List.of("type", "name"), List.of("text", "a"));
    }

    @Test
    void rulesAndCommentsDoNotCountAsRowsAndBlankRowsDo() {
        String text = "# c\n| survey |\n| | type |\n|---|---|\n| | |\n# c\n\n| | text |\n| | |\n";
        assertThat(rows(text)).containsExactly(List.of("type"), List.of(), List.of("text"));
    }

    @Test
    void pipesAndLineBreaksSurviveWritingAndReading() {
        var sheets =
                new FormSheets(
                        "f",
                        List.of(
                                new FormSheets.Sheet(
                                        "survey", List.of(List.of("label"), List.of("甲|乙\n丙")))));
        String text = MarkdownForm.write(sheets);
        assertThat(text).isEqualTo("| survey |\n| | label |\n| | 甲\\|乙&#10;丙 |\n");
        assertThat(MarkdownForm.read("f", text)).isEqualTo(Outcome.done(sheets));
    }

    @Test
    void windowsLineEndsAndByteOrderMarksAreFine() {
        assertThat(rows("\uFEFF| survey |\r\n| | type |\r\n")).containsExactly(List.of("type"));
    }

    @Test
    void theSameSheetTwiceIsRefused() {
        assertThat(MarkdownForm.read("f", "| survey |\n| | type |\n| survey |\n"))
                .isInstanceOf(Outcome.Failed.class);
    }

    private static List<List<String>> rows(String text) {
        return switch (MarkdownForm.read("f", text)) {
            case Outcome.Done<FormSheets>(FormSheets sheets) -> sheets.sheets().getFirst().rows();
            case Outcome.Failed<FormSheets>(var problems) -> throw new AssertionError(problems);
        };
    }
}

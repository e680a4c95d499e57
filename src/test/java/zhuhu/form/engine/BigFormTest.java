package zhuhu.form.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static zhuhu.form.engine.Story.at;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import zhuhu.form.CompiledForm;
import zhuhu.form.FormSession;
import zhuhu.record.Value;

/// A form of 300 questions with eight members of 27 more each stays quick under the hand. The
/// limits are ten times what an idle machine takes.
class BigFormTest {

    private static CompiledForm big() {
        var form = new StringBuilder();
        form.append("| survey |\n");
        form.append("| | type | name | label | required | relevant | constraint | calculation |");
        form.append(" appearance |\n");
        form.append("| | begin_group | part | 部分 | | | | | |\n");
        for (int screen = 0; screen < 12; screen++) {
            form.append("| | begin_group | s%d | 屏 | | | | | field-list |%n".formatted(screen));
            for (int question = 0; question < 25; question++) {
                form.append(question(screen, question));
            }
            form.append("| | end_group | | | | | | | |\n");
        }
        form.append("| | begin_repeat | members | 成员 | | | | | |\n");
        form.append("| | text | person_name | 姓名 | yes | | | | |\n");
        IntStream.range(0, 26)
                .mapToObj("| | select_one yes_no | m%d | ${person_name}如何 | | | | | |%n"::formatted)
                .forEach(form::append);
        form.append("| | end_repeat | | | | | | | |\n| | end_group | | | | | | | |\n");
        form.append("| choices |\n| | list_name | name | label |\n");
        form.append("| | yes_no | 1 | 是 |\n| | yes_no | 0 | 否 |\n");
        return Forms.of(form.toString());
    }

    private static String question(int screen, int question) {
        String name = "q%d_%d".formatted(screen, question);
        String first = "${q%d_0}".formatted(screen);
        return switch (question % 5) {
            case 0 -> "| | integer | %s | 数 | yes | | . >= 0 | | |%n".formatted(name);
            case 1 -> "| | select_one yes_no | %s | 是否 | | | | | |%n".formatted(name);
            case 2 -> "| | text | %s | 字 | | %s > 1 | | | |%n".formatted(name, first);
            case 3 -> "| | calculate | %s | | | | | %s * 2 | |%n".formatted(name, first);
            default -> "| | date | %s | 日期 | | | . <= today() | | |%n".formatted(name);
        };
    }

    @Test
    void aBigFormOpensAndAnswersQuickly() {
        CompiledForm form = big();
        Story story = Story.of(form);
        for (int member = 0; member < 8; member++) {
            story.row(
                    "members",
                    "id" + member,
                    Map.of("person_name", Value.text("王" + member), "m3", Value.text("1")));
        }
        Instant begun = Instant.now();
        try (FormSession session = story.open()) {
            assertThat(Duration.between(begun, Instant.now())).isLessThan(Duration.ofSeconds(10));
            begun = Instant.now();
            session.answer(at(session, "q3_0"), Value.number(5));
            session.answer(at(session, "m5", "id4"), Value.text("0"));
            assertThat(session.screen("members").items()).hasSize(1);
            assertThat(session.failures("s3")).hasSize(4);
            assertThat(session.failures()).hasSize(12 * 5 - 1);
            assertThat(session.draft()).isNotEmpty();
            assertThat(Duration.between(begun, Instant.now())).isLessThan(Duration.ofSeconds(5));
        }
    }
}

package zhuhu.form.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static zhuhu.form.engine.Story.answer;
import static zhuhu.form.engine.Story.at;
import static zhuhu.form.engine.Story.rowsOf;
import static zhuhu.form.engine.Story.said;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import zhuhu.form.FormSession;
import zhuhu.form.ScreenView;
import zhuhu.form.Submission;
import zhuhu.record.Value;

/// A session put away and taken up again.
class DraftTest {

    private static Story family() {
        return Story.of(Forms.visit()).member("a", "王大").member("b", "王二");
    }

    @Test
    void everythingComesBack() {
        try (FormSession session = family().known("poverty_status", "0").open()) {
            answer(session, "phone", "𠮷先生 <&> \"引号\"");
            session.answer(at(session, "people"), Value.number(3));
            session.answer(at(session, "health", "b"), Value.many(List.of("04", "02")));
            session.answer(at(session, "birth_date", "b"), Value.text("1987-04-12"));
            answer(session, "town", "t1");
            answer(session, "place", "p1");
            session.answer(at(session, "area"), Value.number(new java.math.BigDecimal("86.5")));
            answer(session, "seen", "OK");
            session.answer(at(session, "title", session.addRow("issues")), Value.text("漏雨"));
            session.answer(at(session, "result", session.addRow("tries")), Value.text("无人"));
            Submission before = session.submission();
            try (FormSession again = Story.of(Forms.visit()).from(session.draft()).open()) {
                assertThat(again.submission()).isEqualTo(before);
                assertThat(again.parts()).isEqualTo(session.parts());
                assertThat(again.screen("s_family")).isEqualTo(session.screen("s_family"));
                assertThat(again.failures()).isEqualTo(session.failures());
                assertThat(again.draft()).isEqualTo(session.draft());
            }
        }
    }

    @Test
    void hiddenAndIrrelevantAnswersComeBackToo() {
        byte[] draft;
        try (FormSession session = family().known("poverty_status", "0").open()) {
            answer(session, "town", "t2");
            answer(session, "poverty_status", "1");
            assertThat(session.isRelevant(at(session, "town"))).isFalse();
            draft = session.draft();
        }
        try (FormSession session = family().from(draft).open()) {
            assertThat(said(session, "poverty_status")).isEqualTo("1");
            assertThat(session.isRelevant(at(session, "town"))).isFalse();
            answer(session, "poverty_status", "0");
            assertThat(said(session, "town")).isEqualTo("t2");
        }
    }

    @Test
    void whatWasClearedStaysClear() {
        byte[] draft;
        try (FormSession session = family().known("area", Value.number(60)).open()) {
            session.answer(at(session, "phone"), Value.EMPTY);
            session.answer(at(session, "area"), Value.EMPTY);
            session.answer(at(session, "visited_on"), Value.EMPTY);
            session.answer(at(session, "person_name", "a"), Value.EMPTY);
            draft = session.draft();
        }
        try (FormSession session = family().known("area", Value.number(60)).from(draft).open()) {
            assertThat(said(session, "phone")).isEmpty();
            assertThat(said(session, "area")).isEmpty();
            assertThat(said(session, "visited_on")).isEmpty();
            assertThat(said(session, "person_name", "a")).isEmpty();
        }
    }

    @Test
    void rowsAreThoseOfTheDraftAndOnlyUnknownOnesAreAdded() {
        byte[] draft;
        try (FormSession session = family().open()) {
            session.removeRow("members", "a");
            session.addRow("members", "n");
            session.answer(at(session, "person_name", "b"), Value.text("王改名"));
            draft = session.draft();
        }
        try (FormSession session = family().member("c", "王三").from(draft).open()) {
            assertThat(rowsOf(session, "s_family", "members"))
                    .extracting(ScreenView.Row::id)
                    .containsExactly("b", "n", "c");
            assertThat(said(session, "person_name", "b")).isEqualTo("王改名");
            assertThat(session.submission().saved())
                    .filteredOn(s -> s.property().equals("person_name"))
                    .extracting(Submission.Saved::isNew)
                    .containsExactly(false, true, false);
        }
    }

    @Test
    void countersAndTheHourOfTheStartGoOn() {
        byte[] draft;
        try (FormSession session = family().open()) {
            session.addRow("issues");
            session.removeRow("issues", "issues-1");
            draft = session.draft();
        }
        try (FormSession session = family().at(Story.MORNING.plusDays(2)).from(draft).open()) {
            assertThat(session.addRow("issues")).isEqualTo("issues-2");
            assertThat(session.submission().started()).isEqualTo("2017-03-15T09:30");
            assertThat(session.submission().ended()).isEqualTo("2017-03-17T09:30");
        }
    }

    @Test
    void aDraftOfAnOlderVersionKeepsWhatTheNewerOneStillAsks() {
        var newer =
                Forms.of(
                        """
                        | survey |
                        | | type | name | label | default | save_to |
                        | | begin_group | doorstep | 入户 | | |
                        | | begin_group | s_family | 家庭 | | |
                        | | text | phone | 电话 | | |
                        | | text | mail | 邮箱 | 无 | |
                        | | begin_repeat | members | 成员 | | |
                        | | text | person_name | 姓名 | | |
                        | | integer | income | 收入 | | |
                        | | end_repeat | | | | |
                        | | end_group | | | | |
                        | | end_group | | | | |
                        | settings |
                        | | form_id | version |
                        | | small | 2 |
                        """);
        try (FormSession old = family().open()) {
            answer(old, "phone", "0859");
            try (FormSession session = Story.of(newer).from(old.draft()).open()) {
                assertThat(said(session, "phone")).isEqualTo("0859");
                assertThat(said(session, "person_name", "b")).isEqualTo("王二");
                assertThat(said(session, "income", "b")).isEmpty();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "not a draft",
                "draft\t1\n\n",
                "draft\t2\nstarted\t2017\n\n<data/>",
                "draft\t1\nmystery\n\n<data/>",
                "draft\t1\ncount\tissues\tmany\n\n<data/>",
                "draft\t1\nstarted\t2017\n\n<other/>"
            })
    void whatIsNoDraftIsRefused(String bytes) {
        assertThat(family().from(bytes.getBytes(StandardCharsets.UTF_8)).refused().code())
                .isEqualTo("draftUnreadable");
    }

    @Test
    void aDraftCutShortIsRefused() {
        try (FormSession session = family().open()) {
            byte[] whole = session.draft();
            byte[] half = Arrays.copyOf(whole, whole.length * 2 / 3);
            assertThat(family().from(half).refused().code()).isEqualTo("draftUnreadable");
        }
    }

    @Test
    void aDraftWhoseRowsAreNotThoseItNamesIsRefused() {
        try (FormSession session = family().open()) {
            String draft =
                    new String(session.draft(), StandardCharsets.UTF_8)
                            .replace("\nrow\tdoorstep/s_family/members\tknown\ta", "");
            assertThat(family().from(draft.getBytes(StandardCharsets.UTF_8)).refused().code())
                    .isEqualTo("draftUnreadable");
        }
    }
}

package zhuhu.form.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static zhuhu.form.engine.Story.answer;
import static zhuhu.form.engine.Story.asked;
import static zhuhu.form.engine.Story.at;
import static zhuhu.form.engine.Story.rowsOf;
import static zhuhu.form.engine.Story.said;

import java.util.List;
import org.junit.jupiter.api.Test;
import zhuhu.form.Failure;
import zhuhu.form.FormSession;
import zhuhu.form.PartView;
import zhuhu.form.ScreenView;
import zhuhu.record.Value;

class FormEngineTest {

    private static Story story() {
        return Story.of(Visits.small()).member("a", "王大").member("b", "王二");
    }

    @Test
    void partsAndScreensAreThoseThatCountNow() {
        try (FormSession session = story().known("poverty_status", "1").open()) {
            assertThat(session.parts())
                    .containsExactly(
                            new PartView(
                                    "doorstep",
                                    "入户",
                                    List.of(new PartView.ScreenName("s_family", "家庭", 1))),
                            new PartView(
                                    "closing",
                                    "收尾",
                                    List.of(
                                            new PartView.ScreenName("issues", "问题", 3),
                                            new PartView.ScreenName("s_tries", "上门", 4))));
        }
    }

    @Test
    void theMemberTableIsBoundByIdAndNotByPosition() {
        try (FormSession session = story().open()) {
            session.answer(at(session, "health", "b"), Value.many(List.of("04", "02")));
            session.removeRow("members", "a");
            assertThat(rowsOf(session, "s_family", "members"))
                    .extracting(ScreenView.Row::id, ScreenView.Row::label)
                    .containsExactly(org.assertj.core.groups.Tuple.tuple("b", "王二"));
            assertThat(session.value(at(session, "health", "b")))
                    .isEqualTo(Value.many(List.of("02", "04")));
        }
    }

    @Test
    void allFailuresOfAScreenAreListedAtOnce() {
        try (FormSession session = story().open()) {
            session.answer(at(session, "person_name", "a"), Value.EMPTY);
            session.answer(at(session, "health", "b"), Value.many(List.of("01", "02")));
            assertThat(session.failures("s_family"))
                    .extracting(Failure::code, Failure::message)
                    .containsExactly(
                            org.assertj.core.groups.Tuple.tuple("required", "请填人数"),
                            org.assertj.core.groups.Tuple.tuple("required", "此题必答"),
                            org.assertj.core.groups.Tuple.tuple("constraint", "健康与其他不能同选"));
        }
    }

    @Test
    void theClockIsTheSessionsAndNotTheMachines() {
        try (FormSession session = story().open()) {
            session.answer(at(session, "birth_date", "b"), Value.text("1940-06-01"));
            assertThat(said(session, "age", "b")).isEqualTo("76");
            assertThat(said(session, "visited_on")).isEqualTo("2017-03-15");
        }
    }

    @Test
    void aDraftBringsEverythingBack() {
        byte[] draft;
        try (FormSession session = story().open()) {
            answer(session, "phone", "0859-0000000");
            session.addRow("issues");
            session.removeRow("issues", "issues-1");
            draft = session.draft();
        }
        try (FormSession session = story().from(draft).open()) {
            assertThat(said(session, "phone")).isEqualTo("0859-0000000");
            assertThat(session.addRow("issues")).isEqualTo("issues-2");
            assertThat(asked(session, "s_family", "person_name").value())
                    .isEqualTo(Value.text("王大"));
        }
    }
}

package zhuhu.form.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static zhuhu.form.engine.Story.answer;
import static zhuhu.form.engine.Story.at;
import static zhuhu.form.engine.Story.said;
import static zhuhu.form.engine.Story.section;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import zhuhu.base.Texts;
import zhuhu.form.CompiledForm;
import zhuhu.form.FormSession;
import zhuhu.record.Value;

/// Opening a form: the world it sees, and what keeps it from opening.
class OpeningTest {

    private static final CompiledForm CLOCK =
            Forms.of(
                    """
                    | survey |
                    | | type | name | label | calculation | constraint | relevant | appearance |
                    | | start | began | | | | | |
                    | | end | ended | | | | | |
                    | | today | day | | | | | |
                    | | username | asker | | | | | |
                    | | deviceid | laptop | | | | | |
                    | | begin_group | s_one | 今天 | | | | field-list |
                    | | date | birth | 生日 | | . <= today() | | |
                    | | calculate | now_is | | format-date-time(now(), '%Y-%m-%d %H:%M') | | | |
                    | | calculate | words | | 'today() and now()' | | | |
                    | | calculate | in_days | | int(today() - date('2017-03-01')) | | | |
                    | | text | late | 晚了 | | | today() > date('2017-12-31') | |
                    | | end_group | | | | | | |
                    """);

    @Test
    void todayIsTheSessionsDayEverywhere() {
        try (FormSession session = Story.of(CLOCK).open()) {
            assertThat(said(session, "day")).isEqualTo("2017-03-15");
            assertThat(said(session, "now_is")).isEqualTo("2017-03-15 09:30");
            assertThat(said(session, "words")).isEqualTo("today() and now()");
            assertThat(said(session, "in_days")).isEqualTo("14");
            assertThat(session.isRelevant(at(session, "late"))).isFalse();
            answer(session, "birth", "2017-03-16");
            assertThat(session.failures()).hasSize(1);
        }
        LocalDateTime later = LocalDateTime.of(2018, 1, 2, 23, 59);
        try (FormSession session = Story.of(CLOCK).at(later).open()) {
            assertThat(said(session, "day")).isEqualTo("2018-01-02");
            assertThat(session.isRelevant(at(session, "late"))).isTrue();
        }
    }

    @Test
    void theAskerAndTheLaptopAreTheSessions() {
        try (FormSession session = Story.of(CLOCK).open()) {
            assertThat(said(session, "asker")).isEqualTo("韦建国");
            assertThat(said(session, "laptop")).isEqualTo("laptop-1");
            assertThat(said(session, "began")).startsWith("2017-03-15T09:30:00");
            assertThat(section(session, "s_one").map())
                    .doesNotContainKeys("asker", "laptop", "began");
        }
    }

    @Test
    void whatTheFormDoesNotHaveIsPassedOver() {
        try (FormSession session =
                Story.of(CLOCK)
                        .known("nobody_asks", "1")
                        .row("members", "a", Map.of("person_name", Value.text("王")))
                        .open()) {
            assertThat(session.find("nobody_asks", "")).isEmpty();
            assertThat(session.find("person_name", "a")).isEmpty();
        }
    }

    @Test
    void aFormThatIsNoXFormIsRefused() {
        for (String text : List.of("", "<html/>", "not xml", "<?xml version='1.0'?><a><b></a>")) {
            var broken = new CompiledForm(CLOCK.form(), text, CLOCK.hash());
            assertThat(Story.of(broken).refused().code()).isEqualTo("formUnreadable");
        }
    }

    @Test
    void anExpressionThatTheEngineCannotReadIsRefused() {
        var broken = Forms.tampered(CLOCK, "'today() and now()'", "no-such-function(1)");
        assertThat(Story.of(broken).refused().code()).isEqualTo("formUnreadable");
        var cut = Forms.tampered(CLOCK, "'today() and now()'", "concat(");
        assertThat(Story.of(cut).refused().code()).isEqualTo("formUnreadable");
    }

    @Test
    void aMissingListIsRefusedAndNotTakenForAnEmptyOne() {
        var refused = Story.of(asking("far", "jr://file-csv/far.csv")).refused();
        assertThat(refused.code()).isEqualTo("formListMissing");
        assertThat(Texts.chinese().message(refused)).contains("far");
    }

    @Test
    void whatTheLastVisitOfAnyHouseholdSaidIsRefused() {
        assertThat(Story.of(asking("__last-saved", "jr://instance/last-saved")).refused().code())
                .isEqualTo("formShowsLastSaved");
    }

    private static CompiledForm asking(String list, String source) {
        String instance = "<instance id=\"" + list + "\" src=\"" + source + "\"/>";
        var with = Forms.tampered(CLOCK, "</instance>", "</instance>" + instance);
        return Forms.tampered(
                with, "'today() and now()'", "count(instance('" + list + "')/root/item)");
    }

    @Test
    void aDamagedFormIsNotBlamedOnItsDraft() {
        try (FormSession session = Story.of(CLOCK).open()) {
            var broken = new CompiledForm(CLOCK.form(), "not xml", CLOCK.hash());
            assertThat(Story.of(broken).from(session.draft()).refused().code())
                    .isEqualTo("formUnreadable");
        }
    }

    @Test
    void sessionsOfManyThreadsDoNotDisturbEachOther() throws Exception {
        CompiledForm form = Forms.visit();
        var visits = new ArrayList<Callable<String>>();
        for (int i = 0; i < 6; i++) {
            String name = "王" + i;
            visits.add(() -> visit(form, name));
        }
        try (var pool = Executors.newFixedThreadPool(3)) {
            var told = new ArrayList<String>();
            for (Future<String> done : pool.invokeAll(visits)) {
                told.add(done.get());
            }
            assertThat(told).containsExactly("王0+", "王1+", "王2+", "王3+", "王4+", "王5+");
        }
    }

    private static String visit(CompiledForm form, String name) {
        try (FormSession session = Story.of(form).member("a", name).open()) {
            session.answer(at(session, "person_name", "a"), Value.text(name + "+"));
            try (FormSession again = Story.of(form).from(session.draft()).open()) {
                return said(again, "person_name", "a");
            }
        }
    }
}

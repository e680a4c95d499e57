package zhuhu.pack;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import zhuhu.base.Outcome;
import zhuhu.form.Failure;
import zhuhu.form.FormSession;
import zhuhu.form.PartView;
import zhuhu.form.Ref;
import zhuhu.form.SessionStart;
import zhuhu.form.SessionStart.RowStart;
import zhuhu.form.Submission;
import zhuhu.form.engine.FormEngine;
import zhuhu.record.Value;

/// A visit of the shipped form told as a story: what was known, what was answered, what came of it.
final class VisitStory implements AutoCloseable {

    /// GB 11643's own example numbers: a woman born on 1949-12-31, a man born on 1880-01-01.
    static final String WOMAN = "11010519491231002X";

    static final String MAN = "440524188001010014";

    private static final Pack PACK = pack();

    private final FormSession session;

    private VisitStory(FormSession session) {
        this.session = session;
    }

    static Pack pack() {
        return switch (PackReader.read("qianxinan-2017")) {
            case Outcome.Done<Pack>(Pack pack) -> pack;
            case Outcome.Failed<Pack> failed -> throw new AssertionError(failed.problems());
        };
    }

    /// A household that is still poor, with nobody in it.
    static Known poor() {
        return new Known().with("poverty_status", "0").with("poverty_line", 3146);
    }

    /// A household that left poverty in 2016, with nobody in it.
    static Known exited() {
        return poor().with("poverty_status", "1").with("exit_year", 2016);
    }

    /// What was known before the visit.
    static final class Known {
        private final Map<String, Value> household = new HashMap<>();
        private final List<RowStart> members = new ArrayList<>();

        Known() {
            with("income_year", 2016).with("poverty_line_note", "贵州 2016 年 3146 元（待核）");
        }

        Known with(String property, String text) {
            household.put(property, Value.text(text));
            return this;
        }

        Known with(String property, int number) {
            household.put(property, Value.number(number));
            return this;
        }

        /// A member; answers by name in pairs.
        Known member(String... answers) {
            var known = new LinkedHashMap<String, Value>();
            for (int i = 0; i < answers.length; i += 2) {
                known.put(answers[i], Value.text(answers[i + 1]));
            }
            members.add(new RowStart("member-" + (members.size() + 1), known));
            return this;
        }

        /// The usual household of one woman, born 1949, with every answer that must be there.
        Known head() {
            return member(
                    "person_name",
                    "甲一",
                    "relation",
                    "01",
                    "sex",
                    "2",
                    "id_kind",
                    "01",
                    "id_no",
                    WOMAN,
                    "medical_insurance",
                    "1");
        }

        /// A child born in `year` on 1 January.
        Known child(int year, String schoolStatus) {
            return member(
                    "person_name",
                    "小丙",
                    "relation",
                    "04",
                    "sex",
                    "2",
                    "id_kind",
                    "09",
                    "birth_date",
                    year + "-01-01",
                    "school_status",
                    schoolStatus,
                    "medical_insurance",
                    "1");
        }

        VisitStory visited() {
            var start =
                    new SessionStart(
                            PACK.form("household_visit").orElseThrow(),
                            "走访人",
                            "device",
                            LocalDateTime.of(2017, 3, 6, 10, 0),
                            household,
                            Map.of("members", members),
                            (repeat, number) -> repeat + "-new-" + number,
                            Optional.empty());
            var story =
                    switch (FormEngine.open(start)) {
                        case Outcome.Done<FormSession>(FormSession session) ->
                                new VisitStory(session);
                        case Outcome.Failed<FormSession> failed ->
                                throw new AssertionError(failed.problems());
                    };
            return story.answer("outcome", "01");
        }
    }

    FormSession session() {
        return session;
    }

    VisitStory answer(String question, String text) {
        return answer(question, Value.text(text));
    }

    VisitStory answer(String question, int number) {
        return answer(question, Value.number(number));
    }

    VisitStory answer(String question, Value value) {
        session.answer(ref(question, ""), value);
        return this;
    }

    /// Of the member with that number, from 1.
    VisitStory member(int member, String question, Value value) {
        session.answer(ref(question, "member-" + member), value);
        return this;
    }

    VisitStory member(int member, String question, String text) {
        return member(member, question, Value.text(text));
    }

    VisitStory member(int member, String question, int number) {
        return member(member, question, Value.number(number));
    }

    String value(String question) {
        return session.value(ref(question, "")).plain();
    }

    String value(int member, String question) {
        return session.value(ref(question, "member-" + member)).plain();
    }

    boolean asks(String question) {
        return session.isRelevant(ref(question, ""));
    }

    boolean asks(int member, String question) {
        return session.isRelevant(ref(question, "member-" + member));
    }

    List<String> screens() {
        return session.parts().stream()
                .flatMap(part -> part.screens().stream())
                .map(PartView.ScreenName::name)
                .toList();
    }

    List<String> parts() {
        return session.parts().stream().map(PartView::name).toList();
    }

    List<Failure> failures() {
        return session.failures();
    }

    /// Codes of what stops the visit, in form order.
    List<String> stops() {
        return failures().stream().map(Failure::code).toList();
    }

    /// Rule numbers among what stops the visit, each once.
    List<String> rules() {
        return stops().stream().filter(code -> code.matches("R\\d\\d")).distinct().toList();
    }

    Submission submission() {
        return session.submission();
    }

    private Ref ref(String question, String row) {
        List<Ref> refs = session.find(question, row);
        if (refs.size() != 1) {
            throw new AssertionError(question + " in row “" + row + "”: " + refs);
        }
        return refs.getFirst();
    }

    @Override
    public void close() {
        session.close();
    }
}

package zhuhu.flow.edit;

import java.util.List;
import java.util.Optional;
import zhuhu.base.CitizenId;
import zhuhu.base.Problem;
import zhuhu.flow.Labels;
import zhuhu.form.FormSession;
import zhuhu.record.RecordId;
import zhuhu.record.Value;
import zhuhu.record.Values;
import zhuhu.store.Workspace;

/// What else goes with a new member: nobody is registered twice, and 家庭人口 follows.
record Newcomer(Workspace workspace, FormSession session) {

    void join(RegisterAct act, RecordId household) {
        String idNo = CitizenId.normal(said("id_no"));
        known(idNo)
                .ifPresent(other ->
                        act.problem(
                                Problem.of(
                                        "comesKnown",
                                        idNo,
                                        Labels.of(workspace, other),
                                        home(other))));
        int before = Members.now(workspace, household).size();
        Values members = workspace.section(household, "members").shown();
        if (members.get("member_count").equals(Optional.of(Value.number(before)))) {
            act.lay(
                    household,
                    "members",
                    Values.NONE.with("member_count", Value.number(before + 1)));
        }
    }

    private Optional<RecordId> known(String idNo) {
        if (idNo.isEmpty()) {
            return Optional.empty();
        }
        List<Workspace.Number> carriers = workspace.numbers("id_no", idNo);
        return carriers.stream()
                .filter(Workspace.Number::current)
                .map(Workspace.Number::record)
                .findFirst();
    }

    private String home(RecordId person) {
        return workspace
                .recordOf(Members.home(workspace, person))
                .map(h -> Labels.of(workspace, h))
                .orElse("");
    }

    private String said(String question) {
        return session.find(question, "").stream()
                .map(ref -> session.value(ref).plain())
                .findFirst()
                .orElse("");
    }
}

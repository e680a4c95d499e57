package zhuhu.flow.edit;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import zhuhu.base.CitizenId;
import zhuhu.base.Outcome;
import zhuhu.base.Problem;
import zhuhu.flow.Author;
import zhuhu.flow.Labels;
import zhuhu.flow.edit.Members.Member;
import zhuhu.record.Kind;
import zhuhu.record.RecordId;
import zhuhu.record.Value;
import zhuhu.record.Values;
import zhuhu.store.Workspace;

/// Acts on a household's members, each all at once or not at all: a new head, a member who leaves
/// or comes back, a household that splits off or joins another. Nothing is deleted. One thread.
public final class HouseholdActs {

    /// Shape: `reason` is a choice of the register's 增减原因 (`01` death ...).
    public record Leaving(RecordId member, String reason, LocalDate on) {}

    private final Workspace workspace;
    private final Author author;
    private final Supplier<LocalDateTime> clock;

    public HouseholdActs(Workspace workspace, Author author, Supplier<LocalDateTime> clock) {
        this.workspace = workspace;
        this.author = author;
        this.clock = clock;
    }

    /// What each member would be to `head`: empty where only asking tells.
    public Map<RecordId, Optional<String>> relations(RecordId household, RecordId head) {
        List<Member> family = Members.now(workspace, household);
        return Relations.toNewHead(family, Members.member(workspace, head));
    }

    /// A new head, who may be needed because the old one leaves. `relations`: what every other
    /// member who stays is to the new head.
    public Outcome<Edited> newHead(
            RecordId household,
            RecordId head,
            Map<RecordId, String> relations,
            Optional<Leaving> leaving,
            Reason reason) {
        List<Member> before = Members.now(workspace, household);
        List<Member> stay =
                before.stream()
                        .filter(m -> leaving.map(l -> !l.member().equals(m.id())).orElse(true))
                        .toList();
        RegisterAct act = act("head", household);
        heads(act, stay, head, relations);
        place(act, household, head);
        leaving.ifPresent(l -> {
            leave(act, before, l);
            count(act, household, before.size(), stay.size());
        });
        return act.write(reason);
    }

    /// A member dies, marries out or moves away. `end`: nobody is left, so the household ends too.
    /// A head leaves only where nobody else is left: else it is [#newHead].
    public Outcome<Edited> leave(RecordId household, Leaving leaving, boolean end, Reason reason) {
        List<Member> before = Members.now(workspace, household);
        RegisterAct act = act("leave", household);
        boolean head = before.stream().anyMatch(m -> m.id().equals(leaving.member()) && m.isHead());
        if (head && before.size() > 1) {
            act.problem(Problem.of("leaveHead", Labels.of(workspace, leaving.member())));
        }
        if (end && before.size() > 1) {
            act.problem(Problem.of("endNotEmpty", before.size() - 1));
        }
        leave(act, before, leaving);
        count(act, household, before.size(), before.size() - 1);
        if (end) {
            end(act, household, ended(leaving), leaving.on());
        }
        return act.write(reason);
    }

    /// A former member is in the household again.
    public Outcome<Edited> back(RecordId household, RecordId member, LocalDate on, Reason reason) {
        int before = Members.now(workspace, household).size();
        RegisterAct act = act("back", household);
        date(act, member, on);
        String was = workspace.section(member, "residence").shown().plain("relation");
        boolean headless = Members.head(Members.now(workspace, household)).isEmpty();
        act.lay(member, "change", change("1", "08", on));
        if (was.equals("01") && !headless) {
            act.problem(Problem.of("backHead", Labels.of(workspace, member)));
        }
        count(act, household, before, before + 1);
        return act.write(reason);
    }

    /// Some members become a household of their own, registered as the old one is. Gives its record
    /// back through [Edited]; `relations` as in [#newHead], of those who go.
    public Outcome<Edited> split(
            RecordId household,
            RecordId made,
            RecordId head,
            Map<RecordId, String> relations,
            Reason reason) {
        List<Member> before = Members.now(workspace, household);
        Set<RecordId> go = relations.keySet();
        List<Member> leave =
                before.stream().filter(m -> m.id().equals(head) || go.contains(m.id())).toList();
        RegisterAct act = act("split", household);
        if (leave.size() == before.size() || leave.isEmpty()) {
            act.problem(Problem.of("splitAll"));
        }
        leave.stream()
                .filter(Member::isHead)
                .forEach(h -> act.problem(Problem.of("splitHead", h.name())));
        Values place = workspace.section(household, "place").shown();
        act.lay(made, "place", place.only(Set.of("village", "group_name", "address")::contains));
        place(act, made, head);
        for (String section : List.of("identification", "status")) {
            Values as = workspace.section(household, section).shown();
            if (!as.map().isEmpty()) {
                act.lay(made, section, as);
            }
        }
        act.lay(made, "members", Values.NONE.with("member_count", Value.number(leave.size())));
        leave.forEach(m ->
                act.lay(
                        m.id(),
                        "residence",
                        Values.NONE.with("household", Value.text(made.text()))));
        heads(act, leave, head, relations);
        count(act, household, before.size(), before.size() - leave.size());
        return act.write(reason);
    }

    /// A fresh household for [#split].
    public static RecordId fresh() {
        return new RecordId(Kind.HOUSEHOLD, UUID.randomUUID());
    }

    /// Members move into another household; where all of them do, theirs ends. `relations`: those
    /// who go, and what each is to the other household's head.
    public Outcome<Edited> move(
            RecordId household,
            RecordId other,
            Map<RecordId, String> relations,
            LocalDate on,
            Reason reason) {
        List<Member> before = Members.now(workspace, household);
        List<Member> go = before.stream().filter(m -> relations.containsKey(m.id())).toList();
        List<Member> there = Members.now(workspace, other);
        boolean all = go.size() == before.size();
        RegisterAct act = act("join", household);
        if (household.equals(other) || there.isEmpty() || go.isEmpty()) {
            act.problem(Problem.of("joinWhere", Labels.of(workspace, other)));
        }
        for (Member member : go) {
            String relation = relations.getOrDefault(member.id(), "");
            if (relation.isEmpty() || relation.equals("01")) {
                act.problem(Problem.of("relationMissing", member.name()));
            }
            if (member.isHead() && !all) {
                act.problem(Problem.of("splitHead", member.name()));
            }
            act.lay(
                    member.id(),
                    "residence",
                    Values.NONE
                            .with("household", Value.text(other.text()))
                            .with("relation", Value.text(relation)));
        }
        count(act, other, there.size(), there.size() + go.size());
        if (all) {
            end(act, household, "并入" + Labels.of(workspace, other) + "户", on);
        } else {
            count(act, household, before.size(), before.size() - go.size());
        }
        return act.write(reason);
    }

    private RegisterAct act(String name, RecordId household) {
        return new RegisterAct(workspace, author, clock.get(), name, "household", household);
    }

    private void heads(
            RegisterAct act, List<Member> stay, RecordId head, Map<RecordId, String> relations) {
        if (stay.stream().noneMatch(m -> m.id().equals(head))) {
            act.problem(Problem.of("headElsewhere", Labels.of(workspace, head)));
        }
        for (Member member : stay) {
            boolean isHead = member.id().equals(head);
            String relation = isHead ? "01" : relations.getOrDefault(member.id(), "");
            if (relation.isEmpty() || !isHead && relation.equals("01")) {
                act.problem(Problem.of("relationMissing", member.name()));
            }
            act.lay(member.id(), "residence", Values.NONE.with("relation", Value.text(relation)));
        }
    }

    private void place(RegisterAct act, RecordId household, RecordId head) {
        Member member = Members.member(workspace, head);
        act.lay(
                household,
                "place",
                Values.NONE
                        .with("head_name", Value.text(member.name()))
                        .with("head_id_no", Value.text(member.idNo())));
    }

    private void leave(RegisterAct act, List<Member> before, Leaving leaving) {
        if (before.stream().noneMatch(m -> m.id().equals(leaving.member()))) {
            act.problem(Problem.of("leaveGone", Labels.of(workspace, leaving.member())));
        }
        date(act, leaving.member(), leaving.on());
        act.lay(leaving.member(), "change", change("2", leaving.reason(), leaving.on()));
    }

    private void date(RegisterAct act, RecordId member, LocalDate on) {
        Values identity = workspace.section(member, "identity").shown();
        Optional<LocalDate> birth = CitizenId.birth(identity.plain("id_no"));
        boolean early = birth.isPresent() && on.isBefore(birth.get());
        if (on.isAfter(clock.get().toLocalDate()) || early) {
            act.problem(Problem.of("changeDate", on));
        }
    }

    private static Values change(String change, String reason, LocalDate on) {
        return Values.NONE
                .with("change", Value.text(change))
                .with("change_reason", Value.text(reason))
                .with("changed_on", Value.text(on.toString()));
    }

    private static void end(RegisterAct act, RecordId household, String why, LocalDate on) {
        act.lay(
                household,
                "ended",
                Values.NONE
                        .with("ended", Value.text("1"))
                        .with("ended_reason", Value.text(why))
                        .with("ended_on", Value.text(on.toString())));
    }

    private String ended(Leaving leaving) {
        String words =
                workspace
                        .schema()
                        .property(Kind.PERSON, "change_reason")
                        .map(p -> p.labelOf(leaving.reason()))
                        .orElse(leaving.reason());
        return "户内已无人（" + words + "）";
    }

    /// 家庭人口 follows, where it was the number of members before; else it is left for a person to
    /// say.
    private void count(RegisterAct act, RecordId household, int before, int now) {
        Values members = workspace.section(household, "members").shown();
        if (members.get("member_count").equals(Optional.of(Value.number(before)))) {
            act.lay(household, "members", Values.NONE.with("member_count", Value.number(now)));
        }
    }
}

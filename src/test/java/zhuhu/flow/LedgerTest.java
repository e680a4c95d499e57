package zhuhu.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import zhuhu.base.Outcome;
import zhuhu.flow.ledger.KeepLedger;
import zhuhu.flow.ledger.Ledger;
import zhuhu.flow.ledger.LedgerEntry;
import zhuhu.record.Kind;
import zhuhu.record.RecordId;
import zhuhu.record.Values;
import zhuhu.store.Workspace;

/// The ledger of a workspace: what visits listed, what is late, and what is done about it.
class LedgerTest {

    private static final LocalDateTime NOW = LocalDateTime.of(2017, 5, 10, 9, 0);

    @TempDir Path folder;
    private Workspace workspace;

    @BeforeEach
    void open() {
        workspace = House.workspace(folder.resolve("a.zhuhu"));
        House.fill(
                workspace,
                House.FIRST,
                """
                'measures':[{'measure_class':'04','cause_addressed':'07','content':'养能繁母牛 2 头',
                  'owner':'王示范','due':'2017-05-30','progress':20}],
                'issues':[{'title':'门前路滑','category':'08','owner':'王示范','due':'2017-05-20'},
                  {'title':'屋顶漏雨','category':'06','level_needed':'03','owner':'李所长','due':'2017-04-30'}],
                'pairings':[{'helper_name':'黄书记','helper_unit':'镇政府','since':'2016-01-01'}]
                """);
    }

    @AfterEach
    void close() {
        workspace.close();
    }

    @Test
    void whatIsLateStandsFirstWithItsDays() {
        List<LedgerEntry> issues = entries(Kind.ISSUE);

        assertThat(issues.stream().map(e -> e.words() + " " + e.overdueDays()))
                .containsExactly("屋顶漏雨 10", "门前路滑 0");
        LedgerEntry leak = issues.getFirst();
        assertThat(leak.head()).isEqualTo("陆大山");
        assertThat(leak.sort()).isEqualTo("住房");
        assertThat(leak.level()).isEqualTo("乡");
        assertThat(leak.household()).contains(House.HOUSEHOLD);
        assertThat(entries(Kind.MEASURE).getFirst().state()).isEqualTo("working");
        assertThat(entries(Kind.PAIRING).getFirst().state()).isEqualTo("current");
    }

    @Test
    void anIssueGoesItsWayAndKeepsItsDates() {
        RecordId leak = entries(Kind.ISSUE).getFirst().id();
        done(keep().state(leak, "doing", "住建站已派人"));
        assertThat(issue(leak).plain("state")).isEqualTo("doing");
        assertThat(issue(leak).plain("closed_on")).isEmpty();

        done(keep().state(leak, "solved", ""));
        assertThat(issue(leak).plain("closed_on")).isEqualTo("2017-05-10");
        assertThat(entries(Kind.ISSUE).stream().noneMatch(LedgerEntry::isOverdue)).isTrue();
        assertThat(issue(leak).plain("owner")).isEqualTo("李所长");

        done(keep().state(leak, "open", ""));
        assertThat(issue(leak).plain("closed_on")).isEmpty();
        assertThat(workspace.revisions(leak)).hasSize(4);
    }

    @Test
    void progressAndTheEndOfHelpAreKept() {
        RecordId measure = entries(Kind.MEASURE).getFirst().id();
        done(keep().progress(measure, 100, "产仔 1 头", ""));
        assertThat(entries(Kind.MEASURE).getFirst().state()).isEqualTo("finished");
        done(keep().end(entries(Kind.PAIRING).getFirst().id(), "调走了"));
        assertThat(entries(Kind.PAIRING).getFirst().state()).isEqualTo("ended");
    }

    @Test
    void listTellsKindsOfTheLedgerByTheirStates() {
        var list = new RecordList(workspace);
        assertThat(done(list.lines(Kind.ISSUE, Optional.of("open"), "", "")))
                .extracting(RecordList.Line::label)
                .containsExactlyInAnyOrder("门前路滑", "屋顶漏雨");
        assertThat(done(list.lines(Kind.ISSUE, Optional.of("solved"), "", ""))).isEmpty();
        assertThat(done(list.lines(Kind.MEASURE, Optional.empty(), "", "")))
                .extracting(RecordList.Line::state)
                .containsExactly("working");
        assertThat(done(list.lines(Kind.PAIRING, Optional.empty(), "", "")))
                .extracting(l -> l.label() + " " + l.state())
                .containsExactly("黄书记 current");
    }

    private Values issue(RecordId issue) {
        return workspace.section(issue, "issue").shown();
    }

    private List<LedgerEntry> entries(Kind kind) {
        return new Ledger(workspace, LocalDate.of(2017, 5, 10)).entries(kind);
    }

    private KeepLedger keep() {
        return new KeepLedger(workspace, House.AUTHOR, NOW);
    }

    private static <T> T done(Outcome<T> outcome) {
        return House.done(outcome);
    }
}

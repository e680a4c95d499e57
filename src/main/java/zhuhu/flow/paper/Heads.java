package zhuhu.flow.paper;

import java.util.List;
import java.util.Optional;
import zhuhu.base.Texts;
import zhuhu.flow.Labels;
import zhuhu.flow.handout.Rounds;
import zhuhu.pack.Manifest;
import zhuhu.pack.Schema;
import zhuhu.paper.Block;
import zhuhu.paper.PageWords;
import zhuhu.paper.Paper;
import zhuhu.record.Kind;
import zhuhu.record.RecordId;
import zhuhu.record.Values;
import zhuhu.store.Workspace;

/// What stands at the head and the foot of a household's paper.
final class Heads {

    private final Workspace workspace;
    private final Texts texts;
    private final String day;

    /// `day`: when it is printed, as people read it.
    Heads(Workspace workspace, Texts texts, String day) {
        this.workspace = workspace;
        this.texts = texts;
        this.day = day;
    }

    static PageWords words(Texts texts) {
        return new PageWords(texts.of("paper.known"), texts.of("paper.page"));
    }

    /// Training files are marked on every page.
    String watermark() {
        return workspace.setting("training").equals(Optional.of("1"))
                ? texts.of("paper.training")
                : "";
    }

    Paper paper(RecordId household, String title, List<Block> blocks) {
        Manifest manifest = workspace.pack().manifest();
        String round =
                Rounds.of(workspace)
                        .current()
                        .map(r -> texts.of("paper.round", r.title(), r.due()))
                        .orElse("");
        String head = Labels.of(workspace, household);
        return new Paper(
                title,
                manifest.title() + "　" + round,
                place(household) + " " + head,
                Paper.Shape.UPRIGHT,
                blocks,
                texts.of("paper.foot", head, household.shortKey(), day),
                watermark());
    }

    /// Who this is about, in one row.
    Block identity(RecordId household) {
        Values status = shown(household, "status");
        List<String> heads =
                List.of(
                        texts.of("paper.village"),
                        texts.of("paper.group"),
                        texts.of("paper.head"),
                        texts.of("paper.householdNo"),
                        texts.of("paper.key"),
                        texts.of("paper.members"),
                        texts.of("paper.status"));
        List<String> row =
                List.of(
                        village(household),
                        shown(household, "place").plain("group_name"),
                        Labels.of(workspace, household),
                        shown(household, "number").plain("household_no"),
                        household.shortKey(),
                        shown(household, "members").plain("member_count"),
                        label("poverty_status", status.plain("poverty_status")));
        return new Block.Table(
                heads, List.of(1.3f, 1.1f, 1f, 1.7f, 1.6f, 0.6f, 0.9f), List.of(row), 0);
    }

    private String place(RecordId household) {
        return (village(household) + " " + shown(household, "place").plain("group_name")).strip();
    }

    private String village(RecordId household) {
        return workspace
                .recordOf(shown(household, "place").plain("village"))
                .map(v -> Labels.of(workspace, v))
                .orElse("");
    }

    private String label(String property, String choice) {
        Schema schema = workspace.schema();
        return schema.property(Kind.HOUSEHOLD, property).map(p -> p.labelOf(choice)).orElse(choice);
    }

    private Values shown(RecordId record, String section) {
        return workspace.section(record, section).shown();
    }
}

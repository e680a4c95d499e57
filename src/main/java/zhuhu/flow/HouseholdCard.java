package zhuhu.flow;

import java.util.List;
import zhuhu.record.RecordId;
import zhuhu.store.Workspace;

/// One household as its card shows it: sections with labels, members, and where values came from.
/// Shape: sections in the schema's order, only those ever written.
public record HouseholdCard(
        RecordId id,
        String key,
        String title,
        String village,
        String state,
        List<Block> sections,
        List<Member> members) {

    public HouseholdCard {
        sections = List.copyOf(sections);
        members = List.copyOf(members);
    }

    /// A section: label, rows, who said it last (“名册 2017-02-20”), and whether sides differ.
    public record Block(
            String name, String label, List<Row> rows, String source, boolean contested) {
        public Block {
            rows = List.copyOf(rows);
        }
    }

    /// A property in words; `text` is “—” where not asked, “” where empty.
    public record Row(String property, String label, String text) {}

    public record Member(
            RecordId id,
            String name,
            String relation,
            String sex,
            int age,
            String idNo,
            List<Block> sections) {
        public Member {
            sections = List.copyOf(sections);
        }
    }

    /// `age` of members is counted at `today` (ISO); -1 where unknown.
    public static HouseholdCard of(Workspace workspace, RecordId household, String today) {
        throw new UnsupportedOperationException(workspace.toString() + household + today);
    }
}

package zhuhu.flow.review;

import java.util.Optional;
import zhuhu.base.Texts;
import zhuhu.flow.Labels;
import zhuhu.pack.Schema;
import zhuhu.record.Kind;
import zhuhu.record.Review;
import zhuhu.store.Workspace;

/// What people call the sections that a review speaks of: a screen's title, with the member's name
/// where it is one of many.
public final class ReviewLabels {

    private final Workspace workspace;
    private final Texts texts = Texts.chinese();

    public ReviewLabels(Workspace workspace) {
        this.workspace = workspace;
    }

    /// `section` as the visit names it, or [Review#WHOLE].
    public String of(String section) {
        if (section.equals(Review.WHOLE)) {
            return texts.of("sendback.whole");
        }
        if (section.equals("reasons")) {
            return texts.of("sendback.reasons");
        }
        String title =
                workspace
                        .schema()
                        .section(Kind.VISIT, section)
                        .map(Schema.Section::label)
                        .orElse(section);
        int at = section.indexOf('@');
        Optional<String> row =
                at < 0
                        ? Optional.empty()
                        : workspace
                                .recordOf(section.substring(at + 1))
                                .map(record -> Labels.of(workspace, record))
                                .filter(name -> !name.isEmpty());
        return row.map(name -> title + "（" + name + "）").orElse(title);
    }
}

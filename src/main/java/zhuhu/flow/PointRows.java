package zhuhu.flow;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import zhuhu.base.Texts;
import zhuhu.flow.review.ReviewPoint;
import zhuhu.pack.Schema;
import zhuhu.record.Kind;
import zhuhu.record.Value;
import zhuhu.record.Values;
import zhuhu.store.Workspace;
import zhuhu.workbook.export.PointRow;

/// Points that were sent back, as a workbook shows them.
record PointRows(Workspace workspace, Texts texts) {

    /// Reason: the paper shows what the point is about, not the whole screen.
    private static final int LONGEST = 160;

    List<PointRow> of(List<ReviewPoint> points) {
        return points.stream().map(this::row).toList();
    }

    private PointRow row(ReviewPoint point) {
        String changes =
                point.changes().stream()
                        .map(c -> texts.of("sendback.point.change", c.label(), c.before(), c.now()))
                        .collect(Collectors.joining("；"));
        boolean confirmed = changes.isEmpty() && !point.answeredBy().isEmpty();
        return new PointRow(
                point.household().shortKey(),
                point.label(),
                point.place(),
                point.sectionLabel(),
                said(point),
                point.comment(),
                point.askedBy(),
                point.askedAt(),
                texts.of("state." + point.state()),
                point.answer(),
                point.answeredBy(),
                point.answeredAt(),
                confirmed ? texts.of("sendback.point.confirmed") : changes);
    }

    /// What the screen says now, each answer with its question; "" for the visit as a whole.
    private String said(ReviewPoint point) {
        Values values = workspace.section(point.visit(), point.section()).shown();
        String words =
                workspace.schema().section(Kind.VISIT, point.section()).stream()
                        .map(Schema.Section::properties)
                        .flatMap(List::stream)
                        .filter(p -> !p.label().isBlank())
                        .flatMap(p -> said(p, values.get(p.name())).stream())
                        .collect(Collectors.joining("；"));
        if (words.length() <= LONGEST) {
            return words;
        }
        // Reason: the two halves of one character stay together.
        int cut = Character.isHighSurrogate(words.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
        return words.substring(0, cut) + "……";
    }

    private static Optional<String> said(Schema.Property property, Optional<Value> value) {
        return value.map(v -> InWords.of(property, v))
                .filter(words -> !words.isBlank())
                .map(words -> property.label() + "：" + words);
    }
}

package zhuhu.workbook.export;

/// A point that was sent back, as people read it. Shape: `place` village and group; `section` the
/// screen's title; `said` what the visit said there; `state`, `answer`, `answeredBy`, `answeredAt`
/// and `changes` "" while nobody answered; all in words.
public record PointRow(
        String key,
        String household,
        String place,
        String section,
        String said,
        String comment,
        String askedBy,
        String askedAt,
        String state,
        String answer,
        String answeredBy,
        String answeredAt,
        String changes) {}

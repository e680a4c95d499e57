package zhuhu.screen.part;

import org.jspecify.annotations.Nullable;
import zhuhu.base.Texts;
import zhuhu.record.Stamp;

/// Where a statement came from, in a few words.
public final class Sources {

    private Sources() {}

    /// “名册 2017-02-20”, “李志远 2017-03-10 填写”.
    public static String words(Texts texts, Stamp stamp) {
        String day = day(stamp.at());
        return switch (stamp.how()) {
            case ROSTER -> texts.of("source.roster", day).strip();
            case TYPED -> texts.of("source.typed", stamp.by(), day);
            case CONFIRMED -> texts.of("source.confirmed", stamp.by(), day);
            case WORKBOOK -> texts.of("source.workbook", stamp.by(), day);
            case RESOLVED -> texts.of("source.resolved", stamp.by(), day);
        };
    }

    private static String day(@Nullable String at) {
        return at == null ? "" : at.substring(0, Math.min(10, at.length()));
    }
}

package zhuhu.screen.home;

import java.time.LocalDateTime;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import zhuhu.base.Texts;
import zhuhu.screen.part.Icon;
import zhuhu.screen.part.Words;
import zhuhu.store.Workspace.PackageRow;

/// The last files that came and went, and the last copy.
final class FilesSheet {

    private static final int SHOWN = 4;
    private static final int STALE_DAYS = 3;

    private final Texts texts;
    private final HomeWays ways;

    FilesSheet(Texts texts, HomeWays ways) {
        this.texts = texts;
        this.ways = ways;
    }

    Region of(Overview overview, LocalDateTime now) {
        var rows = new VBox(0);
        overview.files().stream().limit(SHOWN).map(this::file).forEach(rows.getChildren()::add);
        if (overview.files().isEmpty()) {
            String none = texts.of("home.files.none");
            rows.getChildren()
                    .add(
                            Rows.line(
                                    none,
                                    ways::exchange,
                                    Icon.IMPORT.of(18),
                                    Words.label(none, "soft")));
        }
        rows.getChildren().add(backup(overview, now));
        return Rows.sheet(texts.of("home.files"), rows);
    }

    private Node file(PackageRow row) {
        Icon icon = row.direction().equals("in") ? Icon.IMPORT : Icon.EXPORT;
        return Rows.line(
                row.file(),
                ways::exchange,
                icon.of(18),
                Rows.shy(row.file()),
                Words.spring(),
                Rows.whole(minute(row.at()), "soft", "small"));
    }

    private Node backup(Overview overview, LocalDateTime now) {
        var days = HomeModel.days(overview, now);
        String last = overview.today().lastBackup().map(FilesSheet::minute).orElse("");
        String words =
                days.isEmpty() ? texts.of("home.backup.never") : texts.of("home.backup.last", last);
        boolean fresh = days.map(d -> d < STALE_DAYS).orElse(false);
        String ago =
                days.map(d -> d == 0 ? texts.of("home.backup.today") : texts.of("home.ago", d))
                        .orElse(texts.of("home.backup.now"));
        return Rows.line(
                words,
                ways::backup,
                Icon.LOCK.of(18),
                Rows.shy(words),
                Words.spring(),
                Rows.whole(ago, "badge", fresh ? "good" : "doubt"));
    }

    private static String minute(String at) {
        return at.substring(0, Math.min(16, at.length())).replace('T', ' ');
    }
}

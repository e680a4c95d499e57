package zhuhu.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import zhuhu.base.Problem;
import zhuhu.form.FormSession;
import zhuhu.form.PartView;
import zhuhu.form.Ref;
import zhuhu.form.ScreenView;
import zhuhu.form.ScreenView.Item;

/// Collects what a form finds odd and yet lets pass: its notes with appearance `warning` that are
/// relevant now.
final class Doubts {

    private static final Pattern RULE = Pattern.compile("^(R\\d{2,3})\\b");

    /// A doubt, at the note that states it; `row` "" outside rows.
    record Doubt(Ref ref, String screen, String row, String words, Problem problem) {
        String question() {
            return ref.name();
        }
    }

    private final List<Doubt> found = new ArrayList<>();

    private Doubts() {}

    /// In form order.
    static List<Doubt> of(FormSession session) {
        var doubts = new Doubts();
        for (PartView part : session.parts()) {
            for (PartView.ScreenName screen : part.screens()) {
                doubts.look(session.screen(screen.name()).items(), screen.label());
            }
        }
        return List.copyOf(doubts.found);
    }

    private void look(List<Item> items, String screen) {
        for (Item item : items) {
            switch (item) {
                case Item.Note note -> weigh(note, screen);
                case Item.Table table -> {
                    for (ScreenView.Row row : table.rows()) {
                        look(row.items(), screen);
                    }
                }
                case Item.Asked _, Item.Heading _ -> {}
            }
        }
    }

    private void weigh(Item.Note note, String screen) {
        if (!List.of(note.appearance().split(" ", -1)).contains("warning")) {
            return;
        }
        Matcher rule = RULE.matcher(note.label());
        String code = rule.find() ? rule.group(1) : "doubt";
        String row = LastTimes.row(note.ref()).orElse("");
        var words = new Problem(code, "visitDoubt", List.of(note.label(), screen), null);
        found.add(new Doubt(note.ref(), screen, row, note.label(), words));
    }
}

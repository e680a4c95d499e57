package zhuhu.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import zhuhu.form.FormSession;
import zhuhu.form.PartView;
import zhuhu.form.Ref;
import zhuhu.form.ScreenView;
import zhuhu.form.ScreenView.Item;

/// Finds the answers of an open form that differ from what was known.
final class Changes {

    private final String screen;
    private final Function<Ref, Optional<LastTime>> known;
    private final List<Change> found = new ArrayList<>();

    private Changes(String screen, Function<Ref, Optional<LastTime>> known) {
        this.screen = screen;
        this.known = known;
    }

    static List<Change> of(FormSession session, Function<Ref, Optional<LastTime>> known) {
        var all = new ArrayList<Change>();
        for (PartView part : session.parts()) {
            for (PartView.ScreenName screen : part.screens()) {
                var changes = new Changes(screen.name(), known);
                changes.look(session.screen(screen.name()).items(), "");
                all.addAll(changes.found);
            }
        }
        return all;
    }

    private void look(List<Item> items, String row) {
        for (Item item : items) {
            switch (item) {
                case Item.Asked asked -> compare(asked, row);
                case Item.Table table -> {
                    for (ScreenView.Row each : table.rows()) {
                        look(each.items(), each.label());
                    }
                }
                case Item.Note _, Item.Heading _ -> {}
            }
        }
    }

    private void compare(Item.Asked asked, String row) {
        Optional<LastTime> before = known.apply(asked.ref());
        if (before.isPresent() && !before.get().value().equals(asked.value())) {
            String label = row.isEmpty() ? asked.label() : row + " · " + asked.label();
            found.add(new Change(asked.ref(), screen, label, before.get().value(), asked.value()));
        }
    }
}

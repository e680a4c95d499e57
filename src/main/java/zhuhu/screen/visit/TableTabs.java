package zhuhu.screen.visit;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import zhuhu.screen.visit.Columns.Band;

/// The sections of a wide table, one open at a time; a section with something wrong is marked.
final class TableTabs {

    private final Runnable changed;
    private final HBox root = new HBox();
    private final ToggleGroup group = new ToggleGroup();
    private final Map<String, ToggleButton> buttons = new HashMap<>();
    private String opened = "";
    private boolean used;

    TableTabs(Runnable changed) {
        this.changed = changed;
        root.getStyleClass().add("table-tabs");
    }

    Node root() {
        return root;
    }

    boolean isUsed() {
        return used;
    }

    String opened() {
        return opened;
    }

    void show(List<Band> bands, Predicate<Band> wrong) {
        used = !bands.isEmpty();
        root.setVisible(used);
        root.setManaged(used);
        if (bands.stream().noneMatch(b -> b.name().equals(opened)) && used) {
            opened = bands.getFirst().name();
        }
        for (Band band : bands) {
            var button = buttons.computeIfAbsent(band.name(), _ -> button(band));
            button.setText(band.label().isEmpty() ? "·" : band.label());
            button.pseudoClassStateChanged(Looks.WRONG, wrong.test(band));
            button.setSelected(band.name().equals(opened));
        }
        Children.arrange(
                root.getChildren(), bands.stream().map(b -> buttons.get(b.name())).toList());
    }

    void open(String band) {
        if (!band.equals(opened)) {
            opened = band;
            buttons.forEach((name, button) -> button.setSelected(name.equals(band)));
            changed.run();
        }
    }

    private ToggleButton button(Band band) {
        var button = new ToggleButton();
        button.getStyleClass().add("chip");
        button.setToggleGroup(group);
        button.setFocusTraversable(false);
        button.setOnAction(_ -> {
            button.setSelected(true);
            open(band.name());
        });
        return button;
    }
}

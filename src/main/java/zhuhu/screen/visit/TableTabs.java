package zhuhu.screen.visit;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import zhuhu.screen.visit.Columns.Sheet;

/// The sheets of a wide table, one open at a time; a sheet with something wrong is marked.
final class TableTabs {

    private final Runnable changed;
    private final FlowPane root = new FlowPane();
    private final ToggleGroup group = new ToggleGroup();
    private final Map<String, ToggleButton> buttons = new HashMap<>();
    private String opened = "";
    private boolean used;

    TableTabs(Runnable changed) {
        this.changed = changed;
        root.getStyleClass().add("table-tabs");
        root.setPrefWrapLength(1200);
    }

    Region root() {
        return root;
    }

    boolean isUsed() {
        return used;
    }

    String opened() {
        return opened;
    }

    void show(List<Sheet> sheets, Predicate<Sheet> wrong) {
        used = sheets.size() > 1;
        root.setVisible(used);
        root.setManaged(used);
        if (sheets.stream().noneMatch(b -> b.name().equals(opened)) && !sheets.isEmpty()) {
            opened = sheets.getFirst().name();
        }
        for (Sheet sheet : sheets) {
            var button = buttons.computeIfAbsent(sheet.name(), _ -> button(sheet));
            button.setText(sheet.label().isEmpty() ? "·" : sheet.label());
            button.pseudoClassStateChanged(Looks.WRONG, wrong.test(sheet));
            button.setSelected(sheet.name().equals(opened));
        }
        Children.arrange(
                root.getChildren(), sheets.stream().map(b -> buttons.get(b.name())).toList());
    }

    void open(String sheet) {
        if (!sheet.equals(opened)) {
            opened = sheet;
            buttons.forEach((name, button) -> button.setSelected(name.equals(sheet)));
            changed.run();
        }
    }

    private ToggleButton button(Sheet sheet) {
        var button = new ToggleButton();
        button.getStyleClass().add("chip");
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setToggleGroup(group);
        button.setFocusTraversable(false);
        button.setOnAction(_ -> {
            button.setSelected(true);
            open(sheet.name());
        });
        return button;
    }
}

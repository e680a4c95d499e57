package zhuhu.screen.visit;

import java.util.List;
import javafx.collections.ObservableList;
import javafx.scene.Node;

/// Brings what a pane shows up to date without touching what stays.
final class Children {

    private Children() {}

    /// Reason: a node that is taken out and put back loses the focus and the caret; so those that
    /// stay are never moved as long as their order is the same.
    static void arrange(ObservableList<Node> children, List<? extends Node> wanted) {
        children.removeIf(node -> !wanted.contains(node));
        for (int i = 0; i < wanted.size(); i++) {
            Node node = wanted.get(i);
            if (i >= children.size() || children.get(i) != node) {
                children.remove(node);
                children.add(i, node);
            }
        }
    }
}

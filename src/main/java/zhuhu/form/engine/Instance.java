package zhuhu.form.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.javarosa.core.model.FormDef;
import org.javarosa.core.model.FormIndex;
import org.javarosa.core.model.GroupDef;
import org.javarosa.core.model.IFormElement;
import org.javarosa.core.model.data.IAnswerData;
import org.javarosa.core.model.instance.FormInstance;
import org.javarosa.core.model.instance.TreeElement;
import org.javarosa.core.model.instance.TreeReference;
import org.jspecify.annotations.Nullable;
import zhuhu.form.FormNode;

/// The engine's tree of answers, walked by our names and row ids instead of by positions. Paths are
/// places with row ids (`part/screen/members[id]/sex`). Under the engine's lock.
final class Instance {

    private final FormDef form;
    private final Layout layout;
    private final RowBook rows;
    private final Map<String, List<Step>> controls = new HashMap<>();

    private record Step(IFormElement element, int index) {}

    /// A node where it stands. For a repeat as a whole, `element` is what holds its rows.
    record Spot(FormNode node, String place, String path, TreeElement element) {}

    /// A row; its `spot` has the row's own element.
    record RowSpot(RowBook.Row row, Spot spot) {}

    Instance(FormDef form, Layout layout, RowBook rows) {
        this.form = form;
        this.layout = layout;
        this.rows = rows;
        controls(form, List.of());
    }

    FormDef form() {
        return form;
    }

    Layout layout() {
        return layout;
    }

    RowBook rows() {
        return rows;
    }

    TreeElement root() {
        return form.getMainInstance().getRoot();
    }

    /// The spot of a path; throws IllegalArgumentException where nothing stands there.
    Spot spot(String path) {
        TreeElement element = root();
        String place = "";
        var walked = new StringBuilder();
        for (String step : path.split("/", -1)) {
            int bracket = step.indexOf('[');
            String name = bracket < 0 ? step : step.substring(0, bracket);
            place = Layout.join(place, name);
            walked.append(walked.isEmpty() ? "" : "/").append(name);
            int position =
                    bracket < 0
                            ? 0
                            : rows.position(
                                    walked.toString(),
                                    step.substring(bracket + 1, step.length() - 1));
            walked.append(step.substring(name.length()));
            boolean whole = bracket < 0 && layout.node(place) instanceof FormNode.Repeat;
            element = whole ? element : child(element, name, position);
        }
        return new Spot(layout.node(place), place, path, element);
    }

    /// The screen's own spot.
    Spot spot(Layout.Screen screen) {
        return spot(screen.place());
    }

    /// What stands directly in a group or row.
    List<Spot> inside(Spot spot) {
        var inside = new ArrayList<Spot>();
        for (FormNode node : Layout.children(spot.node())) {
            inside.add(child(spot, node));
        }
        return inside;
    }

    private static Spot child(Spot above, FormNode node) {
        TreeElement element =
                node instanceof FormNode.Repeat
                        ? above.element()
                        : child(above.element(), node.name(), 0);
        return new Spot(
                node,
                Layout.join(above.place(), node.name()),
                Layout.join(above.path(), node.name()),
                element);
    }

    /// The element of that name, which the form says is there.
    static TreeElement child(TreeElement above, String name, int position) {
        TreeElement element = above.getChild(name, position);
        if (element == null) {
            throw new IllegalStateException("The XForm lacks " + above.getName() + "/" + name);
        }
        return element;
    }

    /// The rows of a repeat.
    List<RowSpot> rows(Spot repeat) {
        var found = new ArrayList<RowSpot>();
        for (RowBook.Row row : rows.rows(repeat.path())) {
            TreeElement element = child(repeat.element(), repeat.node().name(), found.size());
            String path = repeat.path() + "[" + row.id() + "]";
            found.add(new RowSpot(row, new Spot(repeat.node(), repeat.place(), path, element)));
        }
        return found;
    }

    /// Every concrete path of a place: one, or one a row.
    List<String> paths(String place) {
        List<String> paths = List.of("");
        String walked = "";
        for (String name : place.split("/", -1)) {
            walked = Layout.join(walked, name);
            boolean repeat =
                    layout.node(walked) instanceof FormNode.Repeat && !walked.equals(place);
            var next = new ArrayList<String>();
            for (String path : paths) {
                String here = Layout.join(path, name);
                if (repeat) {
                    rows.rows(here).forEach(row -> next.add(here + "[" + row.id() + "]"));
                } else {
                    next.add(here);
                }
            }
            paths = next;
        }
        return paths;
    }

    /// Where the XForm keeps what it knows of the record that `holder` (the root or a row) is of,
    /// in the deepest group that holds all its answers.
    static Optional<TreeElement> entity(TreeElement holder, String list) {
        for (int i = 0; i < holder.getNumChildren(); i++) {
            TreeElement child = holder.getChildAt(i);
            Optional<TreeElement> found =
                    child.getName().equals("meta")
                            ? Optional.ofNullable(child.getFirstChild("entity"))
                                    .filter(e -> list.equals(e.getAttributeValue(null, "dataset")))
                            : child.isRepeatable() ? Optional.empty() : entity(child, list);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    boolean isRelevant(Spot spot) {
        if (!(spot.node() instanceof FormNode.Repeat) || isRow(spot)) {
            return spot.element().isRelevant();
        }
        return spot.element().isRelevant() && form.isRepeatRelevant(repeatRef(spot, 0));
    }

    private static boolean isRow(Spot spot) {
        return spot.path().endsWith("]");
    }

    private TreeReference repeatRef(Spot repeat, int position) {
        return repeat.element().getRef().extendRef(repeat.node().name(), position);
    }

    /// The engine's index of a question with a control.
    FormIndex index(Spot question) {
        return index(steps(question.place()), question.element().getRef());
    }

    /// The index that has the words of a node, if it has any.
    Optional<FormIndex> captionIndex(Spot spot) {
        List<Step> steps = steps(spot.place());
        boolean whole = spot.node() instanceof FormNode.Repeat && !isRow(spot);
        TreeReference ref = whole ? repeatRef(spot, 0) : spot.element().getRef();
        return steps.isEmpty() ? Optional.empty() : Optional.of(index(steps, ref));
    }

    private List<Step> steps(String place) {
        return controls.getOrDefault(place, List.of());
    }

    /// The index of a repeat's row; `position` may be one past the last, for a new one.
    FormIndex rowIndex(Spot repeat, int position) {
        return index(steps(repeat.place()), repeatRef(repeat, position));
    }

    /// How many rows the form says that a repeat has; null where it does not say now.
    @Nullable IAnswerData count(Spot repeat) {
        List<Step> steps = steps(repeat.place());
        if (steps.isEmpty()
                || !(steps.getLast().element() instanceof GroupDef group)
                || group.getCountReference() == null) {
            return null;
        }
        TreeReference ref = group.getConextualizedCountReference(repeatRef(repeat, 0));
        TreeElement element = form.getMainInstance().resolveReference(ref);
        return element == null ? null : element.getValue();
    }

    private FormIndex index(List<Step> steps, TreeReference ref) {
        var indexes = new ArrayList<Integer>();
        var positions = new ArrayList<Integer>();
        var elements = new ArrayList<IFormElement>();
        for (Step step : steps) {
            indexes.add(step.index());
            elements.add(step.element());
            boolean repeat = step.element() instanceof GroupDef group && group.getRepeat();
            int depth = FormInstance.unpackReference(step.element().getBind()).size() - 1;
            positions.add(repeat ? ref.getMultiplicity(depth) : 0);
        }
        return form.buildIndex(indexes, positions, elements);
    }

    /// Saves without checking, and recalculates.
    void set(Spot spot, @Nullable IAnswerData data) {
        form.setValue(data, spot.element().getRef(), spot.element(), true);
    }

    private void controls(IFormElement element, List<Step> above) {
        List<IFormElement> children = element.getChildren();
        for (int i = 0; children != null && i < children.size(); i++) {
            IFormElement child = children.get(i);
            var steps = new ArrayList<>(above);
            steps.add(new Step(child, i));
            if (child.getBind() != null) {
                controls.put(place(FormInstance.unpackReference(child.getBind())), steps);
            }
            controls(child, steps);
        }
    }

    private static String place(TreeReference ref) {
        String place = "";
        for (int i = 1; i < ref.size(); i++) {
            place = Layout.join(place, ref.getName(i));
        }
        return place;
    }
}

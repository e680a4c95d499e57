package zhuhu.form.engine;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.javarosa.core.model.FormDef;
import org.javarosa.core.model.instance.ExternalDataInstance;
import org.javarosa.core.model.instance.InstanceInitializationFactory;
import org.javarosa.core.model.instance.TreeElement;
import org.javarosa.core.model.instance.TreeReference;
import org.javarosa.xform.parse.XFormParser;
import org.kxml2.kdom.Document;
import zhuhu.base.Outcome;
import zhuhu.base.Problem;
import zhuhu.form.FormNode;
import zhuhu.form.FormSession;
import zhuhu.form.SessionStart;

/// Makes a session: reads the form, puts in what is known, binds the rows. Under the engine's lock.
final class Opening {

    private final SessionStart start;
    private final Layout layout;
    private final Optional<Draft> draft;

    private Opening(SessionStart start) {
        this.start = start;
        this.layout = new Layout(start.form().form());
        this.draft = start.draft().map(Draft::read);
    }

    static Outcome<FormSession> open(SessionStart start)
            throws IOException, XFormParser.ParseException {
        return new Opening(start).open();
    }

    private Outcome<FormSession> open() throws IOException, XFormParser.ParseException {
        // Reason: last-saved is the last visit of any household; it would show one family's answers
        // to another, and the engine takes it for an empty list.
        if (start.form().xform().contains("jr://instance/last-saved")) {
            return Outcome.failed(Problem.of("formShowsLastSaved", start.form().form().title()));
        }
        FormDef form = parse();
        List<String> missing = missingLists(form);
        if (!missing.isEmpty()) {
            return Outcome.failed(
                    Problem.of(
                            "formListMissing",
                            start.form().form().title(),
                            String.join("、", missing)));
        }
        new Clockwork(start).wire(form);
        RowBook rows = draft.map(Draft::rows).orElseGet(RowBook::new);
        var instance = new Instance(form, layout, rows);
        if (draft.isEmpty()) {
            dropBlankRows(instance.root());
            prefill(instance);
        }
        form.initialize(draft.isEmpty(), new InstanceInitializationFactory());
        var maker = new RowMaker(instance, start.newRow());
        if (draft.isPresent()) {
            checkRows(instance);
        }
        addRows(instance, maker);
        var counted = new CountedRows(instance, maker, start.newRow());
        counted.settle();
        String started = draft.map(Draft::started).orElseGet(() -> start.now().toString());
        return Outcome.done(new JavaRosaSession(start, instance, maker, counted, started));
    }

    private FormDef parse() throws IOException, XFormParser.ParseException {
        Set<String> prefilled = draft.isPresent() ? Set.of() : prefilledPaths();
        Document form = XFormText.read(start.form().xform(), prefilled, start.form().lists());
        if (draft.isEmpty()) {
            return new XFormParser(form).parse();
        }
        String saved = new String(draft.get().instance(), StandardCharsets.UTF_8);
        Document instance = XFormParser.getXMLDocument(new StringReader(saved));
        return new XFormParser(form, instance).parse();
    }

    /// External lists that the engine did not find, and silently replaced by empty ones.
    private static List<String> missingLists(FormDef form) {
        return form.getFormInstances().values().stream()
                .filter(list ->
                        list instanceof ExternalDataInstance external
                                && external.isUsingPlaceholder())
                .map(list -> String.valueOf(list.getInstanceId()))
                .sorted()
                .toList();
    }

    private Set<String> prefilledPaths() {
        String root = "/" + start.form().form().root() + "/";
        return prefilledPlaces().stream().map(root::concat).collect(Collectors.toSet());
    }

    private List<String> prefilledPlaces() {
        return start.prefill().keySet().stream()
                .flatMap(name -> layout.questions(name).stream())
                .filter(place -> layout.repeatsAround(place).isEmpty())
                .toList();
    }

    private void prefill(Instance instance) {
        for (String place : prefilledPlaces()) {
            Instance.Spot spot = instance.spot(place);
            if (spot.node() instanceof FormNode.Question question) {
                RowMaker.known(question, start.prefill())
                        .ifPresent(data -> spot.element().setAnswer(data.orElse(null)));
            }
        }
    }

    /// Reason: XForms carry a first, blank row of each repeat; only rows that somebody added count.
    private void dropBlankRows(TreeElement root) {
        for (String repeat : layout.repeats()) {
            List<String> names = List.of(repeat.split("/", -1));
            List<TreeElement> holders = List.of(root);
            for (String name : names.subList(0, names.size() - 1)) {
                holders = holders.stream().flatMap(h -> childrenOf(h, name).stream()).toList();
            }
            for (TreeElement holder : holders) {
                childrenOf(holder, names.getLast()).stream()
                        .filter(row -> row.getMult() != TreeReference.INDEX_TEMPLATE)
                        .forEach(holder::removeChild);
            }
        }
    }

    private static List<TreeElement> childrenOf(TreeElement holder, String name) {
        var children = new ArrayList<TreeElement>();
        for (int i = 0; i < holder.getNumChildren(); i++) {
            if (holder.getChildAt(i).getName().equals(name)) {
                children.add(holder.getChildAt(i));
            }
        }
        return children;
    }

    private static void checkRows(Instance instance) {
        Layout layout = instance.layout();
        for (String place : layout.repeats()) {
            for (String path : instance.paths(place)) {
                Instance.Spot repeat = instance.spot(path);
                int there = repeat.element().getChildMultiplicity(repeat.node().name());
                int told = instance.rows().rows(path).size();
                if (there != told) {
                    throw new IllegalArgumentException(path + ": " + there + " ≠ " + told);
                }
            }
        }
    }

    private void addRows(Instance instance, RowMaker maker) {
        start.rows()
                .forEach((repeat, starts) -> {
                    if (layout.hasRepeat(repeat)) {
                        addRows(instance, maker, layout.repeat(repeat), starts);
                    }
                });
    }

    private static void addRows(
            Instance instance, RowMaker maker, String repeat, List<SessionStart.RowStart> starts) {
        Instance.Spot spot = instance.spot(repeat);
        RowBook rows = instance.rows();
        starts.stream()
                .filter(row -> !rows.has(repeat, row.id()))
                .filter(row -> !rows.gone(repeat).contains(row.id()))
                .forEach(row -> maker.addKnown(spot, row));
    }
}

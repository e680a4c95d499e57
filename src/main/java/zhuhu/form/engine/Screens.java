package zhuhu.form.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.javarosa.core.model.SelectChoice;
import org.javarosa.core.model.data.IAnswerData;
import org.javarosa.core.util.NoLocalizedTextException;
import org.javarosa.form.api.FormEntryCaption;
import org.javarosa.form.api.FormEntryPrompt;
import org.javarosa.xpath.XPathConditional;
import org.jspecify.annotations.Nullable;
import zhuhu.form.AnswerKind;
import zhuhu.form.CheckedForm;
import zhuhu.form.Choice;
import zhuhu.form.FormNode;
import zhuhu.form.FormNode.Question;
import zhuhu.form.PartView;
import zhuhu.form.Ref;
import zhuhu.form.ScreenView;
import zhuhu.form.ScreenView.Item;
import zhuhu.record.Value;

/// What there is to see now. Under the engine's lock.
final class Screens {

    private final Instance instance;
    private final Layout layout;
    private final CheckedForm form;
    private String language;
    private final Map<String, Boolean> filtered = new HashMap<>();

    Screens(Instance instance, CheckedForm form) {
        this.instance = instance;
        this.form = form;
        this.language = form.languages().size() > 1 ? form.languages().getFirst() : "";
        this.layout = instance.layout();
    }

    String language() {
        return language;
    }

    void speak(String wanted) {
        if (!form.languages().contains(wanted)) {
            throw new IllegalArgumentException("No language " + wanted + " in the form");
        }
        if (!language.isEmpty()) {
            language = wanted;
            instance.form().getLocalizer().setLocale(wanted);
        }
    }

    List<PartView> parts() {
        var parts = new ArrayList<PartView>();
        for (Layout.Part part : layout.parts()) {
            var screens =
                    part.screens().stream()
                            .filter(this::isOpen)
                            .map(s ->
                                    new PartView.ScreenName(
                                            s.name(), label(instance.spot(s)), s.number()))
                            .toList();
            if (!screens.isEmpty()) {
                String label = part.place().isEmpty() ? "" : label(instance.spot(part.place()));
                parts.add(new PartView(part.name(), label, screens));
            }
        }
        return parts;
    }

    ScreenView screen(String name) {
        for (Layout.Part part : layout.parts()) {
            for (Layout.Screen screen : part.screens()) {
                if (screen.name().equals(name) && isOpen(screen)) {
                    Instance.Spot spot = instance.spot(screen);
                    return new ScreenView(name, part.name(), label(spot), items(screen, spot));
                }
            }
        }
        throw new IllegalArgumentException("No screen " + name + " now");
    }

    /// Relevant screens with something to see, in form order.
    List<Layout.Screen> open() {
        return layout.parts().stream()
                .flatMap(part -> part.screens().stream())
                .filter(this::isOpen)
                .toList();
    }

    private boolean isOpen(Layout.Screen screen) {
        return isSeen(instance.spot(screen));
    }

    private boolean isSeen(Instance.Spot spot) {
        return instance.isRelevant(spot)
                && switch (spot.node()) {
                    case FormNode.Group _ -> instance.inside(spot).stream().anyMatch(this::isSeen);
                    case FormNode.Repeat _ -> true;
                    case Question question -> Layout.isSeen(question);
                };
    }

    private List<Item> items(Layout.Screen screen, Instance.Spot spot) {
        return switch (screen.node()) {
            case FormNode.Group _ -> inside(spot).toList();
            case FormNode.Repeat _ -> item(spot).toList();
            case Question _ -> item(spot).toList();
        };
    }

    private Stream<Item> inside(Instance.Spot spot) {
        return instance.inside(spot).stream().filter(this::isSeen).flatMap(this::item);
    }

    private Stream<Item> item(Instance.Spot spot) {
        return switch (spot.node()) {
            case FormNode.Group group ->
                    Stream.concat(
                            Stream.of(new Item.Heading(group.name(), label(spot))), inside(spot));
            case FormNode.Repeat repeat -> Stream.of(table(spot, repeat));
            case Question question when Layout.isNote(question) ->
                    Stream.of(
                            new Item.Note(
                                    new Ref(spot.path()), label(spot), question.appearance()));
            case Question question -> Stream.of(asked(spot, question));
        };
    }

    private Item table(Instance.Spot spot, FormNode.Repeat repeat) {
        var rows = new ArrayList<ScreenView.Row>();
        for (Instance.RowSpot row : instance.rows(spot)) {
            if (row.spot().element().isRelevant()) {
                String label = rowLabel(row.spot()).orElse(String.valueOf(rows.size() + 1));
                rows.add(new ScreenView.Row(row.row().id(), label, inside(row.spot()).toList()));
            }
        }
        boolean inner = !layout.repeatsAround(spot.place()).isEmpty();
        String name = inner ? spot.path() : repeat.name();
        return new Item.Table(name, label(spot), repeat.entity(), repeat.counted(), rows);
    }

    /// What a person calls the row: the first name in it, else its first words.
    private Optional<String> rowLabel(Instance.Spot row) {
        List<Instance.Spot> words =
                leaves(row)
                        .filter(s ->
                                s.node() instanceof Question q
                                        && q.kind() == AnswerKind.TEXT
                                        && s.element().getValue() != null)
                        .toList();
        return words.stream()
                .filter(s -> s.node().name().endsWith("name"))
                .findFirst()
                .or(() -> words.stream().findFirst())
                .map(s -> s.element().getValue().uncast().getString());
    }

    private Stream<Instance.Spot> leaves(Instance.Spot spot) {
        return instance.inside(spot).stream()
                .flatMap(child ->
                        switch (child.node()) {
                            case FormNode.Group _ -> leaves(child);
                            case FormNode.Repeat _ -> Stream.of();
                            case Question _ -> Stream.of(child);
                        });
    }

    private Item asked(Instance.Spot spot, Question question) {
        FormEntryPrompt prompt = prompt(spot);
        return new Item.Asked(
                new Ref(spot.path()),
                layout.number(spot.place()),
                worded(question),
                words(prompt::getQuestionText),
                words(prompt::getHelpText),
                words(() -> guidance(prompt, question)),
                spot.element().isRequired(),
                !spot.element().isEnabled() || question.calculated(),
                choices(spot, question),
                value(spot, question));
    }

    Value value(Instance.Spot spot, Question question) {
        return Answers.value(question, spot.element().getValue());
    }

    FormEntryPrompt prompt(Instance.Spot spot) {
        return new FormEntryPrompt(instance.form(), instance.index(spot));
    }

    /// The choices that the filter lets through now, in list order.
    List<Choice> choices(Instance.Spot spot, Question question) {
        List<Choice> all = worded(question).choices();
        boolean isLive = all.stream().anyMatch(c -> c.label().contains("${"));
        if (all.isEmpty() || !isLive && !isFiltered(spot)) {
            return all;
        }
        IAnswerData answer = spot.element().getValue();
        FormEntryPrompt prompt = prompt(spot);
        var now = new HashMap<String, String>();
        for (SelectChoice choice : prompt.getSelectChoices()) {
            now.put(
                    choice.getValue(),
                    isLive ? words(() -> prompt.getSelectChoiceText(choice)) : "");
        }
        // Reason: asking for choices takes answers away that are no longer among them; an answer
        // goes only when a person changes it, so it is put back (and listed as a failure).
        spot.element().setAnswer(answer);
        return all.stream()
                .filter(c -> now.containsKey(c.name()))
                .map(c -> isLive ? new Choice(c.name(), now.getOrDefault(c.name(), "")) : c)
                .toList();
    }

    private boolean isFiltered(Instance.Spot spot) {
        return filtered.computeIfAbsent(spot.place(), _ -> hasFilter(spot));
    }

    private boolean hasFilter(Instance.Spot spot) {
        var itemset = prompt(spot).getQuestion().getDynamicChoices();
        return itemset != null
                && (!(itemset.nodesetExpr instanceof XPathConditional nodes)
                        || nodes.xpath == null
                        || nodes.xpath.contains("["));
    }

    private String label(Instance.Spot spot) {
        return instance.captionIndex(spot)
                .map(index -> new FormEntryCaption(instance.form(), index))
                .map(caption -> words(caption::getQuestionText))
                .orElse("");
    }

    private static @Nullable String guidance(FormEntryPrompt prompt, Question question) {
        return question.guidance().isEmpty()
                ? ""
                : prompt.getSpecialFormQuestionText(
                        prompt.getQuestion().getHelpTextID(), "guidance");
    }

    /// The question with the choices' words in the language spoken now.
    private Question worded(Question question) {
        List<Choice> words = form.choices().getOrDefault(language, Map.of()).get(question.list());
        return words == null || question.choices().isEmpty() ? question : question.with(words);
    }

    /// Reason: what is not translated stands as “-” in that language; the standard language's words
    /// help more.
    private String words(Supplier<@Nullable String> text) {
        String words = said(text);
        if (!words.equals("-") || language.isEmpty()) {
            return words;
        }
        var localizer = instance.form().getLocalizer();
        localizer.setLocale(form.languages().getFirst());
        String standard = said(text);
        localizer.setLocale(language);
        return standard;
    }

    private static String said(Supplier<@Nullable String> text) {
        try {
            return said(text.get());
        } catch (NoLocalizedTextException e) {
            // Reason: a hint may have guidance alone.
            return "";
        }
    }

    private static String said(@Nullable String text) {
        return text == null ? "" : Answers.figures(text);
    }
}

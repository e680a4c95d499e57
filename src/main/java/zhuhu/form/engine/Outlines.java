package zhuhu.form.engine;

import java.util.List;
import java.util.stream.Stream;
import zhuhu.form.CheckedForm;
import zhuhu.form.FormNode;
import zhuhu.form.FormNode.Question;
import zhuhu.form.Outline;
import zhuhu.form.Outline.Line;

/// Tells how a form is laid out, without opening it. Pure; any thread.
public final class Outlines {

    private final Layout layout;

    private Outlines(Layout layout) {
        this.layout = layout;
    }

    public static Outline of(CheckedForm form) {
        var outlines = new Outlines(new Layout(form));
        return new Outline(outlines.layout.parts().stream().map(outlines::part).toList());
    }

    private Outline.Part part(Layout.Part part) {
        String label = part.place().isEmpty() ? "" : layout.node(part.place()).label();
        return new Outline.Part(
                part.name(), label, part.screens().stream().map(this::screen).toList());
    }

    private Outline.Screen screen(Layout.Screen screen) {
        List<Line> lines =
                switch (screen.node()) {
                    case FormNode.Group _ -> inside(screen.node(), screen.place()).toList();
                    case FormNode.Repeat _, Question _ ->
                            line(screen.node(), screen.place()).toList();
                };
        return new Outline.Screen(screen.name(), screen.node().label(), screen.number(), lines);
    }

    private Stream<Line> inside(FormNode node, String place) {
        return Layout.children(node).stream()
                .flatMap(child -> line(child, Layout.join(place, child.name())));
    }

    private Stream<Line> line(FormNode node, String place) {
        return switch (node) {
            case FormNode.Group group ->
                    Stream.concat(
                            Stream.of(new Line.Heading(group.name(), group.label())),
                            inside(group, place));
            case FormNode.Repeat repeat ->
                    Stream.of(new Line.Table(repeat, inside(repeat, place).toList()));
            case Question question when !Layout.isSeen(question) -> Stream.empty();
            case Question question when Layout.isNote(question) ->
                    Stream.of(new Line.Noted(question));
            case Question question -> Stream.of(new Line.Asked(layout.number(place), question));
        };
    }
}

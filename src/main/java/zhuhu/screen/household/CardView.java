package zhuhu.screen.household;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.geometry.HPos;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import zhuhu.base.Masks;
import zhuhu.base.Texts;
import zhuhu.flow.HouseholdCard;
import zhuhu.flow.HouseholdCard.Block;
import zhuhu.flow.HouseholdCard.Member;
import zhuhu.flow.HouseholdCard.Row;
import zhuhu.record.Kind;
import zhuhu.record.RecordId;
import zhuhu.screen.Desk;
import zhuhu.screen.part.Icon;
import zhuhu.screen.part.Sources;
import zhuhu.screen.part.States;
import zhuhu.screen.part.Words;

/// One household: head, members, and each section with who said it last.
final class CardView {

    private static final Set<String> OWNERS = Set.of("household", "village", "found_by", "answers");

    private final HouseholdCard card;
    private final Desk desk;
    private final Texts texts;
    private final Runnable visit;
    private final Runnable close;
    private final Optional<CardWays> ways;

    /// `ways` lead to what can be changed; without them the card is only read.
    CardView(
            HouseholdCard card,
            Desk desk,
            Texts texts,
            Runnable visit,
            Runnable close,
            Optional<CardWays> ways) {
        this.ways = ways;
        this.card = card;
        this.desk = desk;
        this.texts = texts;
        this.visit = visit;
        this.close = close;
    }

    /// `closable` where the card folds away.
    Parent root(boolean closable) {
        var blocks = new VBox();
        ways.flatMap(w -> w.last(card.id()))
                .ifPresent(last -> blocks.getChildren().add(done(last)));
        if (!card.members().isEmpty()) {
            blocks.getChildren().add(members());
        }
        if (!card.former().isEmpty()) {
            blocks.getChildren().add(former());
        }
        card.sections().forEach(block -> blocks.getChildren().add(block(block)));
        for (Kind kind : List.of(Kind.PAIRING, Kind.MEASURE, Kind.ISSUE)) {
            attached(kind).ifPresent(blocks.getChildren()::add);
        }
        ways.ifPresent(w -> blocks.getChildren().add(blanks(w)));
        var scroll = new ScrollPane(blocks);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        return new VBox(head(closable), scroll);
    }

    private Node head(boolean closable) {
        var title = Words.label(card.title(), "title");
        var name = new HBox(10, title, States.badge(texts, card.state()), Words.spring());
        name.setAlignment(Pos.CENTER_LEFT);
        ways.flatMap(CardWays::print)
                .ifPresent(print -> {
                    var paper = quiet(texts.of("card.print"));
                    paper.setId("card-print");
                    paper.setOnAction(_ -> print.accept(card));
                    name.getChildren().add(paper);
                });
        if (closable) {
            var shut = new Button("", Icon.CLOSE.of(16));
            shut.getStyleClass().add("quiet");
            shut.setAccessibleText(texts.of("part.close"));
            shut.setOnAction(_ -> close.run());
            name.getChildren().add(shut);
        }
        var act = new Button(visitWords(), Icon.GO.of(16));
        act.setId("card-visit");
        act.getStyleClass().addAll("primary", "tall");
        act.setContentDisplay(ContentDisplay.RIGHT);
        act.setMaxWidth(Double.MAX_VALUE);
        act.setOnAction(_ -> visit.run());
        HBox.setHgrow(act, Priority.ALWAYS);
        var hint = Words.label(texts.of("card.visit.key"), "key-hint");
        var acts = new HBox(10, act, hint);
        acts.setAlignment(Pos.CENTER_LEFT);
        ways.ifPresent(w -> acts.getChildren().add(changes(w)));
        var where =
                Words.label(texts.of("card.where", card.village(), card.key()), "soft", "small");
        var head = new VBox(name, where, acts);
        VBox.setMargin(acts, new Insets(6, 0, 0, 0));
        head.getStyleClass().add("card-head");
        return head;
    }

    /// What was done last, and the way back.
    private Node done(CardWays.Last last) {
        var words = Words.lines(texts.of("card.saved.undo", last.words()), "small");
        HBox.setHgrow(words, Priority.ALWAYS);
        words.setMaxWidth(Double.MAX_VALUE);
        var undo = new Button(texts.of("card.undo"));
        undo.setId("card-undo");
        undo.setMinWidth(Region.USE_PREF_SIZE);
        undo.setOnAction(_ -> ways.ifPresent(w -> w.undo(last.act())));
        var row = new HBox(10, words, undo);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().addAll("note", "good", "card-done");
        return row;
    }

    /// Everything that can happen to the members, one act each.
    private MenuButton changes(CardWays w) {
        var dialogs = new MemberDialogs(w, card);
        var menu = new MenuButton(texts.of("card.change"));
        menu.setId("card-change");
        menu.setMinWidth(Region.USE_PREF_SIZE);
        menu.getItems()
                .setAll(
                        comes(w, "card.change.newborn", "06"),
                        comes(w, "card.change.marryIn", "07"),
                        comes(w, "card.change.comeIn", "08"),
                        new SeparatorMenuItem(),
                        item("card.change.leave", dialogs::leave),
                        item("card.change.head", dialogs::head),
                        new SeparatorMenuItem(),
                        item("card.change.split", dialogs::split),
                        item("card.change.move", dialogs::move));
        return menu;
    }

    private MenuItem comes(CardWays w, String key, String reason) {
        return item(key, () -> w.comes(card, reason, texts.of(key)));
    }

    private MenuItem item(String key, Runnable act) {
        var item = new MenuItem(texts.of(key));
        item.setId(key);
        item.setOnAction(_ -> act.run());
        return item;
    }

    /// The helpers, measures or issues of the household, each to be changed, and a new one; empty
    /// where there is none and none can be made.
    private Optional<Node> attached(Kind kind) {
        List<HouseholdCard.Attached> all =
                card.attached().stream().filter(a -> a.id().kind() == kind).toList();
        if (all.isEmpty() && ways.isEmpty()) {
            return Optional.empty();
        }
        String label = texts.of("ledger.kind." + kind.code());
        HBox head = blockHead(texts.of("card.attached", label, all.size()), "", false);
        ways.ifPresent(w -> {
            var add = quiet(texts.of("card.add.short"));
            add.setId("add-" + kind.code());
            add.setAccessibleText(texts.of("card.add", label));
            add.setOnAction(_ -> w.added(card, kind));
            head.getChildren().add(add);
        });
        var box = new VBox(10, head);
        for (HouseholdCard.Attached one : all) {
            List<Row> said =
                    one.block().rows().stream()
                            .filter(r -> !r.text().isEmpty() && !r.text().equals("—"))
                            .filter(r -> !OWNERS.contains(r.property()))
                            .toList();
            Block block = one.block();
            box.getChildren()
                    .add(
                            inner(
                                    new Block(
                                            block.name(),
                                            one.words(),
                                            said,
                                            block.source(),
                                            block.contested()),
                                    one.id(),
                                    card.title()));
        }
        box.getStyleClass().add("card-block");
        return Optional.of(box);
    }

    /// Sections that nobody ever wrote, to be filled in.
    private Node blanks(CardWays w) {
        var menu = new MenuButton(texts.of("card.blank"));
        menu.setId("card-blank");
        for (HouseholdCard.Blank blank : card.blanks()) {
            var item = new MenuItem(blank.label());
            item.setOnAction(
                    _ -> w.edit(card, blank.record(), blank.name(), card.title(), blank.label()));
            menu.getItems().add(item);
        }
        menu.setVisible(!card.blanks().isEmpty());
        var box = new HBox(menu);
        box.getStyleClass().add("card-block");
        return box;
    }

    /// Who used to live here, with reason and date.
    private Node former() {
        var rows = new VBox(4);
        for (HouseholdCard.Former one : card.former()) {
            String why = one.moved() ? texts.of("card.former.moved", one.why()) : one.why();
            var row =
                    new HBox(
                            8,
                            fixed(Words.label(one.name(), "soft"), 4.4),
                            Words.label((why + " " + one.on()).strip(), "soft"),
                            Words.spring());
            row.setAlignment(Pos.CENTER_LEFT);
            ways.filter(_ -> !one.moved())
                    .ifPresent(w -> {
                        row.getChildren()
                                .add(history(w, one.id(), one.name(), "change", one.name()));
                        var back = quiet(texts.of("card.former.back"));
                        back.setOnAction(_ -> new MemberDialogs(w, card).back(one.id()));
                        row.getChildren().add(back);
                    });
            rows.getChildren().add(row);
        }
        var box =
                new VBox(
                        6,
                        blockHead(
                                Words.label(
                                        texts.of("card.former", card.former().size()),
                                        "subheading")),
                        rows);
        box.getStyleClass().add("card-block");
        return box;
    }

    private static HBox blockHead(Label label) {
        return new HBox(label);
    }

    private static Button quiet(String words) {
        var button = new Button(words);
        button.getStyleClass().addAll("quiet", "small");
        button.setMinWidth(Region.USE_PREF_SIZE);
        return button;
    }

    private Button history(
            CardWays w, RecordId record, String whose, String section, String label) {
        var history = quiet(texts.of("card.history"));
        history.setAccessibleText(texts.of("card.history") + " " + whose + " " + label);
        history.setOnAction(_ ->
                w.ask(
                        () -> w.acts().history(record, section),
                        entries -> new HistoryDialog(w, record).show(label, entries)));
        return history;
    }

    /// The buttons of a section: change it, and who said it.
    private List<Node> acts(CardWays w, RecordId record, String whose, Block block) {
        if (block.name().startsWith(HouseholdCard.READ_ONLY)) {
            return List.of();
        }
        var edit = quiet(texts.of("card.edit"));
        edit.setId("edit-" + block.name());
        edit.setAccessibleText(texts.of("card.edit") + " " + whose + " " + block.label());
        edit.setOnAction(_ -> w.edit(card, record, block.name(), whose, block.label()));
        return List.of(history(w, record, whose, block.name(), block.label()), edit);
    }

    private String visitWords() {
        return switch (card.state()) {
            case "draft" -> texts.of("card.visit.go");
            case "todo", "absent", "refused", "" -> texts.of("card.visit.start");
            default -> texts.of("card.visit.again");
        };
    }

    private Node members() {
        var rows = new VBox(1);
        var detail = new VBox(10);
        var group = new ToggleGroup();
        for (Member member : card.members()) {
            rows.getChildren().add(memberRow(member, group, detail));
        }
        var box =
                new VBox(
                        blockHead(texts.of("card.members", card.members().size()), "", false),
                        rows,
                        detail);
        detail.managedProperty().bind(detail.visibleProperty());
        detail.setVisible(false);
        box.getStyleClass().add("card-block");
        return box;
    }

    private ToggleButton memberRow(Member member, ToggleGroup group, VBox detail) {
        String age = member.age() < 0 ? "—" : texts.of("card.age", member.age());
        var name = fixed(Words.label(member.name(), "strong"), 4.4);
        var relation = fixed(Words.label(member.relation(), "soft"), 4.2);
        var who =
                fixed(Words.label(texts.of("card.sexage", member.sex(), age).strip(), "soft"), 4.9);
        var number = Words.label(shown("id_no", member.idNo()), "soft", "small");
        var row = new HBox(4, name, relation, who, number);
        row.setAlignment(Pos.CENTER_LEFT);
        var button = new ToggleButton("", row);
        button.setToggleGroup(group);
        button.getStyleClass().add("member");
        button.setMaxWidth(Double.MAX_VALUE);
        button.setAccessibleText(member.name());
        button.selectedProperty()
                .addListener((_, _, on) -> {
                    detail.getChildren().clear();
                    if (on) {
                        member.sections()
                                .forEach(b ->
                                        detail.getChildren()
                                                .add(inner(b, member.id(), member.name())));
                    }
                    detail.setVisible(group.getSelectedToggle() != null);
                });
        return button;
    }

    private <T extends Region> T fixed(T node, double ems) {
        double width = desk.emPx() * ems;
        node.setMinWidth(width);
        node.setPrefWidth(width);
        node.setMaxWidth(width);
        return node;
    }

    private Node block(Block block) {
        Node box = inner(block, card.id(), card.title());
        box.getStyleClass().add("card-block");
        return box;
    }

    private Node inner(Block block, RecordId record, String whose) {
        var grid = new GridPane(12, 5);
        var labels = new ColumnConstraints(desk.emPx() * 9);
        labels.setHalignment(HPos.LEFT);
        var values = new ColumnConstraints();
        values.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints().setAll(labels, values);
        int at = 0;
        for (Row row : block.rows()) {
            Label label = Words.lines(row.label(), "row-label");
            grid.addRow(at++, label, value(row));
            GridPane.setValignment(label, VPos.TOP);
        }
        HBox head =
                blockHead(
                        block.label(),
                        block.source().map(stamp -> Sources.words(texts, stamp)).orElse(""),
                        block.contested());
        ways.ifPresent(w -> head.getChildren().addAll(acts(w, record, whose, block)));
        return new VBox(6, head, grid);
    }

    private Label value(Row row) {
        if (row.text().equals("—")) {
            return Words.label(row.text(), "not-asked");
        }
        return row.text().isEmpty()
                ? Words.label(texts.of("card.empty"), "not-asked")
                : Words.lines(shown(row.property(), row.text()));
    }

    private String shown(String property, String text) {
        return desk.masked() && Masks.personal(property) ? Masks.hide(text) : text;
    }

    private HBox blockHead(String label, String source, boolean contested) {
        var head = new HBox(8, Words.label(label, "subheading"));
        if (contested) {
            head.getChildren()
                    .add(Words.label(texts.of("household.contested"), "badge", "contested"));
        }
        head.getChildren().addAll(Words.spring(), Words.label(source, "faint", "small"));
        head.setAlignment(Pos.CENTER_LEFT);
        return head;
    }
}

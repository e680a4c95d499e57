package zhuhu.screen.household;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListCell;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import zhuhu.base.Outcome;
import zhuhu.base.Problem;
import zhuhu.flow.HouseholdCard;
import zhuhu.flow.HouseholdList;
import zhuhu.flow.edit.HouseholdActs;
import zhuhu.flow.edit.HouseholdActs.Leaving;
import zhuhu.flow.edit.Members;
import zhuhu.flow.edit.Members.Member;
import zhuhu.form.Choice;
import zhuhu.record.RecordId;
import zhuhu.screen.part.Fields;
import zhuhu.screen.part.Notes;
import zhuhu.screen.part.PlainField;

/// The dialogs of acts on members: each asks what it must, proposes what it can, and does one act.
final class MemberDialogs {

    private static final List<String> LEAVING = List.of("01", "02", "03", "04", "05");

    private final CardWays ways;
    private final HouseholdCard card;

    MemberDialogs(CardWays ways, HouseholdCard card) {
        this.ways = ways;
        this.card = card;
    }

    private record Family(List<Member> members, List<Choice> relations, List<Choice> reasons) {}

    private Family family() {
        return new Family(
                ways.acts().members(card.id()),
                ways.acts().choices("relation"),
                ways.acts().choices("change_reason").stream()
                        .filter(c -> LEAVING.contains(c.name()))
                        .toList());
    }

    /// 去世、嫁出、迁走: of a head with others left it becomes 换户主; of the last one, 整户注销.
    void leave() {
        ways.ask(this::family, this::leave);
    }

    private void leave(Family family) {
        var dialog = new ActDialog(ways, card, "leave");
        var who = people("leave-who", family.members());
        var why = ActDialog.choice("leave-why", family.reasons());
        var day = dialog.day();
        var notice = new VBox();
        var end = new CheckBox(ways.texts().of("act.leave.end"));
        boolean alone = family.members().size() == 1;
        end.setSelected(alone);
        dialog.add(
                Fields.of(ways.texts().of("act.leave.who"), who),
                Fields.of(ways.texts().of("act.leave.reason"), why),
                Fields.of(ways.texts().of("act.day"), day),
                notice);
        if (alone) {
            notice.getChildren()
                    .setAll(
                            Notes.doubt(
                                    ways.texts().of("act.leave.last"),
                                    ways.texts().of("act.leave.last.next")),
                            end);
            notice.setSpacing(8);
        }
        who.setOnAction(_ -> {
            Member member = who.getValue();
            if (member != null && member.isHead() && !alone) {
                head(
                        family,
                        Optional.of(new Departure(member, ActDialog.chosen(why), day.getText())));
            }
        });
        dialog.show(
                who,
                acts -> {
                    Member member = who.getValue();
                    Optional<LocalDate> on = ActDialog.day(day);
                    if (member == null || ActDialog.chosen(why).isEmpty()) {
                        return Outcome.failed(Problem.of("actChoose"));
                    }
                    return on.isEmpty()
                            ? ActDialog.noDay(day)
                            : acts.leave(
                                    card.id(),
                                    new Leaving(member.id(), ActDialog.chosen(why), on.get()),
                                    alone && end.isSelected(),
                                    dialog.reason());
                });
    }

    /// A head who is leaving: who, why (a choice or ""), when as typed.
    private record Departure(Member member, String why, String day) {}

    void head() {
        ways.ask(this::family, family -> head(family, Optional.empty()));
    }

    private void head(Family family, Optional<Departure> departure) {
        var dialog = new ActDialog(ways, card, "head");
        Optional<Member> old =
                departure.map(Departure::member).or(() -> Members.head(family.members()));
        List<Member> able =
                family.members().stream()
                        .filter(m -> old.map(o -> !o.id().equals(m.id())).orElse(true))
                        .toList();
        var who = people("head-who", able);
        var table = table(family, "relation.now");
        var leaves =
                new CheckBox(ways.texts().of("act.head.leaves", old.map(Member::name).orElse("")));
        leaves.setId("head-leaves");
        leaves.setSelected(departure.isPresent());
        var why = ActDialog.choice("head-why", family.reasons());
        departure.ifPresent(d -> choose(why, d.why()));
        var day = dialog.day();
        departure.map(Departure::day).filter(d -> !d.isBlank()).ifPresent(day::setText);
        var gone =
                new FlowPane(
                        12,
                        8,
                        Fields.of(ways.texts().of("act.leave.reason"), why),
                        Fields.of(ways.texts().of("act.day"), day));
        gone.visibleProperty().bind(leaves.selectedProperty());
        gone.managedProperty().bind(leaves.selectedProperty());
        Runnable fill =
                () -> {
                    Member head = who.getValue();
                    if (head != null) {
                        fill(family, table, head, leaves.isSelected() ? old : Optional.empty());
                    }
                };
        who.setOnAction(_ -> fill.run());
        leaves.setOnAction(_ -> fill.run());
        dialog.add(Fields.of(ways.texts().of("act.head.who"), who));
        if (old.isPresent()) {
            dialog.add(leaves, gone);
        }
        dialog.add(table.node());
        dialog.show(
                who,
                acts -> {
                    Member head = who.getValue();
                    Optional<LocalDate> on = ActDialog.day(day);
                    boolean goes = leaves.isSelected() && old.isPresent();
                    if (head == null || goes && ActDialog.chosen(why).isEmpty()) {
                        return Outcome.failed(Problem.of("actChoose"));
                    }
                    if (goes && on.isEmpty()) {
                        return ActDialog.noDay(day);
                    }
                    Optional<Leaving> leaving =
                            goes
                                    ? Optional.of(
                                            new Leaving(
                                                    old.orElseThrow().id(),
                                                    ActDialog.chosen(why),
                                                    on.orElseThrow()))
                                    : Optional.empty();
                    return acts.newHead(
                            card.id(), head.id(), table.chosen(), leaving, dialog.reason());
                });
    }

    private void fill(Family family, RelationsTable table, Member head, Optional<Member> gone) {
        List<Member> rest =
                family.members().stream()
                        .filter(m -> !m.id().equals(head.id()))
                        .filter(m -> gone.map(g -> !g.id().equals(m.id())).orElse(true))
                        .toList();
        ways.ask(
                () -> ways.acts().relations(card.id(), head.id()),
                proposed -> table.show(rest, proposed));
    }

    /// Some members become a household of their own.
    void split() {
        ways.ask(this::family, this::split);
    }

    private void split(Family family) {
        var dialog = new ActDialog(ways, card, "split");
        List<Member> able = family.members().stream().filter(m -> !m.isHead()).toList();
        var ticks = new Ticks(able);
        var who = people("split-head", List.of());
        var table = table(family, "relation.now");
        Runnable fill =
                () -> {
                    Member head = who.getValue();
                    List<Member> rest =
                            ticks.chosen().stream()
                                    .filter(m -> head == null || !m.id().equals(head.id()))
                                    .toList();
                    if (head != null) {
                        ways.ask(
                                () -> ways.acts().relations(card.id(), head.id()),
                                proposed -> table.show(rest, proposed));
                    }
                };
        ticks.changed(() -> {
            Member before = who.getValue();
            who.getItems().setAll(ticks.chosen());
            who.setValue(ticks.chosen().contains(before) ? before : null);
            table.show(List.of(), Map.of());
            fill.run();
        });
        who.setOnAction(_ -> fill.run());
        dialog.add(
                Fields.of(ways.texts().of("act.split.who"), ticks.node()),
                Fields.of(ways.texts().of("act.split.head"), who),
                table.node());
        RecordId made = HouseholdActs.fresh();
        dialog.show(
                ticks.node(),
                acts ->
                        who.getValue() == null
                                ? Outcome.failed(Problem.of("actChoose"))
                                : acts.split(
                                        card.id(),
                                        made,
                                        who.getValue().id(),
                                        table.chosen(),
                                        dialog.reason()));
    }

    /// Members, or all of them, move into another household.
    void move() {
        ways.ask(this::family, this::move);
    }

    private void move(Family family) {
        var dialog = new ActDialog(ways, card, "join");
        var ticks = new Ticks(family.members());
        var text = new PlainField();
        text.setId("move-find");
        text.setPromptText(ways.texts().of("act.join.find"));
        ComboBox<HouseholdList.Line> where = households();
        text.settled()
                .subscribe(typed -> {
                    if (typed.strip().length() > 1) {
                        ways.ask(() -> ways.acts().called(typed), found -> offer(where, found));
                    }
                });
        var table = table(family, "relation.there");
        ticks.changed(() -> table.show(ticks.chosen(), Map.of()));
        var day = dialog.day();
        dialog.add(
                Fields.of(ways.texts().of("act.join.who"), ticks.node()),
                Fields.of(ways.texts().of("act.join.where"), text),
                where,
                Fields.of(ways.texts().of("act.day"), day),
                table.node());
        dialog.show(
                ticks.node(),
                acts -> {
                    Optional<LocalDate> on = ActDialog.day(day);
                    if (where.getValue() == null || ticks.chosen().isEmpty()) {
                        return Outcome.failed(Problem.of("actChoose"));
                    }
                    return on.isEmpty()
                            ? ActDialog.noDay(day)
                            : acts.move(
                                    card.id(),
                                    where.getValue().id(),
                                    table.chosen(),
                                    on.get(),
                                    dialog.reason());
                });
    }

    private void offer(ComboBox<HouseholdList.Line> where, List<HouseholdList.Line> found) {
        List<HouseholdList.Line> others =
                found.stream().filter(l -> !l.id().equals(card.id())).limit(20).toList();
        where.getItems().setAll(others);
        if (others.size() == 1) {
            where.setValue(others.getFirst());
        }
    }

    private static ComboBox<HouseholdList.Line> households() {
        var box = new ComboBox<HouseholdList.Line>();
        box.setId("move-where");
        box.setMaxWidth(Double.MAX_VALUE);
        box.setConverter(
                new StringConverter<>() {
                    @Override
                    public String toString(HouseholdList.@Nullable Line line) {
                        return line == null
                                ? ""
                                : line.head() + "  " + line.village() + " " + line.group();
                    }

                    @Override
                    public HouseholdList.@Nullable Line fromString(String text) {
                        return null;
                    }
                });
        return box;
    }

    /// A former member is in the household again.
    void back(RecordId member) {
        var dialog = new ActDialog(ways, card, "back");
        var day = dialog.day();
        dialog.add(Fields.of(ways.texts().of("act.day"), day));
        dialog.show(
                day,
                acts ->
                        ActDialog.day(day)
                                .map(on -> acts.back(card.id(), member, on, dialog.reason()))
                                .orElseGet(() -> ActDialog.noDay(day)));
    }

    private RelationsTable table(Family family, String heading) {
        return new RelationsTable(
                family.relations(), ways.texts().of(heading), ways.texts(), ways.desk().emPx());
    }

    private static void choose(ComboBox<Choice> box, String name) {
        box.getItems().stream()
                .filter(c -> c.name().equals(name))
                .findFirst()
                .ifPresent(box::setValue);
    }

    private static ComboBox<Member> people(String id, List<Member> members) {
        var box = new ComboBox<Member>();
        box.setId(id);
        box.getItems().setAll(members);
        box.setMaxWidth(Double.MAX_VALUE);
        box.setCellFactory(_ -> new NameCell());
        box.setButtonCell(new NameCell());
        return box;
    }

    private static final class NameCell extends ListCell<Member> {
        @Override
        protected void updateItem(@Nullable Member member, boolean empty) {
            super.updateItem(member, empty);
            setText(empty || member == null ? "" : member.name());
        }
    }

    /// Members to be ticked.
    private static final class Ticks {
        private final FlowPane pane = new FlowPane(16, 8);
        private final Map<RecordId, CheckBox> boxes = new TreeMap<>();
        private final List<Member> members;

        Ticks(List<Member> members) {
            this.members = members;
            for (Member member : members) {
                var box = new CheckBox(member.name());
                box.setId("tick-" + (boxes.size() + 1));
                boxes.put(member.id(), box);
                pane.getChildren().add(box);
            }
        }

        FlowPane node() {
            return pane;
        }

        void changed(Runnable act) {
            boxes.values().forEach(box -> box.selectedProperty().subscribe((_, _) -> act.run()));
        }

        List<Member> chosen() {
            var chosen = new ArrayList<Member>();
            for (Member member : members) {
                CheckBox box = boxes.get(member.id());
                if (box != null && box.isSelected()) {
                    chosen.add(member);
                }
            }
            return chosen;
        }
    }
}

package zhuhu.screen.village;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import zhuhu.base.Masks;
import zhuhu.base.Outcome;
import zhuhu.base.Problem;
import zhuhu.base.Texts;
import zhuhu.flow.HouseholdList.Line;
import zhuhu.flow.VillageCard;
import zhuhu.flow.edit.AddHousehold;
import zhuhu.flow.edit.Twins.Twin;
import zhuhu.flow.edit.Twins.Why;
import zhuhu.record.RecordId;
import zhuhu.record.Value;
import zhuhu.screen.Desk;
import zhuhu.screen.part.Fields;
import zhuhu.screen.part.Icon;
import zhuhu.screen.part.Layers;
import zhuhu.screen.part.Notes;
import zhuhu.screen.part.PlainField;
import zhuhu.screen.part.Words;

/// 补录未建档户: where it lives, and who lives in it. Whoever may be known already is shown first; a
/// person decides.
final class AddHouseholdDialog {

    private static final double WIDTH_EMS = 60;

    private final VillageModel model;
    private final Desk desk;
    private final Texts texts;
    private final Layers layers;
    private final VillageWays ways;
    private final ComboBox<String> group = new ComboBox<>();
    private final PlainField address = new PlainField();
    private final PlainField phone = new PlainField();
    private final List<MemberRow> members = new ArrayList<>();
    private final VBox rows = new VBox(6);
    private final VBox told = new VBox(8);
    private final Button add = new Button();
    private final VBox box = new VBox();
    private final ScrollPane scroll = new ScrollPane();

    AddHouseholdDialog(
            VillageModel model, Desk desk, Texts texts, Layers layers, VillageWays ways) {
        this.model = model;
        this.desk = desk;
        this.texts = texts;
        this.layers = layers;
        this.ways = ways;
    }

    void ask(VillageCard village) {
        group.setId("add-group");
        group.setEditable(true);
        group.getItems()
                .setAll(
                        new TreeSet<>(
                                model.coverage().get().rows().stream().map(Line::group).toList()));
        member("01");
        var more = new Button(texts.of("add.member"), Icon.ADD.of(15));
        more.setId("add-member");
        more.getStyleClass().add("quiet");
        more.setOnAction(_ -> member("").focus());
        add.setText(texts.of("add.go"));
        add.setId("add-go");
        add.getStyleClass().add("primary");
        add.setDefaultButton(true);
        add.setOnAction(_ -> send(village.id(), false));
        var leave = new Button(texts.of("part.cancel"));
        leave.setOnAction(_ -> layers.close());
        var place =
                new HBox(
                        12,
                        grow(Fields.of(texts.of("add.group"), group)),
                        grow(Fields.of(texts.of("add.address"), address)),
                        grow(Fields.of(texts.of("add.phone"), phone)));
        var inside = new VBox(14, place, MemberRow.heads(texts, desk.emPx()), rows, more, told);
        scroll.setContent(inside);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setMaxHeight(desk.emPx() * 25);
        box.getChildren()
                .setAll(
                        Words.label(texts.of("add.title", village.name()), "heading"),
                        Words.lines(texts.of("add.why"), "soft"),
                        scroll,
                        new HBox(10, Words.spring(), leave, add));
        box.setPrefWidth(desk.emPx() * WIDTH_EMS);
        layers.dialog(box, members.getFirst().first(), () -> {});
    }

    private MemberRow member(String relation) {
        var row = new MemberRow(texts, desk.emPx(), model.relations(), relation, this::remove);
        members.add(row);
        rows.getChildren().add(row.node());
        row.numbered(members.size());
        return row;
    }

    private void remove(MemberRow row) {
        if (members.size() > 1) {
            members.remove(row);
            rows.getChildren().remove(row.node());
            for (int i = 0; i < members.size(); i++) {
                members.get(i).numbered(i + 1);
            }
        }
    }

    private void send(RecordId village, boolean others) {
        var household = new HashMap<String, Value>();
        household.put(
                "group_name",
                Value.text(Optional.ofNullable(group.getEditor().getText()).orElse("")));
        household.put("address", Value.text(address.settled().get()));
        household.put("phone", Value.text(phone.settled().get()));
        List<Map<String, Value>> people =
                members.stream().filter(m -> !m.isBlank()).map(MemberRow::values).toList();
        var entry = new AddHousehold.Entry(village, household, people, Optional.empty());
        add.setDisable(true);
        model.add(entry, others, outcome -> came(village, outcome));
    }

    private void came(RecordId village, Outcome<AddHousehold.Added> outcome) {
        add.setDisable(false);
        told.getChildren().clear();
        switch (outcome) {
            case Outcome.Failed<AddHousehold.Added>(List<Problem> problems) ->
                    told.getChildren().add(Notes.of(texts, problems));
            case Outcome.Done<AddHousehold.Added>(AddHousehold.Added added) -> {
                if (added.act().isPresent()) {
                    done(added);
                } else {
                    added.stops().forEach(stop -> told.getChildren().add(stop(stop)));
                    if (added.stops().isEmpty()) {
                        told.getChildren().add(twins(village, added.twins()));
                    }
                }
            }
        }
        // Reason: what is told stands below all members, and must be seen.
        scroll.applyCss();
        scroll.layout();
        scroll.setVvalue(1);
    }

    private Node stop(AddHousehold.Stop stop) {
        String what = texts.message(stop.problem());
        return Notes.bad(
                stop.member() < 0 ? what : texts.of("add.stop", stop.member() + 1, what),
                texts.of("add.stop.next"));
    }

    private Node twins(RecordId village, List<Twin> twins) {
        var list = new VBox(6);
        twins.forEach(twin -> list.getChildren().add(twin(twin)));
        var others = new Button(texts.of("add.others"));
        others.setId("add-others");
        others.setOnAction(_ -> send(village, true));
        var note =
                new VBox(
                        8,
                        Notes.doubt(texts.of("add.twins"), texts.of("add.twins.next")),
                        list,
                        others);
        return note;
    }

    private Node twin(Twin twin) {
        String number = desk.masked() ? Masks.hide(twin.idNo()) : twin.idNo();
        String words =
                texts.of(
                        twin.why() == Why.NUMBER ? "add.twin.number" : "add.twin.name",
                        twin.member() + 1,
                        twin.name(),
                        number,
                        twin.village(),
                        twin.head());
        var open = new Button(texts.of("add.twin.open"));
        open.setMinWidth(Region.USE_PREF_SIZE);
        open.setDisable(twin.household().isEmpty());
        open.setOnAction(_ -> {
            layers.close();
            twin.household().ifPresent(ways::household);
        });
        var said = Words.lines(twin.gone() ? words + texts.of("add.twin.gone") : words);
        said.setMinWidth(0);
        HBox.setHgrow(said, Priority.ALWAYS);
        said.setMaxWidth(Double.MAX_VALUE);
        var row = new HBox(12, said, open);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private void done(AddHousehold.Added added) {
        var visit = new Button(texts.of("add.visit"), Icon.GO.of(16));
        visit.setId("add-visit");
        visit.getStyleClass().add("primary");
        visit.setDefaultButton(true);
        visit.setOnAction(_ -> {
            layers.close();
            ways.visit(added.household());
        });
        var close = new Button(texts.of("part.close"));
        close.setId("add-close");
        close.setOnAction(_ -> layers.close());
        box.getChildren()
                .setAll(
                        Notes.good(
                                texts.of(
                                        "add.done",
                                        members.getFirst().name(),
                                        added.members().size()),
                                texts.of("add.done.next", added.household().shortKey())),
                        new HBox(10, Words.spring(), close, visit));
        visit.requestFocus();
    }

    private static Region grow(Region region) {
        HBox.setHgrow(region, Priority.ALWAYS);
        region.setPrefWidth(150);
        return region;
    }
}

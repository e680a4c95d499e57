package zhuhu.screen.village;

import java.util.Optional;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import zhuhu.base.Texts;
import zhuhu.flow.VillageCard;
import zhuhu.screen.Desk;
import zhuhu.screen.Page;
import zhuhu.screen.part.Icon;
import zhuhu.screen.part.Layers;
import zhuhu.screen.part.Notes;
import zhuhu.screen.part.States;
import zhuhu.screen.part.Words;
import zhuhu.screen.village.Villages.Name;

/// 村: the list of households owed at the left, the village's card at the right; on a small screen
/// one after the other.
public final class VillageView implements Page {

    private final VillageModel model;
    private final Desk desk;
    private final Texts texts;
    private final Layers layers;
    private final VillageWays ways;
    private final CoveragePane list;
    private final ComboBox<Name> names = new ComboBox<>();
    private final HBox head = new HBox(12);
    private final StackPane cardPlace = new StackPane();
    private final VBox root = new VBox(14);
    private final HBox body = new HBox(16);
    private boolean narrow;
    private boolean cardShown;
    private boolean filling;

    public VillageView(
            VillageModel model, Desk desk, Texts texts, Layers layers, VillageWays ways) {
        this.model = model;
        this.desk = desk;
        this.texts = texts;
        this.layers = layers;
        this.ways = ways;
        this.list = new CoveragePane(model, desk, texts, ways);
        root.getStyleClass().add("pane");
        head.setAlignment(Pos.CENTER_LEFT);
        cardPlace.getStyleClass().add("sheet");
        VBox.setVgrow(body, Priority.ALWAYS);
        HBox.setHgrow(list.node(), Priority.ALWAYS);
        names.setId("village-names");
        names.setConverter(new Called());
        names.setOnAction(_ -> {
            Name name = names.getValue();
            if (!filling && name != null) {
                model.choose(name.id());
            }
        });
        model.names().addListener((ListChangeListener<Name>) _ -> fillNames());
        model.chosen().subscribe((_, _) -> fillNames());
        model.card().subscribe(_ -> arrange());
        model.loaded().subscribe((_, _) -> arrange());
        desk.installation().subscribe((_, _) -> arrange());
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public void entered() {
        model.refresh();
    }

    @Override
    public void focus() {
        list.focus();
    }

    @Override
    public void narrow(boolean nowNarrow) {
        narrow = nowNarrow;
        arrange();
    }

    private void fillNames() {
        filling = true;
        names.getItems().setAll(model.names());
        names.setValue(model.chosen().get().orElse(null));
        filling = false;
    }

    private void arrange() {
        Optional<VillageCard> card = model.card().get();
        if (model.loaded().get() && model.names().isEmpty()) {
            root.getChildren().setAll(emptyPage());
            return;
        }
        if (card.isEmpty()) {
            root.getChildren().clear();
            return;
        }
        fillHead(card.get());
        cardPlace.getChildren().setAll(new VillageCardView(card.get(), desk, texts, ways).root());
        double ems = desk.emPx();
        if (narrow) {
            cardPlace.setPrefWidth(ems * 30);
            HBox.setHgrow(cardPlace, Priority.ALWAYS);
            body.getChildren().setAll(cardShown ? cardPlace : list.node());
        } else {
            HBox.setHgrow(cardPlace, Priority.NEVER);
            cardPlace.setMinWidth(ems * 26);
            cardPlace.setPrefWidth(ems * 29);
            body.getChildren().setAll(list.node(), cardPlace);
        }
        list.narrow(narrow);
        root.getChildren().setAll(head, body);
    }

    private void fillHead(VillageCard card) {
        var name = Words.label(card.name(), "title");
        var where = Words.label(card.where(), "soft");
        where.setMinWidth(0);
        head.getChildren().clear();
        head.getChildren().add(model.names().size() > 1 ? names : name);
        if (!narrow) {
            head.getChildren().add(where);
        }
        if (!card.state().isEmpty()) {
            head.getChildren().add(States.badge(texts, card.state()));
        }
        head.getChildren().add(Words.spring());
        if (narrow) {
            head.getChildren().add(sides());
        }
        var add = new Button(texts.of("village.add"), Icon.ADD.of(16));
        add.setId("village-add");
        add.setMinWidth(Button.USE_PREF_SIZE);
        add.setOnAction(_ -> new AddHouseholdDialog(model, desk, texts, layers, ways).ask(card));
        head.getChildren().add(add);
        if (!card.state().isEmpty()) {
            head.getChildren().add(visit(card));
        }
    }

    private Node visit(VillageCard card) {
        String words =
                switch (card.state()) {
                    case "draft" -> texts.of("village.visit.go");
                    case "done" -> texts.of("village.visit.again");
                    default -> texts.of("village.visit.start");
                };
        var visit = new Button(words, Icon.GO.of(16));
        visit.setId("village-visit");
        visit.getStyleClass().add("primary");
        visit.setContentDisplay(ContentDisplay.RIGHT);
        visit.setMinWidth(Button.USE_PREF_SIZE);
        visit.setOnAction(_ -> ways.visit(card.id()));
        return visit;
    }

    private Node sides() {
        var group = new ToggleGroup();
        var households = side(texts.of("village.list"), group, false);
        var village = side(texts.of("village.card"), group, true);
        var sides = new HBox(6, households, village);
        sides.setAlignment(Pos.CENTER);
        return sides;
    }

    private ToggleButton side(String words, ToggleGroup group, boolean card) {
        var side = new ToggleButton(words);
        side.getStyleClass().add("chip");
        side.setMinWidth(Button.USE_PREF_SIZE);
        side.setToggleGroup(group);
        side.setSelected(cardShown == card);
        side.setOnAction(_ -> {
            cardShown = card;
            arrange();
        });
        return side;
    }

    private Node emptyPage() {
        var read = new Button(texts.of("household.none.act"), Icon.IMPORT.of(18));
        read.getStyleClass().addAll("primary", "tall");
        read.setOnAction(_ -> ways.exchange());
        VBox empty =
                Notes.empty(
                        Icon.TOWNSHIP,
                        texts.of("village.none"),
                        texts.of("village.none.next"),
                        read);
        VBox.setVgrow(empty, Priority.ALWAYS);
        return empty;
    }

    /// A village with its township, since two may bear one name.
    private static final class Called extends StringConverter<Name> {
        @Override
        public String toString(@Nullable Name name) {
            return name == null ? "" : (name.name() + "　" + name.where()).strip();
        }

        @Override
        public @Nullable Name fromString(String words) {
            return null;
        }
    }
}

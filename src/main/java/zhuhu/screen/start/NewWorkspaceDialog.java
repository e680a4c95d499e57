package zhuhu.screen.start;

import java.nio.file.Path;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import zhuhu.base.Problem;
import zhuhu.base.Texts;
import zhuhu.screen.Desk;
import zhuhu.screen.FilePick;
import zhuhu.screen.part.Fields;
import zhuhu.screen.part.Layers;
import zhuhu.screen.part.Notes;
import zhuhu.screen.part.Words;

/// Makes a workspace: where, for which campaign, and the passphrase that nobody can recover.
final class NewWorkspaceDialog {

    private final StartModel<?> model;
    private final Desk desk;
    private final Texts texts;
    private final Layers layers;
    private final FilePick pick;
    private final ObjectProperty<@Nullable Path> file = new SimpleObjectProperty<>();
    private final ComboBox<Doors.Campaign> campaign = new ComboBox<>();
    private final PasswordField passphrase = new PasswordField();
    private final PasswordField again = new PasswordField();

    NewWorkspaceDialog(StartModel<?> model, Desk desk, Texts texts, Layers layers, FilePick pick) {
        this.model = model;
        this.desk = desk;
        this.texts = texts;
        this.layers = layers;
        this.pick = pick;
        passphrase.setId("new-passphrase");
        again.setId("new-again");
    }

    void ask() {
        model.problems().clear();
        model.readCampaigns();
        var problems = new VBox();
        ListChangeListener<Problem> told =
                _ -> problems.getChildren().setAll(Notes.of(texts, model.problems()));
        model.problems().addListener(told);
        Label strength = new Label(Strength.SHORT.words(texts));
        passphrase
                .textProperty()
                .subscribe(typed -> strength.setText(Strength.of(typed).words(texts)));
        var pair =
                new HBox(
                        12,
                        grow(Fields.of(texts.of("new.passphrase"), passphrase, strength)),
                        grow(Fields.of(texts.of("new.again"), again)));
        var box =
                new VBox(
                        Words.label(texts.of("new.title"), "heading"),
                        Fields.of(texts.of("new.file"), fileRow()),
                        Fields.of(texts.of("new.campaign"), campaignRow()),
                        pair,
                        Notes.doubt(texts.of("new.warning"), texts.of("new.warning.next")),
                        problems,
                        buttons());
        box.setPrefWidth(desk.emPx() * 42);
        layers.dialog(box, campaign, () -> model.problems().removeListener(told));
    }

    private Node fileRow() {
        var shown = new Label(texts.of("new.nofile"));
        shown.getStyleClass().add("soft");
        shown.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(shown, Priority.ALWAYS);
        file.addListener((_, _, now) ->
                shown.setText(now == null ? texts.of("new.nofile") : now.toString()));
        var choose = new Button(texts.of("new.choose"));
        choose.setId("new-file");
        choose.setOnAction(
                _ -> pick.newWorkspace(texts.of("new.name")).ifPresent(chosen -> file.set(chosen)));
        var row = new HBox(10, shown, choose);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private Node campaignRow() {
        campaign.setItems(model.campaigns());
        campaign.setConverter(new Titles());
        campaign.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(campaign, Priority.ALWAYS);
        model.campaigns().addListener((ListChangeListener<Doors.Campaign>) _ -> chooseFirst());
        chooseFirst();
        var other = new Button(texts.of("new.folder"));
        other.setOnAction(_ -> pick.packFolder().ifPresent(this::addFolder));
        return new HBox(10, campaign, other);
    }

    private void chooseFirst() {
        if (campaign.getValue() == null && !model.campaigns().isEmpty()) {
            campaign.setValue(model.campaigns().getFirst());
        }
    }

    private void addFolder(Path folder) {
        var added = new Doors.Campaign(folder.toString(), folder.toString());
        model.campaigns().add(added);
        campaign.setValue(added);
    }

    private Node buttons() {
        var make = new Button(texts.of("new.make"));
        make.setId("new-make");
        make.getStyleClass().add("primary");
        make.setDefaultButton(true);
        make.disableProperty()
                .bind(model.working().or(file.isNull()).or(campaign.valueProperty().isNull()));
        make.setOnAction(_ -> make());
        var leave = new Button(texts.of("part.cancel"));
        leave.setOnAction(_ -> layers.close());
        var working = Words.label(texts.of("new.working"), "soft");
        working.visibleProperty().bind(model.working());
        return new HBox(10, working, Words.spring(), leave, make);
    }

    private void make() {
        Optional.ofNullable(file.get())
                .ifPresent(path ->
                        model.create(
                                path,
                                campaign.getValue().name(),
                                passphrase.getText(),
                                again.getText()));
    }

    private static Node grow(Node node) {
        HBox.setHgrow(node, Priority.ALWAYS);
        return node;
    }

    private static final class Titles extends StringConverter<Doors.Campaign> {
        @Override
        public String toString(Doors.@Nullable Campaign campaign) {
            return campaign == null ? "" : campaign.title();
        }

        @Override
        public Doors.@Nullable Campaign fromString(String title) {
            return null;
        }
    }
}

package zhuhu.screen;

import atlantafx.base.theme.PrimerLight;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import javafx.application.Application;
import javafx.scene.Scene;
import javafx.scene.text.Font;

/// How everything looks: AtlantaFX with our palette on top, and fonts of our own, so that no system
/// font is needed. The window's thread only.
public final class Theme {

    private Theme() {}

    /// Loads fonts and the base look; once, before the first scene.
    public static void load() {
        font("/fonts/ttf/NotoSansSC/NotoSansSC-Regular.ttf");
        font("/fonts/ttf/NotoSansSC/NotoSansSC-Medium.ttf");
        Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
    }

    /// Lays our palette over a scene.
    public static void dress(Scene scene) {
        scene.getStylesheets().setAll(sheet("/zhuhu/screen/base.css"));
    }

    /// Makes a scene follow the text size that the desk wants, for as long as the scene lives.
    public static void follow(Scene scene, Desk desk) {
        desk.installation().subscribe(now -> size(scene, now));
        scene.rootProperty().subscribe(_ -> size(scene, desk.now()));
    }

    private static void size(Scene scene, Installation now) {
        var classes = scene.getRoot().getStyleClass();
        classes.removeAll("size-large", "size-projector", "masked");
        if (now.projector() || now.masked()) {
            classes.add("masked");
        }
        if (now.projector()) {
            classes.add("size-projector");
        } else if (now.large()) {
            classes.add("size-large");
        }
    }

    /// The address of one of our own style sheets.
    public static String sheet(String resource) {
        return Objects.requireNonNull(Theme.class.getResource(resource), resource).toExternalForm();
    }

    private static void font(String resource) {
        try (InputStream stream = Theme.class.getResourceAsStream(resource)) {
            Objects.requireNonNull(Font.loadFont(stream, 14), resource);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

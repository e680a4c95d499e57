package zhuhu.screen;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.application.Platform;
import javafx.scene.Group;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javax.imageio.ImageIO;

/// Writes what a scene shows as a PNG, with or without a display. The window's thread only.
public final class Pictures {

    private Pictures() {}

    /// Draws `content` in a scene of its own of that size, in pixels. `content` must stand in no
    /// other scene; afterwards it stands in none.
    public static void write(Parent content, int widthPx, int heightPx, Path file) {
        var scene = new Scene(content, widthPx, heightPx);
        Theme.dress(scene);
        write(scene, file);
        scene.setRoot(new Group());
    }

    /// Draws a scene at its own size. Its width and height must be known.
    public static void write(Scene scene, Path file) {
        if (!Platform.isFxApplicationThread()) {
            throw new IllegalStateException("Pictures are taken on the window's thread");
        }
        // Reason: a table makes its rows in the first layout and measures its columns by them in
        // the second.
        scene.getRoot().applyCss();
        scene.getRoot().layout();
        scene.snapshot(null);
        scene.getRoot().layout();
        save(scene.snapshot(null), file);
    }

    private static void save(Image image, Path file) {
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        var pixels = new int[width * height];
        image.getPixelReader()
                .getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
        var picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        picture.setRGB(0, 0, width, height, pixels, 0, width);
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            ImageIO.write(picture, "png", file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

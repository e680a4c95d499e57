package zhuhu.screen.part;

import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.SVGPath;

/// Line icons of our own, drawn on a square of 24.
public enum Icon {
    HOME("M4 11.2 12 4.5l8 6.7M6.2 9.8V19.5h11.6V9.8M10 19.5v-5.2h4v5.2"),
    HOUSEHOLD(
            "M9 11.2a3.1 3.1 0 1 0 0-6.2a3.1 3.1 0 1 0 0 6.2M3.2 19c.3-3.2 2.6-5 5.8-5s5.5 1.8 5.8 5"
                    + "M15.6 5.4a2.8 2.8 0 0 1 0 5.4M17 14.3c2.2.5 3.6 2.2 3.8 4.7"),
    EXCHANGE("M4 8.5h14.5M15 5l3.5 3.5L15 12M20 15.5H5.5M9 12l-3.5 3.5L9 19"),
    SETTING(
            "M4 7h9M17 7h3M4 17h3M11 17h9M15 4.8a2.2 2.2 0 1 0 0 4.4a2.2 2.2 0 1 0 0-4.4"
                    + "M9 14.8a2.2 2.2 0 1 0 0 4.4a2.2 2.2 0 1 0 0-4.4"),
    SEARCH("M10.8 17a6.2 6.2 0 1 0 0-12.4a6.2 6.2 0 1 0 0 12.4M15.4 15.4 20 20"),
    OPEN("M3.8 18.5V6h5.6l2 2.4h8.8v10.1zM3.8 11h16.4"),
    ADD("M12 5v14M5 12h14"),
    TASK("M7 4.5h10v15H7zM9.8 8.5h4.4M9.8 12h4.4M9.8 15.5h2.6"),
    TRAINING("M3 9.3 12 5l9 4.3-9 4.3zM7 11.3v4.4c2.6 2.2 7.4 2.2 10 0v-4.4M21 9.3v5"),
    TOWNSHIP("M5 19.5V8l7-3.5L19 8v11.5zM3.5 19.5h17M9 11h1.5M13.5 11H15M9 14.5h1.5M13.5 14.5H15"),
    IMPORT("M12 4.5v10M8 11l4 4 4-4M4.5 15.5v4h15v-4"),
    EXPORT("M12 15V4.8M8 8.5l4-4 4 4M4.5 15.5v4h15v-4"),
    PERSON(
            "M12 11.6a3.6 3.6 0 1 0 0-7.2a3.6 3.6 0 1 0 0 7.2M4.8 19.6c.5-3.8 3.3-5.7 7.2-5.7s6.7 1.9 7.2 5.7"),
    CHECK("M5 12.6 10 17.4 19.2 7"),
    SHIELD("M12 3.5 19 6v6c0 4.2-3 7-7 8.5-4-1.5-7-4.3-7-8.5V6zM8.6 12l2.5 2.5 4.4-4.6"),
    WARNING("M12 4.5 21 19.5H3zM12 10v4.6M12 16.8v.4"),
    STOP("M12 3.8a8.2 8.2 0 1 0 0 16.4a8.2 8.2 0 1 0 0-16.4M12 8v5M12 15.8v.4"),
    CLOSE("M6 6l12 12M18 6 6 18"),
    BACK("M14.5 5.5 8 12l6.5 6.5"),
    GO("M9.5 5.5 16 12l-6.5 6.5"),
    DOWN("M5.5 9.5 12 16l6.5-6.5"),
    UP("M5.5 15 12 8.5l6.5 6.5"),
    SEEN(
            "M3 12c4.5-7 13.5-7 18 0c-4.5 7-13.5 7-18 0zM12 9.2a2.8 2.8 0 1 0 0 5.6a2.8 2.8 0 1 0 0-5.6"),
    COVERED("M3 12c4.5-7 13.5-7 18 0c-4.5 7-13.5 7-18 0zM5 19.5 19 4.5"),
    LOCK("M6 11h12v8.5H6zM8.5 11V8a3.5 3.5 0 0 1 7 0v3M12 14.2v2.2"),
    CLOCK("M12 3.8a8.2 8.2 0 1 0 0 16.4a8.2 8.2 0 1 0 0-16.4M12 7.5V12l3.2 2"),
    BOOK("M5 4.5h14v15H5zM5 9h14M5 14h14M10 9v10.5"),
    MERGE("M6 4.5v3.2c0 3 2.4 4.3 6 4.3s6-1.3 6-4.3V4.5M12 12v7.5M8.5 16l3.5 3.5 3.5-3.5"),
    SPLIT(
            "M12 19.5v-6M12 13.5C8 13.5 6 11.5 6 8V4.5M12 13.5c4 0 6-2 6-5.5V4.5M3.5 7 6 4.5 8.5 7M15.5 7 18 4.5 20.5 7"),
    HAND(
            "M6 4.5h12M6 19.5h12M7.5 4.5c0 4.5 4.5 5 4.5 7.5s-4.5 3-4.5 7.5M16.5 4.5c0 4.5-4.5 5-4.5 7.5s4.5 3 4.5 7.5"),
    RETURN("M9 6 4.5 10.5 9 15M4.5 10.5H15a4.5 4.5 0 0 1 0 9h-4"),
    EDIT("M5 19h3.5L18.5 9 15 5.5 5 15.5zM12.5 8l3.5 3.5"),
    TABLE("M4 5.5h16v13H4zM4 10h16M4 14.5h16M9.5 5.5v13"),
    PRINT("M7.5 9V4.5h9V9M7.5 16H4.5V9h15v7h-3M7.5 13.5h9v6h-9z"),
    COPY("M8.5 8.5h11v11h-11zM15.5 8.5v-4h-11v11h4");

    private final String path;

    Icon(String path) {
        this.path = path;
    }

    /// The icon in a box of `sizePx`; its colour follows the style class `icon` around it.
    public Region of(double sizePx) {
        var shape = new SVGPath();
        shape.setContent(path);
        shape.getStyleClass().add("icon-line");
        shape.setScaleX(sizePx / 24);
        shape.setScaleY(sizePx / 24);
        var box = new Square(shape, sizePx);
        box.getStyleClass().add("icon");
        return box;
    }

    /// Holds a path at its place in the square of 24, whatever its own bounds.
    private static final class Square extends StackPane {
        private final SVGPath shape;
        private final double sizePx;

        Square(SVGPath shape, double sizePx) {
            this.shape = shape;
            this.sizePx = sizePx;
            shape.setManaged(false);
            getChildren().add(shape);
            setMinSize(sizePx, sizePx);
            setPrefSize(sizePx, sizePx);
            setMaxSize(sizePx, sizePx);
        }

        @Override
        protected void layoutChildren() {
            // Reason: scaling pivots on the middle of the shape's bounds, not on that of the
            // square.
            var bounds = shape.getLayoutBounds();
            double scale = sizePx / 24;
            shape.setLayoutX(getWidth() / 2 - 12 * scale + (scale - 1) * bounds.getCenterX());
            shape.setLayoutY(getHeight() / 2 - 12 * scale + (scale - 1) * bounds.getCenterY());
        }
    }
}

package zhuhu.screen;

import javafx.scene.Parent;

/// A place of the rail.
public interface Page {

    Parent root();

    /// The page has come to the front: read again what may have changed.
    void entered();

    /// Puts the focus where a person at the keyboard wants to begin.
    void focus();

    /// The page's room has changed; `narrow` when side panels have to fold.
    default void narrow(boolean narrow) {}
}

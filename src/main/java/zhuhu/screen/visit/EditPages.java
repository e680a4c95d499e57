package zhuhu.screen.visit;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.Parent;
import zhuhu.base.Outcome;
import zhuhu.base.Problem;
import zhuhu.base.Texts;
import zhuhu.flow.edit.DirectEdit;
import zhuhu.screen.Background;

/// Opens a section of a record as a page that fills the window, from wherever it is listed. The
/// window's thread only.
public final class EditPages {

    /// Where a page goes.
    public interface Window {
        void enter(Parent page);

        void leave();
    }

    private final Window window;
    private final Texts texts;
    private final Background background;
    private final Consumer<List<Problem>> tell;

    public EditPages(
            Window window, Texts texts, Background background, Consumer<List<Problem>> tell) {
        this.window = window;
        this.texts = texts;
        this.background = background;
        this.tell = tell;
    }

    /// `written` is called after the page is left, where something was written.
    public void open(
            Supplier<Outcome<DirectEdit>> open,
            String section,
            EditView.Heading heading,
            Runnable written) {
        background.run(
                open::get,
                outcome -> {
                    switch (outcome) {
                        case Outcome.Done<DirectEdit>(DirectEdit edit) ->
                                show(edit, section, heading, written);
                        case Outcome.Failed<DirectEdit>(List<Problem> problems) ->
                                tell.accept(problems);
                    }
                });
    }

    private void show(DirectEdit edit, String section, EditView.Heading heading, Runnable written) {
        var view =
                new EditView(
                        edit,
                        List.of(section),
                        heading,
                        texts,
                        background,
                        edited ->
                                background.run(
                                        () -> {
                                            edit.close();
                                            return true;
                                        },
                                        _ -> {
                                            window.leave();
                                            edited.ifPresent(_ -> written.run());
                                        }));
        window.enter(view.root());
    }
}

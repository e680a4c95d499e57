package zhuhu.screen.visit;

import zhuhu.form.Ref;

/// Where Enter stops on its way through a screen. `reveal` brings the field to where it can be
/// seen, should another tab be open.
record Stop(Ref ref, Field field, Runnable reveal) {

    void focus() {
        reveal.run();
        field.focus().requestFocus();
    }

    boolean hasFocus() {
        return field.focus().isFocused() || field.node().isFocusWithin();
    }
}

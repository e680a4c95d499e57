package zhuhu.form;

import java.util.List;

/// A part of an open form (a top-level group) with its screens; only what is relevant now.
public record PartView(String name, String label, List<ScreenName> screens) {
    public PartView {
        screens = List.copyOf(screens);
    }

    /// A screen: a `field-list` group, or a repeat that stands outside one. `number` counts all
    /// screens of the form from 1, irrelevant ones included, so that it is the same on paper.
    public record ScreenName(String name, String label, int number) {}
}

package zhuhu.form.compile;

import zhuhu.base.Place;

/// A cell with something in it: its text without outer and repeated spaces, and where it stands.
record Cell(String text, Place place) {

    Cell {
        text = text.strip().replaceAll(" +", " ");
    }
}

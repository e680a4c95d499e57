package zhuhu.form.compile;

import java.util.regex.Pattern;
import zhuhu.base.Place;

/// A cell with something in it: its text without outer and repeated spaces, and where it stands.
record Cell(String text, Place place) {

    // Reason: cells may hold control characters that XML cannot.
    private static final Pattern UNWRITABLE =
            Pattern.compile("[\\x00-\\x08\\x0B\\x0C\\x0D\\x0E-\\x1F\\uFFFE\\uFFFF]");

    Cell {
        text = UNWRITABLE.matcher(text.strip()).replaceAll("").replaceAll(" +", " ");
    }
}

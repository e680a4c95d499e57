package zhuhu.flow.edit;

import zhuhu.base.Plain;

/// Why something of the register was changed. Shape: `document` the number of the paper that allows
/// it, "" if none; both "" where nothing was said.
public record Reason(String words, String document) {

    public static final Reason NONE = new Reason("", "");

    public Reason {
        words = Plain.text(words);
        document = Plain.text(document);
    }

    public static Reason of(String words) {
        return new Reason(words, "");
    }
}

package zhuhu.flow;

import zhuhu.check.Finding;
import zhuhu.form.Ref;

/// A finding at the question of an open visit that can mend it. Shape: `row` the row's id or "";
/// `stops` if the visit cannot be finalised with it.
public record Weighed(Finding finding, Ref ref, String row, boolean stops) {

    Weighed because(String reason) {
        return new Weighed(finding.because(reason), ref, row, stops);
    }
}

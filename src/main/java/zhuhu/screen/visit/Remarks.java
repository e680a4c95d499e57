package zhuhu.screen.visit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import zhuhu.check.Finding;
import zhuhu.check.Reasons;
import zhuhu.flow.Visit;
import zhuhu.flow.Weighed;
import zhuhu.form.Ref;
import zhuhu.pack.Level;
import zhuhu.screen.visit.Snapshot.Remark;
import zhuhu.screen.visit.Snapshot.Spot;

/// Reads what the checks, and the form's own warnings, say of an open visit. The visit's thread
/// only.
final class Remarks {

    private final Visit visit;

    Remarks(Visit visit) {
        this.visit = visit;
    }

    /// Shape: errors first, then doubts, then hints; a doubt without a reason takes that of a
    /// former visit.
    List<Remark> of(List<Spot> spots) {
        Map<Ref, Spot> places = new HashMap<>();
        spots.forEach(spot -> places.put(spot.ref(), spot));
        var weighed = visit.weigh();
        Reasons earlier =
                weighed.stream().anyMatch(w -> w.finding().level() == Level.DOUBT)
                        ? visit.earlierReasons()
                        : Reasons.NONE;
        var remarks = new ArrayList<Remark>();
        for (Weighed each : weighed) {
            Spot spot =
                    places.getOrDefault(
                            each.ref(), new Spot(each.ref(), screenOf(each), "", "", ""));
            String before = earlier.of(each.finding().key()).orElse("");
            remarks.add(new Remark(each.finding(), spot, each.stops(), before));
        }
        visit.warnings()
                .forEach(w ->
                        remarks.add(
                                new Remark(
                                        new Finding(
                                                "",
                                                Level.HINT,
                                                w.ref().path(),
                                                "",
                                                "",
                                                w.ref().name(),
                                                w.words(),
                                                "",
                                                List.of(),
                                                ""),
                                        new Spot(w.ref(), w.screen(), w.screenLabel(), "", ""),
                                        false,
                                        "")));
        return remarks;
    }

    private String screenOf(Weighed weighed) {
        return visit.screenOf(weighed.ref()).orElse("");
    }
}

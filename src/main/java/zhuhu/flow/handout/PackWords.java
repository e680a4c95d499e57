package zhuhu.flow.handout;

import java.util.ArrayList;
import java.util.List;
import zhuhu.base.Texts;
import zhuhu.flow.form.FormDifferences;
import zhuhu.flow.handout.UpdatePack.FormChange;

/// What a newer campaign changes, in lines for people. Pure.
public final class PackWords {

    private PackWords() {}

    public static List<String> of(UpdatePack.Plan plan, Texts texts) {
        if (plan.isNothing()) {
            return List.of(texts.of("handout.pack.same"));
        }
        var lines = new ArrayList<String>();
        if (!plan.forms().isEmpty()) {
            lines.add(texts.of("handout.pack.changes", plan.forms().size()));
        }
        plan.forms().forEach(form -> lines.add(line(form, texts)));
        if (!plan.files().isEmpty()) {
            lines.add(texts.of("handout.pack.files", plan.files().size()));
        }
        if (plan.drafts() > 0) {
            lines.add(texts.of("handout.pack.drafts", plan.drafts()));
        }
        return lines;
    }

    private static String line(FormChange form, Texts texts) {
        if (form.from().isEmpty()) {
            return texts.of("handout.pack.form.new", form.title(), form.to());
        }
        if (form.to().isEmpty()) {
            return texts.of("handout.pack.form.gone", form.title(), form.from());
        }
        return texts.of(
                "handout.pack.form",
                form.title(),
                form.from(),
                form.to(),
                count(form, FormDifferences.Kind.ADDED),
                count(form, FormDifferences.Kind.REMOVED),
                count(form, FormDifferences.Kind.CHANGED));
    }

    private static long count(FormChange form, FormDifferences.Kind kind) {
        return form.differences().stream().filter(d -> d.kind() == kind).count();
    }
}

package zhuhu.form;

import java.util.Map;

/// A checked form with its XForm text. `hash` is the SHA-256 (64 hex digits) of the XForm in UTF-8;
/// the same form as `.md` and as `.xlsx` has the same hash. `lists` are the lists in files that the
/// form looks into, by the name it has for them; empty where nobody looked for the files.
public record CompiledForm(
        CheckedForm form, String xform, String hash, Map<String, ExternalList> lists) {

    public CompiledForm {
        lists = Map.copyOf(lists);
    }

    /// A form without lists in files.
    public CompiledForm(CheckedForm form, String xform, String hash) {
        this(form, xform, hash, Map.of());
    }

    public String id() {
        return form.id();
    }

    public String version() {
        return form.version();
    }
}

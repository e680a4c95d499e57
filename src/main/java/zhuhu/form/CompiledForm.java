package zhuhu.form;

/// A checked form with its XForm text. `hash` is the SHA-256 (64 hex digits) of the XForm in UTF-8;
/// the same form as `.md` and as `.xlsx` has the same hash.
public record CompiledForm(CheckedForm form, String xform, String hash) {

    public String id() {
        return form.id();
    }

    public String version() {
        return form.version();
    }
}

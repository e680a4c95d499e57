package zhuhu.form;

/// Where a question stands in an open form, rows named by their row ids:
/// `doorstep/s_people/members[0b1e...]/education/school_status`. Opaque to callers; stable for a
/// session and across drafts.
public record Ref(String path) {

    /// The question's own name.
    public String name() {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}

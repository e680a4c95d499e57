package zhuhu.form.xpath;

/// Carries a fault from where it is found to the border of this package.
final class FaultException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient Fault fault;

    FaultException(Fault fault) {
        super(fault.code() + " " + fault.what(), null, false, false);
        this.fault = fault;
    }

    Fault fault() {
        return fault;
    }
}

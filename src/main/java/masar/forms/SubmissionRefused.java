package masar.forms;

import java.util.List;
import java.util.Locale;
import masar.shared.Refused;

/** A submission that cannot be read whole. Its key is {@code forms.refused.submission.} and the reason. */
public final class SubmissionRefused extends Refused {

    private static final long serialVersionUID = 1L;

    public enum Reason {
        TOO_LARGE,
        NOT_XML,
        OTHER_FORM,
        UNKNOWN_FIELD,
        DUPLICATE_FIELD
    }

    private final Reason reason;

    /** A refusal; the detail is the name of a field or form, never a value. */
    public SubmissionRefused(Reason reason, String detail) {
        super(
                "forms.refused.submission."
                        + reason.name().toLowerCase(Locale.ROOT).replace('_', '.'),
                List.of(detail));
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}

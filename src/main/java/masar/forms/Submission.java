package masar.forms;

import masar.forms.internal.InstanceReader;
import masar.forms.internal.InstanceWriter;

/**
 * Answers as the XML that OpenRosa clients send, and back.
 *
 * @param form id of the form as the file tells
 * @param version of the form as the file tells, or empty
 * @param instanceId for example {@code uuid:} and a UUID; empty when the file has none
 */
public record Submission(String form, String version, String instanceId, Answers answers) {

    /** Largest submission read, in bytes. */
    public static final int MAX_BYTES = 2 * 1024 * 1024;

    /**
     * Reads a submission for this form.
     *
     * @param language put into the answers; the file does not tell it
     * @throws SubmissionRefused when it is not XML, too large, for another form or holds a field the form has not
     */
    public static Submission read(FormDefinition form, byte[] xml, String language) {
        return InstanceReader.read(form, xml, language);
    }

    /** The submission with all its answers, relevant or not: pass relevant ones if only they may leave. */
    public String toXml(FormDefinition definition) {
        return new InstanceWriter(definition, answers, instanceId).write();
    }

    @Override
    public String toString() {
        return "Submission[" + form + ", " + instanceId + ", hidden]";
    }
}

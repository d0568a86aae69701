package masar.forms;

/** A row of the survey: a question or a group of them. */
public sealed interface FormElement permits Question, Group {

    /** Unique among its siblings; a question's is unique in the form. */
    String name();

    /** Absolute path in the XForm's instance, for example {@code /data/person/age}. */
    String path();

    FormText label();

    /** XPath with {@code ${name}} references; empty when always relevant. */
    String relevant();

    /** Hints for the page, such as {@code minimal} or {@code field-list}; empty when none. */
    String appearance();
}

package masar.procedure;

/** Which organisation does a step. */
public sealed interface Performer {

    /** The organisation that did the step before. */
    record Same() implements Performer {}

    /** The organisation named in the act that opened the step. */
    record Chosen() implements Performer {}

    /** The organisation that owns the case. */
    record Owner() implements Performer {}

    /** One organisation of the country's directory, always. */
    record Named(String organisation) implements Performer {}

    /** As written in an edition: {@code same}, {@code chosen}, {@code owner} or a key of {@code organisations.yaml}. */
    static Performer of(String code) {
        return switch (code) {
            case "same" -> new Same();
            case "chosen" -> new Chosen();
            case "owner" -> new Owner();
            default -> new Named(code);
        };
    }
}

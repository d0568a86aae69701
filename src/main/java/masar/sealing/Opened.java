package masar.sealing;

import java.util.function.Function;

/** What came of opening a seal: the content, or the news that its key was destroyed on purpose. */
public sealed interface Opened<T> {

    /** What was sealed. */
    record Content<T>(T value) implements Opened<T> {

        /** Hides the value: it must not reach a log. */
        @Override
        public String toString() {
            return "Content[hidden]";
        }
    }

    /** The key is gone for ever; nobody can read this any more. */
    record Erased<T>() implements Opened<T> {}

    default T orElse(T whatIsLeft) {
        return switch (this) {
            case Content<T> content -> content.value();
            case Erased<T> erased -> whatIsLeft;
        };
    }

    default <R> Opened<R> map(Function<T, R> reading) {
        return switch (this) {
            case Content<T> content -> new Content<>(reading.apply(content.value()));
            case Erased<T> erased -> new Erased<>();
        };
    }
}

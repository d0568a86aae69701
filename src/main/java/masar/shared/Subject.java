package masar.shared;

import java.util.UUID;

/**
 * What is looked at or acted upon, told by its kind (a word of the glossary in lower case: {@code case},
 * {@code report}, {@code referral}) and its id. Holds no personal data, so it may be stored anywhere.
 */
public record Subject(String kind, UUID id) {

    public Subject {
        if (!kind.matches("[a-z][a-z-]{1,30}")) {
            throw new IllegalArgumentException("not a subject kind: " + kind);
        }
    }
}

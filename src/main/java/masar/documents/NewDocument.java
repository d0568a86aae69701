package masar.documents;

import masar.sealing.SealClass;

/**
 * A file with what its bringer says of it.
 *
 * @param kind code of the word list document-kind
 * @param fileName as the browser gave it: its ending must fit the content, nothing else is believed or kept
 */
public record NewDocument(String kind, String title, SealClass sealClass, String fileName, byte[] content) {

    /** Hides what is personal: it must not reach a log. */
    @Override
    public String toString() {
        return "NewDocument[hidden]";
    }
}

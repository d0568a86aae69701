package masar.documents.internal;

import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.ResponseEntity;

/**
 * A file on its way out: of the type its content was recognised as, to be saved and not shown, by a name that tells
 * nothing, in a box where nothing may run.
 *
 * @param name the case's code, the beginning of the document's id, and the ending of its type; ASCII only
 */
record ServedFile(String name, FileType type, byte[] content) {

    static ServedFile of(String caseCode, java.util.UUID document, FileType type, byte[] content) {
        String name = caseCode + "-" + document.toString().substring(0, 6) + "." + type.ending();
        return new ServedFile(name, type, content);
    }

    ResponseEntity<byte[]> answer() {
        return ResponseEntity.ok()
                .contentType(type.mediaType())
                .contentLength(content.length)
                .cacheControl(CacheControl.noStore())
                .header(
                        "Content-Disposition",
                        ContentDisposition.attachment().filename(name).build().toString())
                .header("Content-Security-Policy", "sandbox; default-src 'none'")
                .header("X-Content-Type-Options", "nosniff")
                .header("Accept-Ranges", "none")
                .body(content);
    }
}

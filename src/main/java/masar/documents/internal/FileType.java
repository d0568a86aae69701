package masar.documents.internal;

import java.util.List;
import java.util.Locale;
import org.springframework.http.MediaType;

/** The few types of files that are taken, each recognised by its content alone. */
enum FileType {
    PDF("application/pdf", List.of("pdf")),
    JPEG("image/jpeg", List.of("jpg", "jpeg", "jpe", "jfif")),
    PNG("image/png", List.of("png")),
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document", List.of("docx")),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", List.of("xlsx"));

    private final MediaType mediaType;
    private final List<String> endings;

    FileType(String mediaType, List<String> endings) {
        this.mediaType = MediaType.parseMediaType(mediaType);
        this.endings = endings;
    }

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static FileType of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }

    MediaType mediaType() {
        return mediaType;
    }

    /** The ending given to files that are served. */
    String ending() {
        return endings.getFirst();
    }

    /** Whether a file of this name may be of this type: without an ending it may be anything. */
    boolean fits(String fileName) {
        String name = fileName.strip();
        int dot = name.lastIndexOf('.');
        return dot < 0 || endings.contains(name.substring(dot + 1).toLowerCase(Locale.ROOT));
    }
}

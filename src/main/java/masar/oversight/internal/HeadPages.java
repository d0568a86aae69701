package masar.oversight.internal;

import java.util.Optional;
import masar.audit.AuditTree;
import masar.audit.SealedHead;
import masar.shared.Refused;
import masar.shared.Role;
import masar.shared.Viewer;
import masar.shell.Door;
import masar.shell.Pages;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** The newest signed head of the trail, to be kept by a second body as a word or a picture. */
@Controller
@Door(Role.AUDITOR)
public class HeadPages {

    private static final MediaType SVG = MediaType.parseMediaType("image/svg+xml");

    private final AuditTree tree;
    private final Pages pages;

    HeadPages(AuditTree tree, Pages pages) {
        this.tree = tree;
        this.pages = pages;
    }

    /** The newest head; empty while nothing has been sealed. */
    public record HeadPage(Optional<SealedHead> head) {}

    @GetMapping("/audit/head")
    ModelAndView newest(Viewer viewer) {
        return pages.show("oversight/head", new HeadPage(tree.newest(viewer)));
    }

    @GetMapping("/audit/heads/{size}/picture")
    ResponseEntity<String> picture(Viewer viewer, @PathVariable long size) {
        var head = tree.head(viewer, size).orElseThrow(Refused::notFound);
        return ResponseEntity.ok().contentType(SVG).body(QrPicture.svg(head.text()));
    }
}

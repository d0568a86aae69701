package broken.pages;

import masar.shared.Role;
import masar.shell.Door;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Pages with every kind of missing or forgotten door. */
@Controller
public class UnguardedPages {

    @GetMapping("/unguarded")
    public String page() {
        return "";
    }

    @PostMapping("/unguarded")
    public String act() {
        return "";
    }

    @RequestMapping("/unguarded/whatever")
    public String whatever() {
        return "";
    }

    @Door
    @DeleteMapping("/unguarded")
    public String anotherMethod() {
        return "";
    }

    @Door(open = true)
    @GetMapping("/open-to-the-street")
    public String openToTheStreet() {
        return "";
    }

    @Door(Role.SUPERVISOR)
    @GetMapping("/cases/{id}/secrets")
    public String guarded() {
        return "";
    }
}

package masar.access.internal;

import java.net.URI;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * The address at which people reach Masar ({@code MASAR_PUBLIC_URL}); on this machine when none is configured. Passkeys
 * belong to its host name, so it must not change once people have them.
 */
@Component
public class PublicAddress {

    private final String configured;
    private volatile int port;

    PublicAddress(@Value("${masar.public-url:}") String configured) {
        this.configured = configured.strip().replaceAll("/+$", "");
        if (!this.configured.isEmpty() && !this.configured.matches("https?://[A-Za-z0-9.-]+(:[0-9]+)?")) {
            throw new AddressProblem(configured);
        }
    }

    @EventListener
    void heardPort(WebServerInitializedEvent event) {
        port = event.getWebServer().getPort();
    }

    /** Scheme, host and port, without a slash at the end. */
    public String value() {
        return configured.isEmpty() ? "http://localhost:" + port : configured;
    }

    boolean isSecure() {
        return configured.startsWith("https:");
    }

    /** The host name, to which passkeys belong. */
    public String host() {
        return URI.create(value()).getHost();
    }
}

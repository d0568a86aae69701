package masar.access.internal;

import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/**
 * When people reach Masar by TLS, something before it ends the encryption: every cookie is then for TLS only, and browsers
 * are told to come by TLS next time.
 */
@Component
class BehindTls implements WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> {

    private final PublicAddress address;

    BehindTls(PublicAddress address) {
        this.address = address;
    }

    @Override
    public void customize(ConfigurableTomcatWebServerFactory factory) {
        if (address.isSecure()) {
            factory.addConnectorCustomizers(connector -> {
                connector.setSecure(true);
                connector.setScheme("https");
            });
        }
    }
}

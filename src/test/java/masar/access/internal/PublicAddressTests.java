package masar.access.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;

/** The address at which people reach Masar. */
class PublicAddressTests {

    @Test
    void passkeysBelongToItsHost() {
        var address = new PublicAddress("https://masar.example.org:8443/");
        assertThat(address.value()).isEqualTo("https://masar.example.org:8443");
        assertThat(address.host()).isEqualTo("masar.example.org");
        assertThat(new PublicAddress("").host()).isEqualTo("localhost");
    }

    @ParameterizedTest
    @ValueSource(strings = {"masar.example.org", "ftp://masar.example.org", "https://a/b", "https://a@b", "https://"})
    void whatIsNoAddressStopsTheStartWithItsCure(String given) {
        assertThatThrownBy(() -> new PublicAddress(given)).isInstanceOfSatisfying(AddressProblem.class, problem -> {
            var said = new AddressProblemAnalyzer().analyze(problem);
            assertThat(said.getDescription()).contains("MASAR_PUBLIC_URL", given);
            assertThat(said.getAction()).contains("https://masar.example.org");
        });
    }

    @Test
    void behindTlsEveryCookieIsForTlsOnly() {
        for (boolean tls : new boolean[] {true, false}) {
            var factory = new TomcatServletWebServerFactory(0);
            new BehindTls(new PublicAddress((tls ? "https" : "http") + "://masar.example.org")).customize(factory);
            assertThat(factory.getConnectorCustomizers()).hasSize(tls ? 1 : 0);
        }
    }
}

package masar.shell.internal;

import java.time.Clock;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
class ShellBeans {

    /** The only source of the present moment; tests put a clock of their own here. */
    @Bean
    InstantSource instantSource() {
        return Clock.systemUTC();
    }
}

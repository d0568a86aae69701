package masar.access.internal;

import masar.shared.Role;
import masar.shell.MenuEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
class AccessMenu {

    @Bean
    MenuEntry accountsEntry() {
        return new MenuEntry(
                "access.menu.accounts", "/accounts", "people", 70, viewer -> viewer.holds(Role.ADMINISTRATOR));
    }
}

package masar.demo;

import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import masar.access.internal.InventedAccounts;
import masar.directory.Directory;
import masar.intake.Reports;
import masar.intake.Told;
import masar.intake.Triage;
import masar.people.Persona;
import masar.shared.CaseId;
import masar.shared.CurrentViewer;
import masar.shared.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The invented world of the demonstration, lived through the same acts that people do on the pages. */
@Component
@ConditionalOnProperty("masar.demonstration")
class DemoWorld {

    private final InventedAccounts accounts;
    private final Reports reports;
    private final Directory directory;
    private final InstantSource clock;

    DemoWorld(InventedAccounts accounts, Reports reports, Directory directory, InstantSource clock) {
        this.accounts = accounts;
        this.reports = reports;
        this.directory = directory;
        this.clock = clock;
    }

    @EventListener(ApplicationStartedEvent.class)
    @Order(1000)
    void loadOnce() {
        if (accounts.isEmpty()) {
            accounts.make(Persona.ALL);
            stories();
        }
    }

    private void stories() {
        var rima = accounts.viewer(Persona.RIMA);
        CurrentViewer.run(rima, () -> {
            receive(
                    rima,
                    "صاحبة العمل أخذت جواز سفرها، وهي تعمل من السادسة صباحًا حتى منتصف الليل ولم تقبض راتبها منذ ثمانية أشهر.",
                    null,
                    "adult",
                    Set.of("documents-held"),
                    "no",
                    false);
            UUID detained = receive(
                    rima,
                    "امرأة موقوفة بعدما هربت من منزل كانت محتجزة فيه، وتقول إنها خائفة من العودة.",
                    "Selam",
                    "adult",
                    Set.of("detention-or-removal", "threats-to-person"),
                    "no",
                    true);
            triage(rima, detained, "gsd-detention", "high");
            UUID child = receive(
                    rima,
                    "ولد يتسوّل عند الإشارة طوال الليل، ورجل يأخذ منه المال.",
                    null,
                    "child",
                    Set.of("exploiter-knows-place"),
                    "yes",
                    false);
            triage(rima, child, "isf-anti-trafficking", "immediate");
        });
    }

    private UUID receive(
            Viewer viewer,
            String words,
            @Nullable String name,
            String age,
            Set<String> dangers,
            String dangerNow,
            boolean detained) {
        return reports.receive(
                viewer,
                new Told(
                        "hotline",
                        "witness",
                        null,
                        false,
                        null,
                        words,
                        name,
                        age,
                        dangers,
                        dangerNow,
                        "none",
                        detained,
                        detained
                                ? clock.instant()
                                        .atZone(java.time.ZoneOffset.UTC)
                                        .toLocalDate()
                                        .plusDays(9)
                                : null));
    }

    private Optional<CaseId> triage(Viewer viewer, UUID report, String screening, String urgency) {
        return reports.triage(
                viewer,
                report,
                new Triage(
                        "screen",
                        urgency,
                        "مؤشرات كافية لإجراء مقابلة.",
                        directory.organisation(screening).orElseThrow().id(),
                        directory
                                .organisation("mosa-social-services")
                                .orElseThrow()
                                .id()));
    }
}

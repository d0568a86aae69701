package masar.benchmarks;

import java.util.Random;
import java.util.Set;
import java.util.UUID;
import masar.Application;
import masar.access.internal.InventedAccounts;
import masar.directory.Directory;
import masar.intake.Reports;
import masar.intake.Told;
import masar.intake.Triage;
import masar.launch.internal.CommandLine;
import masar.launch.internal.Database;
import masar.people.Persona;
import masar.shared.CurrentViewer;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Fills a data folder with invented cases through the product's own acts: {@code ManyCases DIR COUNT SEED}. One case in
 * fifty is still a report to be triaged.
 */
public final class ManyCases {

    private ManyCases() {}

    public static void main(String[] arguments) {
        int count = Integer.parseInt(arguments[1]);
        var random = new Random(Long.parseLong(arguments[2]));
        var commandLine = CommandLine.parse(new String[] {"--data", arguments[0]});
        try (var database = Database.open(commandLine)) {
            var properties = new java.util.HashMap<String, Object>(database.properties());
            properties.putAll(commandLine.properties());
            properties.put("server.port", -1);
            properties.put("masar.verb", true);
            properties.put("masar.demonstration", true);
            properties.put("logging.level.root", "error");
            var application = new SpringApplication(Application.class);
            application.setDefaultProperties(properties);
            try (var context = application.run()) {
                fill(context, count, random);
            }
        }
    }

    private static void fill(ConfigurableApplicationContext context, int count, Random random) {
        var reports = context.getBean(Reports.class);
        var directory = context.getBean(Directory.class);
        var rima = context.getBean(InventedAccounts.class).viewer(Persona.RIMA);
        UUID screening = directory.organisation("gsd-detention").orElseThrow().id();
        UUID owner =
                directory.organisation("mosa-social-services").orElseThrow().id();
        CurrentViewer.run(rima, () -> {
            for (int i = 0; i < count; i++) {
                boolean detained = random.nextInt(3) == 0;
                UUID report = reports.receive(
                        rima,
                        new Told(
                                "hotline",
                                "witness",
                                null,
                                false,
                                null,
                                "invented report " + i,
                                null,
                                random.nextInt(5) == 0 ? "child" : "adult",
                                Set.of("documents-held"),
                                "no",
                                "none",
                                detained,
                                null));
                if (i % 50 != 0) {
                    reports.triage(rima, report, new Triage("screen", "normal", "invented", screening, owner));
                }
            }
        });
    }
}

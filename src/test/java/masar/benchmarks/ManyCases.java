package masar.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import masar.Application;
import masar.access.internal.InventedAccounts;
import masar.casefile.internal.InventedCaseWork;
import masar.directory.Directory;
import masar.directory.Organisation;
import masar.intake.Reports;
import masar.intake.Told;
import masar.intake.Triage;
import masar.launch.internal.CommandLine;
import masar.launch.internal.Database;
import masar.launch.internal.DatabaseCut;
import masar.people.Persona;
import masar.sealing.Sealing;
import masar.shared.CaseId;
import masar.shared.CurrentViewer;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Fills a data folder with invented cases through the product's own acts: {@code ManyCases DIR COUNT SEED}. One case in
 * fifty is still a report to be triaged.
 */
public final class ManyCases {

    /** So many are lived step by step, through every act; more are copied. */
    private static final int LIVED = 100;

    /** So many are taken by a case manager. */
    private static final int TAKEN = 40;

    private final ConfigurableApplicationContext context;
    private final Random random;
    private final UUID screening;
    private final UUID owner;

    private ManyCases(ConfigurableApplicationContext context, Random random) {
        this.context = context;
        this.random = random;
        var directory = context.getBean(Directory.class);
        this.screening = directory.organisation("gsd-detention").orElseThrow().id();
        this.owner =
                directory.organisation("mosa-social-services").orElseThrow().id();
    }

    public static void main(String[] arguments) throws SQLException, IOException {
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
            try (var context = application.run();
                    var administrator =
                            DriverManager.getConnection(DatabaseCut.administrator(Path.of(arguments[0]), (String)
                                    database.properties().get("spring.datasource.url")))) {
                new ManyCases(context, random).fill(count, administrator);
            }
        }
    }

    /** A few cases step by step, the rest as copies of the first two. */
    private void fill(int count, Connection administrator) throws SQLException, IOException {
        int lived = Math.min(count, LIVED);
        UUID detained = report(true, true);
        UUID free = report(false, true);
        for (int i = 2; i < lived; i++) {
            report(random.nextInt(3) == 0, i % 50 != 0);
        }
        var copies = new Copies(
                administrator, context.getBean(Sealing.class), context.getBean(TransactionTemplate.class), random);
        var owners = context.getBean(Directory.class).organisations().stream()
                .map(Organisation::id)
                .toList();
        var rima = context.getBean(InventedAccounts.class).viewer(Persona.RIMA);
        int more = count - lived;
        for (var part : Map.of(detained, more / 3, free, more - more / 3).entrySet()) {
            var original = copies.read(part.getKey());
            CurrentViewer.as(rima, () -> {
                copies.add(original, part.getValue(), owner, owners);
                return true;
            });
        }
        var manager = context.getBean(InventedAccounts.class).viewer(Persona.SAMIR);
        for (UUID id : copies.casesOf(owner, TAKEN)) {
            CurrentViewer.run(
                    manager, () -> context.getBean(InventedCaseWork.class).take(manager, new CaseId(id)));
        }
        try (var statement = administrator.createStatement()) {
            statement.execute("vacuum analyze");
        }
    }

    private UUID report(boolean detained, boolean triaged) {
        var reports = context.getBean(Reports.class);
        var rima = context.getBean(InventedAccounts.class).viewer(Persona.RIMA);
        return CurrentViewer.as(rima, () -> {
            UUID report = reports.receive(
                    rima,
                    new Told(
                            "hotline",
                            "witness",
                            null,
                            false,
                            null,
                            "invented report " + random.nextInt(1_000_000),
                            null,
                            random.nextInt(5) == 0 ? "child" : "adult",
                            Set.of("documents-held"),
                            "no",
                            "none",
                            detained,
                            null));
            if (triaged) {
                reports.triage(rima, report, new Triage("screen", "normal", "invented", screening, owner));
            }
            return report;
        });
    }
}

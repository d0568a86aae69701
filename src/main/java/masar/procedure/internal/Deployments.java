package masar.procedure.internal;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import masar.access.Accounts;
import masar.access.Steward;
import masar.shared.CurrentViewer;
import org.operaton.bpm.engine.RepositoryService;
import org.operaton.bpm.engine.repository.Deployment;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Brings the diagrams of editions into the engine. A diagram is known by its edition and its content: ways that began
 * under it keep it, even when the file is changed later.
 */
@Component
class Deployments {

    private static final Logger LOG = LoggerFactory.getLogger(Deployments.class);
    private static final long ONE_AT_A_TIME = 7_216_031L;

    private final EngineRoom room;
    private final EditionLibrary library;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Accounts accounts;
    private final boolean verb;

    /** Definitions that another transaction has committed. */
    private final Map<String, String> known = new ConcurrentHashMap<>();

    Deployments(
            EngineRoom room,
            EditionLibrary library,
            JdbcClient jdbc,
            TransactionTemplate transaction,
            Accounts accounts,
            @Value("${masar.verb:false}") boolean verb) {
        this.room = room;
        this.library = library;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.accounts = accounts;
        this.verb = verb;
    }

    /** Makes the engine ready beside the first requests, so that neither the start nor the first act waits for it. */
    @EventListener(ApplicationReadyEvent.class)
    void getReady() {
        if (!verb) {
            Thread.ofPlatform().name("procedure-engine").daemon().start(this::deployAll);
        }
    }

    private void deployAll() {
        try {
            room.engine();
            CurrentViewer.run(
                    accounts.system(Steward.WAY),
                    () -> library.loaded().forEach(edition -> {
                        String definition = transaction.execute(status -> definition(edition.id()));
                        known.put(name(edition.id()), java.util.Objects.requireNonNull(definition));
                    }));
        } catch (RuntimeException later) {
            LOG.warn("the engine will be made ready by the first act: {}", later.toString());
        }
    }

    /** The engine's id of the edition's diagram, for a transaction that looks as the steward of ways. */
    String definition(String edition) {
        String name = name(edition);
        String id = known.get(name);
        return id != null ? id : find(name, edition);
    }

    private String find(String name, String edition) {
        RepositoryService repository = room.engine().getRepositoryService();
        var found = deployed(repository, name);
        if (found == null) {
            jdbc.sql("select pg_advisory_xact_lock(?)")
                    .param(ONE_AT_A_TIME)
                    .query((row, number) -> true)
                    .single();
            found = deployed(repository, name);
        }
        if (found == null) {
            found = repository
                    .createDeployment()
                    .name(name)
                    .tenantId(edition)
                    .addInputStream("way.bpmn", library.diagram(edition).file().open())
                    .deploy();
        }
        return repository
                .createProcessDefinitionQuery()
                .deploymentId(found.getId())
                .singleResult()
                .getId();
    }

    private static @org.jspecify.annotations.Nullable Deployment deployed(RepositoryService repository, String name) {
        return repository.createDeploymentQuery().deploymentName(name).orderByDeploymentTime().asc().list().stream()
                .findFirst()
                .orElse(null);
    }

    private String name(String edition) {
        return edition + " "
                + UUID.nameUUIDFromBytes(
                        library.diagram(edition).file().text().getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
}

package masar.procedure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import masar.access.Steward;
import masar.casefile.internal.InventedCaseWork;
import masar.identification.Identifications;
import masar.identification.VictimStatus;
import masar.people.MasarTest;
import masar.people.Persona;
import masar.people.Selam;
import masar.people.TestDatabase;
import masar.procedure.internal.EngineWalk;
import masar.referral.Referrals;
import masar.shared.Refused;
import masar.shared.Subject;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What the engine keeps of a way, that it is what the worklists show, and that it knows nobody. */
@MasarTest
class WayInTheEngineTests {

    private static final String OPEN_TASKS = """
            select coalesce(string_agg(step || ' ' || coalesce(item::text, ''), ', ' order by step, item), '')
            from worklist.task where subject = '%s' and step = any ('{%s}') and done_at is null""";

    private static final String OPEN_TOKENS = """
            select coalesce(string_agg(t.task_def_key_ || ' ' || coalesce(v.text_, ''), ', '
                order by t.task_def_key_, v.text_), '')
            from procedure.way w join engine.act_ru_task t on t.proc_inst_id_ = w.instance
            left join engine.act_ru_variable v on v.task_id_ = t.id_ and v.name_ = 'item' where w.subject = '%s'""";

    @Autowired
    Selam selam;

    @Autowired
    Referrals referrals;

    @Autowired
    Identifications identifications;

    @Autowired
    Procedures procedures;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Steward steward;

    @Autowired
    InventedCaseWork caseWork;

    @Autowired
    EngineWalk walk;

    @Test
    void whatIsOpenInTheEngineIsWhatTheWorklistsShowAtEveryStep() {
        var way = selam.lives();
        assertTogether(way);
        assertThat(tokens(way)).contains("answer-referral " + way.toCaritas(), "answer-referral " + way.toKafa());
        decides(way, VictimStatus.PRESUMED);
        assertTogether(way);
        selam.as(Persona.NOUR, nour -> {
            referrals.accept(nour, way.toCaritas(), "");
            return way;
        });
        assertTogether(way);
        assertThat(tokens(way)).contains("deliver-service " + way.toCaritas());
        selam.as(Persona.MAYA, maya -> {
            referrals.decline(maya, way.toKafa(), "full", "");
            return way;
        });
        assertTogether(way);
        selam.as(Persona.NOUR, nour -> {
            referrals.complete(nour, way.toCaritas(), "");
            return way;
        });
        assertTogether(way);
        decides(way, VictimStatus.CONFIRMED);
        assertTogether(way);
        assertThat(tokens(way).split(", ")).doesNotHaveDuplicates();
    }

    @Test
    void aCaseWalkedToItsEndLeavesNothingInTheEngine() {
        var way = selam.lives();
        String instance = TestDatabase.text("select instance from procedure.way where subject = '"
                + way.caseId().value() + "'");
        decides(way, VictimStatus.PRESUMED);
        selam.as(Persona.NOUR, nour -> {
            referrals.accept(nour, way.toCaritas(), "");
            referrals.complete(nour, way.toCaritas(), "");
            return way;
        });
        selam.as(Persona.MAYA, maya -> {
            referrals.decline(maya, way.toKafa(), "full", "");
            return way;
        });
        decides(way, VictimStatus.CONFIRMED);
        selam.as(Persona.SAMIR, samir -> {
            caseWork.requestClosure(samir, way.caseId(), "returned", "done");
            return way;
        });
        assertTogether(way);
        selam.as(Persona.HANA, hana -> {
            caseWork.approveClosure(hana, way.caseId(), "agreed");
            return way;
        });
        assertThat(TestDatabase.count(
                        "select count(*) from procedure.way where subject = ? and ended_at is not null"
                                + " and instance is null",
                        way.caseId().value()))
                .isOne();
        for (String table : List.of("act_ru_execution", "act_ru_task", "act_ru_variable")) {
            assertThat(TestDatabase.count(
                            "select count(*) from engine." + table + " where proc_inst_id_ = ?", instance))
                    .as(table)
                    .isZero();
        }
        assertThat(TestDatabase.count(
                        "select count(*) from worklist.task where subject = ? and done_at is null",
                        way.caseId().value()))
                .isZero();
    }

    @Test
    void theEngineWalksEveryStepOfTheEditionToItsEnd() {
        var times = selam.as(Persona.RIMA, rima -> walk.once("lb-2025-1"));
        assertThat(times.ended()).isTrue();
        assertThat(times.nanos())
                .as("the beginning, then each step once")
                .hasSize(1 + procedures.currentEdition().steps().size());
    }

    @Test
    void theEngineKnowsStepsOutcomesAndItemsButNobody() throws SQLException {
        var way = selam.lives();
        try (var all = TestDatabase.administrator()) {
            Set<String> names = new TreeSet<>(column(all, "select distinct name_ from engine.act_ru_variable"));
            assertThat(names).isSubsetOf("outcome", "item");
            assertThat(column(all, "select text_ from engine.act_ru_variable"))
                    .allMatch(value -> value.matches("[a-z][a-z0-9-]{0,60}|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"));
            assertThat(column(
                            all,
                            "select id_ from engine.act_ru_variable where type_ <> 'string' or text2_ is not null"
                                    + " or bytearray_id_ is not null or double_ is not null or long_ is not null"))
                    .isEmpty();
            assertThat(column(all, "select id_ from engine.act_ru_execution where business_key_ is not null"))
                    .isEmpty();
            assertThat(column(
                            all,
                            "select id_ from engine.act_ru_task where owner_ is not null or assignee_ is not null"
                                    + " or description_ is not null"))
                    .isEmpty();
            for (String empty : List.of("job", "event_subscr", "identitylink", "ext_task", "incident", "meter_log")) {
                assertThat(column(all, "select 'x' from engine.act_ru_" + empty))
                        .as(empty)
                        .isEmpty();
            }
            for (String table : column(all, "select tablename from pg_tables where schemaname = 'engine'")) {
                assertThat(column(
                                all,
                                "select t::text from engine." + table + " t where t::text like '%"
                                        + way.caseId().value() + "%' or t::text like '%" + way.report() + "%'"))
                        .as(table)
                        .isEmpty();
            }
        }
    }

    @Test
    void onlyTheStewardOfWaysSeesTheEnginesRows() {
        selam.lives();
        long seen = selam.as(Persona.SAMIR, samir -> transaction.execute(status -> count()));
        assertThat(seen).isZero();
        long steward = selam.as(
                Persona.SAMIR, samir -> transaction.execute(status -> this.steward.as(Steward.WAY, this::count)));
        assertThat(steward).isPositive();
    }

    private long count() {
        return jdbc.sql("select count(*) from engine.act_ru_task")
                .query(Long.class)
                .single();
    }

    @Test
    void anActThatIsRefusedLeavesTheEngineAsItWas() {
        var way = selam.lives();
        String before = tokens(way);
        assertThatThrownBy(() -> selam.as(
                        Persona.NOUR,
                        nour -> transaction.execute(status -> {
                            referrals.accept(nour, way.toCaritas(), "");
                            throw Refused.because("shell.refused.not.found");
                        })))
                .isInstanceOf(Refused.class);
        assertThat(tokens(way)).isEqualTo(before);
        assertTogether(way);
    }

    @Test
    void aStepThatIsNotOpenIsRefusedUnlessTheEditionAllowsItAtAnyTime() {
        var way = selam.lives();
        var samir = selam.as(Persona.SAMIR, viewer -> viewer);
        var outOfTurn = new Fact(way, "approve-closure", "approved", samir.account(), samir.organisation());
        assertThatThrownBy(() -> tell(outOfTurn))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.key()).isEqualTo("procedure.refused.not.its.turn"));
        assertThatThrownBy(() -> tell(new Fact(way, "triage", "guilty", samir.account(), samir.organisation())))
                .isInstanceOf(IllegalArgumentException.class);
        tell(new Fact(way, "assistance-plan", "no-referral-needed", samir.account(), samir.organisation()));
        assertTogether(way);
        assertThat(tokens(way)).contains("follow-up");
    }

    @Test
    void aWayThatBeganBeforeThereWasAnEngineGoesOnFromItsOpenTasks() {
        var way = selam.lives();
        String before = tokens(way);
        TestDatabase.administrator("update procedure.way set instance = null where subject = '"
                + way.caseId().value() + "'");
        selam.as(Persona.NOUR, nour -> {
            referrals.accept(nour, way.toCaritas(), "");
            return way;
        });
        assertTogether(way);
        assertThat(tokens(way))
                .isEqualTo(before.replace("answer-referral " + way.toCaritas(), "deliver-service " + way.toCaritas())
                        .transform(WayInTheEngineTests::sorted));
    }

    @Test
    void twoPeopleWhoActOnOneCaseAtOnceBothMoveIt() throws Exception {
        var way = selam.lives();
        List<Callable<Object>> acts = List.of(
                () -> selam.as(Persona.NOUR, nour -> {
                    referrals.accept(nour, way.toCaritas(), "");
                    return way;
                }),
                () -> selam.as(Persona.MAYA, maya -> {
                    referrals.accept(maya, way.toKafa(), "");
                    return way;
                }),
                () -> {
                    decides(way, VictimStatus.PRESUMED);
                    return way;
                });
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var done : threads.invokeAll(acts)) {
                done.get();
            }
        }
        assertTogether(way);
        assertThat(tokens(way))
                .contains(
                        "deliver-service " + way.toCaritas(),
                        "deliver-service " + way.toKafa(),
                        "confirmation-decision");
    }

    @Test
    void aWayIsReopenedWithOneStepAndForgottenByTheEngineWhenItIsAbandoned() {
        var way = selam.lives();
        Subject subject = way.caseId().subject();
        selam.as(
                Persona.SAMIR,
                samir -> transaction.execute(status -> {
                    procedures.abandon(subject, samir);
                    return true;
                }));
        assertThat(tokens(way)).isEmpty();
        selam.as(
                Persona.SAMIR,
                samir -> transaction.execute(status -> {
                    procedures.reopenAt("follow-up", subject, samir.organisation(), samir);
                    return true;
                }));
        assertTogether(way);
        assertThat(tokens(way)).isEqualTo("follow-up ");
    }

    @Test
    void whatIsDoneAfterTheEndIsKeptAndOpensNothing() {
        var way = selam.lives();
        var samir = selam.as(
                Persona.SAMIR,
                viewer -> transaction.execute(status -> {
                    procedures.abandon(way.caseId().subject(), viewer);
                    return viewer;
                }));
        tell(new Fact(way, "assistance-plan", "no-referral-needed", samir.account(), samir.organisation()));
        assertThat(tokens(way)).isEmpty();
        assertThat(TestDatabase.count(
                        "select count(*) from procedure.passage where subject = ? and not in_turn"
                                + " and step = 'assistance-plan' and outcome = 'no-referral-needed'",
                        way.caseId().value()))
                .isOne();
    }

    private record Fact(Selam.Way way, String step, String outcome, UUID account, UUID organisation)
            implements StepDone {

        @Override
        public Subject subject() {
            return way.caseId().subject();
        }

        @Override
        public java.util.Optional<UUID> owner() {
            return java.util.Optional.of(organisation);
        }
    }

    private void tell(StepDone fact) {
        selam.as(
                Persona.SAMIR,
                samir -> transaction.execute(status -> {
                    events.publishEvent(fact);
                    return true;
                }));
    }

    private void decides(Selam.Way way, VictimStatus status) {
        selam.as(Persona.LAYLA, layla -> {
            identifications.decide(layla, way.caseId(), status, "enough");
            return way;
        });
    }

    /** Duties beside the way are no step of it. */
    private void assertTogether(Selam.Way way) {
        String steps = String.join(",", procedures.currentEdition().steps().keySet());
        assertThat(tokens(way))
                .isEqualTo(TestDatabase.text(OPEN_TASKS.formatted(way.caseId().value(), steps)));
    }

    private static String tokens(Selam.Way way) {
        return TestDatabase.text(OPEN_TOKENS.formatted(way.caseId().value()));
    }

    private static String sorted(String tokens) {
        return String.join(", ", new TreeSet<>(List.of(tokens.split(", "))));
    }

    private static List<String> column(java.sql.Connection connection, String sql) throws SQLException {
        var values = new ArrayList<String>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                values.add(rows.getString(1));
            }
        }
        return values;
    }
}

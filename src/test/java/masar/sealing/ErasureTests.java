package masar.sealing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import masar.access.internal.InventedAccounts;
import masar.casefile.Cases;
import masar.casefile.Person;
import masar.casefile.PersonName;
import masar.people.MasarTest;
import masar.people.Persona;
import masar.people.Selam;
import masar.people.TestDatabase;
import masar.people.Visitor;
import masar.referral.Referrals;
import masar.shared.Language;
import masar.shared.Refused;
import masar.shell.Texts;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.transaction.support.TransactionTemplate;

/** Selam's data are erased: her key is gone, and with it every word about her. */
@MasarTest
class ErasureTests {

    @Autowired
    Erasure erasure;

    @Autowired
    Selam selam;

    @Autowired
    Cases cases;

    @Autowired
    Referrals referrals;

    @Autowired
    InventedAccounts accounts;

    @Autowired
    Texts texts;

    @Autowired
    TransactionTemplate transaction;

    @LocalServerPort
    int port;

    private Selam.Way way;

    @BeforeEach
    void selamHasLived() {
        way = selam.lives();
        selam.as(Persona.SAMIR, samir -> {
            var known = cases.person(samir, way.caseId());
            cases.know(
                    samir,
                    way.caseId(),
                    new Person(
                            known.id(),
                            List.of(
                                    new PersonName("Arab", "سلاماويت", null, null, "تسفاي", null),
                                    new PersonName("Latn", Selam.NAME, null, null, "Tesfaye", null)),
                            known.birth(),
                            known.ageNow(),
                            known.ageAtExploitation(),
                            known.gender(),
                            known.nationalities(),
                            known.language(),
                            "behind the station",
                            known.version()));
            return way;
        });
    }

    private ErasureCertificate erase() {
        UUID second = accounts.account(Persona.SAMIR);
        return selam.as(Persona.HANA, hana -> erasure.erase(hana, way.caseId().subject(), "request", second));
    }

    private Person person() {
        return selam.as(Persona.SAMIR, samir -> cases.person(samir, way.caseId()));
    }

    private long tokens() {
        return TestDatabase.count(
                "select count(*) from casefile.name_token where case_id = ?",
                way.caseId().value());
    }

    @Test
    void herNameAndHerTraceInTheIndexAreGoneAndTheRestOfTheCaseStands() {
        assertThat(tokens()).isPositive();
        assertThat(person().names()).hasSize(2);
        erase();
        assertThat(tokens()).isZero();
        assertThat(person().names()).isEmpty();
        assertThat(person().whereabouts()).isNull();
        var hana = Visitor.signedIn(port, Persona.HANA);
        for (String page : List.of("", "/person", "/screening", "/consents")) {
            var answer = hana.get(way.page(page));
            assertThat(answer.status()).as(page).isEqualTo(200);
            assertThat(answer.body())
                    .as(page)
                    .doesNotContain(Selam.NAME, "سلاماويت")
                    .contains(texts.say(Language.AR, "casefile.alert.erased"));
        }
        Map<String, String> packet = selam.as(
                Persona.NOUR, nour -> referrals.card(nour, way.toCaritas()).packet());
        assertThat(packet).as("a packet has a key of its own").containsValue(Selam.NAME);
    }

    @Test
    void nothingCanBeAddedAfterwards() {
        erase();
        assertThatThrownBy(() -> selam.as(Persona.SAMIR, samir -> {
                    cases.know(samir, way.caseId(), cases.person(samir, way.caseId()));
                    return way;
                }))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.key()).isEqualTo("sealing.refused.erased"));
    }

    @Test
    void theCertificateSaysWhatWhenByWhomAndUntilWhenACopyMayLive() {
        var certificate = erase();
        assertThat(certificate.by()).isEqualTo(accounts.account(Persona.HANA));
        assertThat(certificate.second()).isEqualTo(accounts.account(Persona.SAMIR));
        assertThat(certificate.keys()).isEqualTo(1);
        assertThat(Duration.between(certificate.at(), certificate.lastCopyAt())).isEqualTo(Duration.ofDays(35));
        var kept = selam.as(
                Persona.HANA, hana -> erasure.certificate(hana, way.caseId().subject()));
        assertThat(kept).hasValueSatisfying(found -> assertThat(found.id()).isEqualTo(certificate.id()));
        assertThatThrownBy(this::erase).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> selam.as(
                        Persona.HANA, hana -> erasure.erase(hana, way.caseId().subject(), "request", hana.account())))
                .isInstanceOf(Refused.class);
    }

    /** A restored backup brings her key back; the ledger, kept outside, takes it away again. */
    @Test
    void afterARestoreTheLedgerErasesAgain() {
        String where = " where subject = '" + way.caseId().value() + "'";
        TestDatabase.administrator("drop table if exists public.backup_of_keys");
        TestDatabase.administrator("create table public.backup_of_keys as select * from sealing.subject_key" + where);
        TestDatabase.administrator("create table if not exists public.backup_of_tokens as select * from"
                + " casefile.name_token where case_id = '" + way.caseId().value() + "'");
        erase();
        var ledger = transaction.execute(status -> erasure.ledger());
        TestDatabase.administrator("delete from sealing.subject_key" + where);
        TestDatabase.administrator("delete from sealing.erasure" + where);
        TestDatabase.administrator("insert into sealing.subject_key select * from public.backup_of_keys");
        TestDatabase.administrator("insert into casefile.name_token select * from public.backup_of_tokens");
        TestDatabase.administrator("drop table public.backup_of_keys, public.backup_of_tokens");
        assertThat(person().names()).hasSize(2);

        int again = selam.as(Persona.HANA, hana -> erasure.replay(ledger));

        assertThat(again).isEqualTo(1);
        assertThat(person().names()).isEmpty();
        assertThat(tokens()).isZero();
        assertThat((int) selam.as(Persona.HANA, hana -> erasure.replay(ledger))).isZero();
    }
}

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
import masar.people.Backup;
import masar.people.MasarTest;
import masar.people.Persona;
import masar.people.Selam;
import masar.people.TestDatabase;
import masar.people.Visitor;
import masar.referral.Referrals;
import masar.shared.Refused;
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
    Sealing sealing;

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
    void herNameAndHerTraceInTheIndexAreGoneAndTheCaseIsAsIfItNeverWas() {
        assertThat(tokens()).isPositive();
        assertThat(person().names()).hasSize(2);
        erase();
        assertThat(tokens()).isZero();
        assertThatThrownBy(this::person)
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.isNotFound()).isTrue());
        var hana = Visitor.signedIn(port, Persona.HANA);
        for (String page : List.of("", "/person", "/screening", "/consents")) {
            assertThat(hana.get(way.page(page)).status()).as(page).isEqualTo(404);
        }
        Map<String, String> packet = selam.as(
                Persona.NOUR, nour -> referrals.card(nour, way.toCaritas()).packet());
        assertThat(packet.get("name")).as("a packet has a key of its own").contains(Selam.NAME);
    }

    @Test
    void nothingCanBeAddedAfterwards() {
        erase();
        var place = Place.of(
                "casefile.person.sealed", UUID.randomUUID(), way.caseId().subject());
        assertThatThrownBy(() -> selam.as(
                        Persona.SAMIR, samir -> transaction.execute(status -> sealing.sealFields(place, "her name"))))
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

    /** A restored backup brings her key and her rows back; the ledger, kept outside, takes them away again. */
    @Test
    void afterARestoreTheLedgerErasesAgain() throws Exception {
        var ids = List.of(way.caseId().value());
        var backup = Backup.of(ids);
        erase();
        var ledger = transaction.execute(status -> erasure.ledger());
        String where = " where subject = '" + way.caseId().value() + "'";
        TestDatabase.administrator("delete from sealing.subject_key" + where);
        TestDatabase.administrator("delete from sealing.erasure" + where);
        TestDatabase.administrator("delete from access.grant_of_reading" + where);
        backup.restore();
        assertThat(tokens()).isPositive();
        assertThat(Backup.tablesNaming(ids)).contains("casefile.case_record", "casefile.chronology", "procedure.way");

        int again = selam.as(Persona.HANA, hana -> erasure.replay(ledger));

        assertThat(again).isEqualTo(1);
        assertThat(tokens()).isZero();
        assertThat(Backup.tablesNaming(ids))
                .isSubsetOf(
                        "access.grant_of_reading",
                        "referral.referral",
                        "intake.report",
                        "sealing.erasure",
                        "sealing.subject_key");
        assertThat((int) selam.as(Persona.HANA, hana -> erasure.replay(ledger))).isZero();
    }
}

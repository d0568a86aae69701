package masar.sealing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import masar.people.MasarTest;
import masar.people.Persona;
import masar.people.Selam;
import masar.people.TestDatabase;
import masar.shared.Refused;
import masar.shared.Subject;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

/** What is sealed opens where it was sealed, and nowhere else. */
@MasarTest
class SealingTests {

    private static final String COLUMN = "casefile.person.sealed";

    @Autowired
    Sealing sealing;

    @Autowired
    SearchKeys search;

    @Autowired
    Selam selam;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    private final Subject subject = new Subject("case", UUID.randomUUID());
    private final UUID row = UUID.randomUUID();
    private final Place place = Place.of(COLUMN, row, subject);

    private byte[] sealed(Place where, String words) {
        return selam.as(
                Persona.SAMIR,
                samir -> transaction.execute(status -> sealing.seal(where, words.getBytes(StandardCharsets.UTF_8))));
    }

    private String opened(Place where, byte[] sealed) {
        return sealing.open(where, sealed)
                .map(content -> new String(content, StandardCharsets.UTF_8))
                .orElse("erased");
    }

    @Test
    void itOpensWhereItWasSealedAndHidesItsWords() {
        byte[] sealed = sealed(place, "سلام من أديس أبابا");
        assertThat(new String(sealed, StandardCharsets.UTF_8)).doesNotContain("سلام");
        assertThat(opened(place, sealed)).isEqualTo("سلام من أديس أبابا");
        assertThat(sealed(place, "سلام من أديس أبابا")).isNotEqualTo(sealed);
    }

    @Test
    void movedElsewhereItDoesNotOpen() {
        byte[] sealed = sealed(place, "told");
        var other = new Subject("case", UUID.randomUUID());
        sealed(Place.of(COLUMN, row, other), "makes its key");
        sealed(new Place(COLUMN, row, subject, SealClass.MEDICAL), "makes its key");
        for (Place elsewhere : new Place[] {
            Place.of("casefile.closure.sealed_note", row, subject),
            Place.of(COLUMN, UUID.randomUUID(), subject),
            Place.of(COLUMN, row, other),
            new Place(COLUMN, row, subject, SealClass.MEDICAL)
        }) {
            assertThatThrownBy(() -> sealing.open(elsewhere, sealed)).isInstanceOf(ForgedSeal.class);
        }
    }

    @Test
    void whicheverByteIsAlteredItDoesNotOpen() {
        byte[] sealed = sealed(place, "told");
        for (int at = 0; at < sealed.length; at++) {
            byte[] altered = sealed.clone();
            altered[at] ^= 1;
            assertThatThrownBy(() -> sealing.open(place, altered)).isInstanceOf(ForgedSeal.class);
        }
        assertThatThrownBy(() -> sealing.open(place, new byte[0])).isInstanceOf(ForgedSeal.class);
    }

    @Test
    void aSubjectWithoutKeyReadsAsErased() {
        assertThat(opened(place, new byte[40])).isEqualTo("erased");
    }

    @Test
    void eachClassOfASubjectHasAKeyOfItsOwn() {
        for (SealClass each : SealClass.values()) {
            sealed(new Place(COLUMN, row, subject, each), "told");
        }
        int keys = transaction.execute(
                status -> jdbc.sql("select count(distinct wrapped) from sealing.subject_key where subject = ?")
                        .param(subject.id())
                        .query(Integer.class)
                        .single());
        assertThat(keys).isEqualTo(SealClass.values().length);
    }

    @Test
    void aKeyMadeInARolledBackTransactionIsNotKept() {
        selam.as(
                Persona.SAMIR,
                samir -> transaction.execute(status -> {
                    byte[] sealed = sealing.seal(place, new byte[] {1});
                    assertThat(sealing.open(place, sealed)).isInstanceOf(Opened.Content.class);
                    status.setRollbackOnly();
                    return sealed;
                }));
        byte[] sealed = sealed(place, "told afterwards");
        assertThat(opened(place, sealed)).isEqualTo("told afterwards");
    }

    @Test
    void nothingIsSealedOutsideOfATransaction() {
        assertThatThrownBy(() -> sealing.seal(place, new byte[0])).isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void aSwappedKeyIsNoticed() {
        var other = new Subject("case", UUID.randomUUID());
        byte[] sealed = sealed(place, "told");
        sealed(Place.of(COLUMN, row, other), "told of another");
        TestDatabase.administrator("update sealing.subject_key a set wrapped = b.wrapped,"
                + " organisation_key = b.organisation_key from sealing.subject_key b where a.subject = '"
                + subject.id() + "' and b.subject = '" + other.id() + "'");
        sealedInAnotherMinute();
        assertThatThrownBy(() -> sealing.open(place, sealed)).isInstanceOf(ForgedSeal.class);
        TestDatabase.administrator("delete from sealing.subject_key where subject = '" + subject.id() + "'");
    }

    /** Opened keys are let go of when somebody is erased. */
    private void sealedInAnotherMinute() {
        var gone = new Subject("case", UUID.randomUUID());
        selam.as(Persona.HANA, hana -> erasure.erase(hana, gone, "test", UUID.randomUUID()));
        assertThatThrownBy(() -> sealed(Place.of(COLUMN, row, gone), "more"))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.key()).isEqualTo("sealing.refused.erased"));
    }

    @Autowired
    Erasure erasure;

    @Test
    void tokensTellNothingButEquality() {
        assertThat(search.token("name", "selam"))
                .hasSize(10)
                .isEqualTo(search.token("name", "selam"))
                .isNotEqualTo(search.token("skeleton", "selam"))
                .isNotEqualTo(search.token("name", "salam"));
    }
}

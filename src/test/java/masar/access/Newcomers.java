package masar.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import masar.access.internal.InventedAccounts;
import masar.people.MovableClock;
import masar.people.Persona;
import masar.people.Visitor;
import masar.people.Visitor.Answer;
import masar.shared.LocalizedText;
import masar.shared.Role;

/** Invented people made for one test, who sign in step by step. */
public record Newcomers(int port, InventedAccounts accounts, MovableClock clock) {

    private static final Duration CODE = Duration.ofSeconds(30);

    /** Somebody with this role in the organisation with this key. */
    public Persona somebody(Role role, String organisation) {
        String key = "invented-" + UUID.randomUUID();
        var persona = new Persona(key, new LocalizedText("لينا", "Lina", "Lina"), organisation, Set.of(role));
        accounts.make(List.of(persona));
        return persona;
    }

    Persona somebody(Role role) {
        return somebody(role, Persona.SAMIR.organisation());
    }

    /** Signed in with password and code. */
    public Visitor signedIn(Persona persona) {
        var visitor = new Visitor(port);
        signIn(visitor, persona);
        return visitor;
    }

    Answer signIn(Visitor visitor, Persona persona) {
        password(visitor, persona);
        var answer = code(visitor);
        assertThat(answer.status()).isEqualTo(303);
        return answer;
    }

    Answer password(Visitor visitor, Persona persona) {
        return visitor.get("/sign-in")
                .form("/sign-in")
                .with("name", persona.key(), "password", Persona.PASSWORD)
                .post(visitor);
    }

    Answer code(Visitor visitor) {
        return visitor.get("/sign-in/code")
                .form("/sign-in/code")
                .with("code", freshCode())
                .post(visitor);
    }

    /** A code that was not used yet: the clock goes on by a minute. */
    String freshCode() {
        clock.advance(CODE.multipliedBy(2));
        return accounts.codeNow(clock.instant());
    }

    /** The account page of this person and the form of one act on it, ticked. */
    Answer act(Visitor administrator, Persona persona, String act, String... more) {
        String page = "/accounts/" + accounts.account(persona);
        return administrator
                .get(page)
                .form(page + "/" + act)
                .with("sure", "yes")
                .with(more)
                .post(administrator);
    }
}

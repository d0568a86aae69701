package masar.casefile.internal;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import masar.casefile.AgeKnown;
import masar.casefile.AgeStatus;
import masar.casefile.PartialDate;
import masar.casefile.Person;
import masar.casefile.PersonKnown;
import masar.casefile.PersonName;
import masar.country.Countries;
import masar.sealing.Place;
import masar.sealing.Sealing;
import masar.shared.CaseId;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps people. Who they are is sealed under the key of their case; only the two ages, which rules ask for, are codes. */
@Component
class PersonStore {

    private record Sealed(
            List<PersonName> names,
            @Nullable PartialDate birth,
            @Nullable String gender,
            List<String> nationalities,
            @Nullable String language,
            @Nullable String whereabouts) {

        static final Sealed ERASED = new Sealed(List.of(), null, null, List.of(), null, null);

        static Sealed of(Person person) {
            return new Sealed(
                    person.names(),
                    person.birth(),
                    person.gender(),
                    person.nationalities(),
                    person.language(),
                    person.whereabouts());
        }
    }

    private final JdbcClient jdbc;
    private final Sealing sealing;
    private final NameIndex index;
    private final ApplicationEventPublisher events;
    private final Countries countries;
    private final InstantSource clock;

    PersonStore(
            JdbcClient jdbc,
            Sealing sealing,
            NameIndex index,
            ApplicationEventPublisher events,
            Countries countries,
            InstantSource clock) {
        this.jdbc = jdbc;
        this.sealing = sealing;
        this.index = index;
        this.events = events;
        this.countries = countries;
        this.clock = clock;
    }

    /** Under eighteen or not today, in the country. */
    AgeStatus ageToday(Person person) {
        LocalDate today =
                clock.instant().atZone(countries.current().calendar().zone()).toLocalDate();
        return AgeStatus.on(today, person.birth(), person.ageNow());
    }

    /** Tells whoever has something to do with it how old the person is now. */
    void tellAge(CaseId caseId, Person person) {
        events.publishEvent(new AgeKnown(caseId, ageToday(person)));
    }

    /** The person of this case; nameless once they were erased. */
    Person find(CaseId caseId, UUID id) {
        return jdbc.sql("select * from casefile.person where id = ?")
                .param(id)
                .query((row, number) -> {
                    var known = sealing.openFields(place(caseId, id), row.getBytes("sealed"), Sealed.class)
                            .orElse(Sealed.ERASED);
                    return new Person(
                            id,
                            known.names(),
                            known.birth(),
                            AgeStatus.of(row.getString("age_now")),
                            AgeStatus.of(row.getString("age_at_exploitation")),
                            known.gender(),
                            known.nationalities(),
                            known.language(),
                            known.whereabouts(),
                            row.getInt("version"));
                })
                .single();
    }

    /** Keeps a new person; the keys of the case are wrapped for the organisation that owns it. */
    void add(CaseId caseId, UUID owner, Person person) {
        sealing.belongsTo(caseId.subject(), owner);
        write(
                "insert into casefile.person (age_now, age_at_exploitation, sealed, id, version)"
                        + " values (?, ?, ?, ?, ? + 1)",
                caseId,
                person);
        index.write(caseId, person.names());
    }

    /** Refused by an exception when the person was changed since this version was read. */
    void change(CaseId caseId, Person person) {
        int changed = write(
                "update casefile.person set age_now = ?, age_at_exploitation = ?, sealed = ?, version = version + 1"
                        + " where id = ? and version = ?",
                caseId,
                person);
        if (changed == 0) {
            throw new OptimisticLockingFailureException("person changed meanwhile");
        }
        index.write(caseId, person.names());
        events.publishEvent(new PersonKnown(caseId));
    }

    private int write(String sql, CaseId caseId, Person person) {
        return jdbc.sql(sql)
                .param(person.ageNow().code())
                .param(person.ageAtExploitation().code())
                .param(sealing.sealFields(place(caseId, person.id()), Sealed.of(person)))
                .param(person.id())
                .param(person.version())
                .update();
    }

    private static Place place(CaseId caseId, UUID person) {
        return Place.of("casefile.person.sealed", person, caseId.subject());
    }
}

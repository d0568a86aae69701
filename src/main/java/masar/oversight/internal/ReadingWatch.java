package masar.oversight.internal;

import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import masar.audit.Readings;
import masar.audit.Readings.Reading;
import masar.casefile.DeclaredRelations;
import masar.country.Countries;
import masar.shared.CaseId;
import masar.shared.Job;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Looks for unusual reading of today and yesterday, and has each alarm raised once for an account and a day. */
@Component
class ReadingWatch implements Job {

    private final Readings readings;
    private final AlarmDesk desk;
    private final WatchRules rules;
    private final Countries countries;
    private final DeclaredRelations relations;
    private final TransactionTemplate transaction;
    private final InstantSource clock;

    ReadingWatch(
            Readings readings,
            AlarmDesk desk,
            WatchRules rules,
            Countries countries,
            DeclaredRelations relations,
            TransactionTemplate transaction,
            InstantSource clock) {
        this.readings = readings;
        this.desk = desk;
        this.rules = rules;
        this.countries = countries;
        this.relations = relations;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "audit-watch";
    }

    @Override
    public Duration pause() {
        return Duration.ofMinutes(15);
    }

    @Override
    public void run() {
        var today =
                clock.instant().atZone(countries.current().calendar().zone()).toLocalDate();
        for (LocalDate day : List.of(today.minusDays(1), today)) {
            of(day).forEach((account, seen) -> transaction.executeWithoutResult(
                    status -> desk.raise(account, seen.organisation(), day, unusual(seen))));
        }
    }

    /** What one account read of cases on a day, and what it was refused, the oldest first. */
    private record Seen(UUID organisation, List<Reading> read, List<Reading> refused) {

        static Seen nothing(UUID organisation) {
            return new Seen(organisation, new ArrayList<>(), new ArrayList<>());
        }

        List<Reading> all() {
            return Stream.concat(read.stream(), refused.stream())
                    .sorted(Comparator.comparing(Reading::at))
                    .toList();
        }
    }

    private Map<UUID, Seen> of(LocalDate day) {
        var zone = countries.current().calendar().zone();
        var from = day.atStartOfDay(zone).toInstant();
        var until = day.plusDays(1).atStartOfDay(zone).toInstant();
        Map<UUID, Seen> found = new LinkedHashMap<>();
        readings.ofCases(from, until)
                .forEach(each -> found.computeIfAbsent(each.account(), id -> Seen.nothing(each.organisation()))
                        .read()
                        .add(each));
        readings.refusedOfCases(from, until)
                .forEach(each -> found.computeIfAbsent(each.account(), id -> Seen.nothing(each.organisation()))
                        .refused()
                        .add(each));
        return found;
    }

    private List<Unusual> unusual(Seen seen) {
        var limits = rules.limits();
        var calendar = countries.current().calendar();
        var found = new ArrayList<Unusual>();
        Unusual.manyCases(seen.read(), limits).ifPresent(found::add);
        Unusual.among(
                        seen.read(),
                        "outside-hours",
                        limits.casesOutsideHours(),
                        each -> limits.isOutsideHours(calendar, each.at()))
                .ifPresent(found::add);
        Unusual.among(seen.all(), "relations", 1, this::isRelated).ifPresent(found::add);
        return found;
    }

    private boolean isRelated(Reading reading) {
        return relations.isRelated(reading.account(), new CaseId(reading.caseId()));
    }
}

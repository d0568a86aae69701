package masar.detention.internal;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import masar.casefile.CaseFrame.Alert;
import masar.country.Countries;
import masar.detention.Detention;
import masar.detention.Detentions.Act;
import masar.detention.ProtectionRequest;
import masar.shared.LocalizedText;
import masar.shell.Choice;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Detentions and requests as they are drawn, and what the head of a case says of them. */
@Component
public class DetentionView {

    private final PackWords words;
    private final Countries countries;
    private final InstantSource clock;

    DetentionView(PackWords words, Countries countries, InstantSource clock) {
        this.words = words;
        this.countries = countries;
        this.clock = clock;
    }

    /**
     * A detention as it is drawn.
     *
     * @param daysToRemoval below 0 when the day has passed; null when none is set
     */
    public record StayLine(
            Detention detention,
            long days,
            @Nullable Long daysToRemoval,
            LocalizedText facilityKind,
            @Nullable LocalizedText facility,
            LocalizedText reason,
            @Nullable LocalizedText outcome) {}

    /** What was done about a detention. */
    public record ActLine(Act act, String who) {}

    /**
     * A request as it is drawn.
     *
     * @param addressee organisation of the directory, or null
     * @param verified whether the article it cites was checked
     */
    public record RequestLine(
            ProtectionRequest request,
            LocalizedText kind,
            @Nullable LocalizedText addressee,
            @Nullable LocalizedText outcome,
            boolean verified,
            boolean late) {}

    /** What the head of the case says: days in detention, and days to the removal. */
    List<Alert> alerts(Detention detention) {
        var alerts = new ArrayList<Alert>();
        alerts.add(new Alert("detention.alert.held", List.of(detention.days(today())), false));
        Long left = daysTo(detention.circumstances().removalOn());
        if (left != null) {
            alerts.add(
                    left < 0
                            ? new Alert("detention.alert.removal.passed", List.of(), true)
                            : new Alert("detention.alert.removal", List.of(left), true));
        }
        return alerts;
    }

    StayLine line(Detention detention) {
        var known = detention.circumstances();
        var facility = known.facility();
        return new StayLine(
                detention,
                detention.days(today()),
                daysTo(known.removalOn()),
                words.word("facility-kind", known.facilityKind()),
                facility == null ? null : words.organisation(facility),
                words.word("detention-reason", known.reason()),
                detention
                        .release()
                        .map(release -> words.word("release-outcome", release.outcome()))
                        .orElse(null));
    }

    ActLine line(Act act) {
        return new ActLine(act, words.person(act.account()));
    }

    RequestLine line(ProtectionRequest request) {
        var addressee = request.draft().addressee();
        Instant due = request.dueAt();
        return new RequestLine(
                request,
                words.word("protection-request", request.draft().kind()),
                addressee == null ? null : words.organisation(addressee),
                request.reply()
                        .map(reply -> words.word("request-outcome", reply.outcome()))
                        .orElse(null),
                isVerified(request.draft().article()),
                due != null && request.reply().isEmpty() && due.isBefore(clock.instant()));
    }

    /** Whether the article was checked; none needs no checking. */
    boolean isVerified(@Nullable String article) {
        return article == null
                || Optional.ofNullable(countries.current().law().articles().get(article))
                        .filter(each -> each.provenance().verified())
                        .isPresent();
    }

    /** Before, during or after detention, in the words of the interviews. */
    Optional<Choice> phase(List<Detention> stays) {
        if (stays.isEmpty()) {
            return Optional.empty();
        }
        String code = stays.stream().anyMatch(Detention::isHeld) ? "DURING" : "POST";
        return Optional.of(Choice.of(code, words.word("interview-phase", code)));
    }

    LocalDate today() {
        return clock.instant().atZone(countries.current().calendar().zone()).toLocalDate();
    }

    @Nullable
    Long daysTo(@Nullable LocalDate day) {
        return day == null ? null : ChronoUnit.DAYS.between(today(), day);
    }
}

package masar.assistance.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import masar.access.Depth;
import masar.assistance.Assistance;
import masar.assistance.ServiceDelivered;
import masar.audit.Audit;
import masar.casefile.Cases;
import masar.casefile.Chronology;
import masar.country.Countries;
import masar.referral.Referrals;
import masar.sealing.Place;
import masar.sealing.Sealing;
import masar.shared.CaseId;
import masar.shared.Refused;
import masar.shared.Subject;
import masar.shared.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
@Transactional
class AssistanceDesk implements Assistance {

    private final JdbcClient jdbc;
    private final Cases cases;
    private final Referrals referrals;
    private final Chronology chronology;
    private final Audit audit;
    private final Countries countries;
    private final InstantSource clock;
    private final Sealing sealing;

    AssistanceDesk(
            JdbcClient jdbc,
            Cases cases,
            Referrals referrals,
            Chronology chronology,
            Audit audit,
            Countries countries,
            InstantSource clock,
            Sealing sealing) {
        this.jdbc = jdbc;
        this.cases = cases;
        this.referrals = referrals;
        this.chronology = chronology;
        this.audit = audit;
        this.countries = countries;
        this.clock = clock;
        this.sealing = sealing;
    }

    @Override
    public void deliver(Viewer viewer, CaseId id, Delivery delivery) {
        var card = cases.card(viewer, id, Depth.FULL);
        Refused.unless(card.isOpen(), "casefile.refused.not.open");
        Refused.unless(
                card.manager().filter(viewer.account()::equals).isPresent(), "assistance.refused.manager.records");
        add(viewer, id, null, delivery);
        audit.done(id.subject(), "assistance.deliver");
    }

    @Override
    public void deliver(Viewer viewer, UUID referral, Delivery delivery) {
        var card = referrals.card(viewer, referral);
        Refused.unless(card.received(), "referral.refused.only.addressee");
        Refused.unless(card.state().equals("accepted"), "referral.refused.not.accepted");
        add(viewer, card.caseId(), referral, delivery);
        audit.done(new Subject("referral", referral), "assistance.deliver");
    }

    private void add(Viewer viewer, CaseId id, @Nullable UUID referral, Delivery delivery) {
        Refused.unless(!delivery.on().isAfter(today()), "assistance.refused.future");
        UUID service = UUID.randomUUID();
        jdbc.sql("insert into assistance.service_delivered (id, case_id, referral, organisation, category, outcome,"
                        + " delivered_on, sealed_note, recorded_by, recorded_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .param(service)
                .param(id.value())
                .param(referral)
                .param(viewer.organisation())
                .param(delivery.category())
                .param(delivery.outcome())
                .param(delivery.on())
                .param(sealing.sealFields(place(service, id.value(), referral), delivery.note()))
                .param(viewer.account())
                .param(OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .update();
        chronology.add(id, "assistance.delivered", Optional.of(delivery.category()));
    }

    @Override
    @Transactional(readOnly = true)
    public List<ServiceDelivered> ofCase(Viewer viewer, CaseId id) {
        cases.card(viewer, id, Depth.FULL);
        return jdbc.sql("select * from assistance.service_delivered where case_id = ? order by delivered_on desc")
                .param(id.value())
                .query((row, number) -> delivered(row))
                .list();
    }

    @Override
    public List<ServiceDelivered> ofReferral(Viewer viewer, UUID referral) {
        referrals.card(viewer, referral);
        return jdbc.sql("select * from assistance.service_delivered where referral = ? order by delivered_on desc")
                .param(referral)
                .query((row, number) -> delivered(row))
                .list();
    }

    /** What a receiver records under a referral stays under the key of that referral. */
    private static Place place(UUID service, UUID caseId, @Nullable UUID referral) {
        var subject = referral == null ? new CaseId(caseId).subject() : new Subject("referral", referral);
        return Place.of("assistance.service_delivered.sealed_note", service, subject);
    }

    LocalDate today() {
        return clock.instant().atZone(countries.current().calendar().zone()).toLocalDate();
    }

    private ServiceDelivered delivered(ResultSet row) throws SQLException {
        UUID service = row.getObject("id", UUID.class);
        var place = place(service, row.getObject("case_id", UUID.class), row.getObject("referral", UUID.class));
        return new ServiceDelivered(
                service,
                row.getObject("organisation", UUID.class),
                row.getString("category"),
                row.getString("outcome"),
                row.getObject("delivered_on", LocalDate.class),
                sealing.openFields(place, row.getBytes("sealed_note"), String.class)
                        .orElse(""),
                row.getObject("recorded_by", UUID.class),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant());
    }
}

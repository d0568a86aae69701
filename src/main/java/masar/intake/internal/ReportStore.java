package masar.intake.internal;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.repository.ListCrudRepository;

interface ReportStore extends ListCrudRepository<Report, UUID> {

    List<Report> findByOrganisationOrderByReceivedAtDesc(UUID organisation, Limit limit);

    Optional<Report> findByCaseId(UUID caseId);
}

package masar.casefile.internal;

import java.util.List;
import java.util.UUID;
import org.springframework.data.repository.ListCrudRepository;

interface ConsentStore extends ListCrudRepository<ConsentRecord, UUID> {

    List<ConsentRecord> findByCaseIdOrderByGivenAtDesc(UUID caseId);
}

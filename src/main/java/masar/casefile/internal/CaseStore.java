package masar.casefile.internal;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.ListCrudRepository;

interface CaseStore extends ListCrudRepository<CaseRecord, UUID> {

    Optional<CaseRecord> findByCode(String code);
}

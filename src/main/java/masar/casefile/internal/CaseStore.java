package masar.casefile.internal;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.ListCrudRepository;

interface CaseStore extends ListCrudRepository<CaseRecord, UUID> {

    Optional<CaseRecord> findByCode(String code);

    List<CaseRecord> findByManager(UUID manager);

    List<CaseRecord> findByStateNotOrderByOpenedAtAscIdAsc(String state);

    @Query("select count(*) from casefile.chronology where case_id = :id")
    int entriesInChronology(UUID id);
}

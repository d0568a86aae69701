package broken.style;

import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** A name that says nothing, and transactions that wait for each other's connection. */
@Transactional(propagation = Propagation.REQUIRES_NEW)
public class CaseManagerImpl {

    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void open() {}
}

package masar.assistance;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import masar.shared.CaseId;
import masar.shared.Viewer;

/** What help was given. */
public interface Assistance {

    /** What is recorded of one delivery; the date may not lie in the future. */
    record Delivery(String category, String outcome, LocalDate on, String note) {}

    /** The case manager records what their own organisation gave. */
    void deliver(Viewer viewer, CaseId id, Delivery delivery);

    /** The receiver of an accepted referral records what it gave. */
    void deliver(Viewer viewer, UUID referral, Delivery delivery);

    /** Everything given in a case, for whoever reads the whole case. */
    List<ServiceDelivered> ofCase(Viewer viewer, CaseId id);

    /** What was given under one referral, for its two sides. */
    List<ServiceDelivered> ofReferral(Viewer viewer, UUID referral);
}

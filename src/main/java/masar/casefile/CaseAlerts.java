package masar.casefile;

import java.util.List;
import masar.shared.Viewer;

/** Alerts that a module raises on the head of a case for those who may know. */
public interface CaseAlerts {

    List<CaseFrame.Alert> alerts(Viewer viewer, CaseCard card);
}

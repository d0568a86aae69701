package masar.documents.internal;

import masar.access.Depth;
import masar.casefile.CaseCard;
import masar.casefile.CaseTab;
import masar.shared.Viewer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What documents put on every case. */
@Configuration
class DocumentAdditions {

    @Bean
    CaseTab documentsTab() {
        return new CaseTab("documents.tab.documents", "documents", 25, DocumentAdditions::isShown);
    }

    /** As the policies of the tables say: a summary's depth, and never to who detains or polices. */
    private static boolean isShown(Viewer viewer, CaseCard card) {
        return card.sees(Depth.SUMMARY)
                && switch (viewer.organisationKind()) {
                    case DETAINING, POLICE -> false;
                    default -> true;
                };
    }
}

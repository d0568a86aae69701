package masar.screening.internal;

import java.util.List;
import java.util.UUID;
import masar.shared.LocalizedText;

/**
 * What stands beside every page of an interview under way: how far it has come, and who was present.
 *
 * @param version of the interview that was read, so that two editors notice each other
 * @param intimidating people present before whom nobody speaks freely; the page warns of them
 * @param current what is shown: {@code section-2}, {@code dimension-1} or {@code finish}
 */
public record InterviewHead(
        UUID id,
        UUID caseId,
        String code,
        int version,
        List<SectionLine> sections,
        List<DimensionLine> dimensions,
        List<LocalizedText> intimidating,
        String current) {

    /** A section of the form: how many questions are to be asked now, and how many have an answer. */
    public record SectionLine(int number, LocalizedText title, int asked, int answered) {

        public boolean isDone() {
            return asked == answered;
        }
    }

    /** A dimension of the sheet of indicators: how many there are, and how many have been looked at. */
    public record DimensionLine(int number, LocalizedText name, int listed, int looked) {

        public boolean isDone() {
            return listed == looked;
        }
    }

    public String address() {
        return "/interviews/" + id;
    }

    public String caseAddress() {
        return "/cases/" + caseId;
    }
}

package masar.exchange.internal;

import java.util.List;

/**
 * What came of reading a file of cases.
 *
 * @param records the rows without error, in order; none when the file as a whole is wrong
 * @param refusedRows numbers of rows held back
 */
public record HtcdsReading(List<HtcdsRecord> records, List<Integer> refusedRows, List<HtcdsProblem> problems) {
    public HtcdsReading {
        records = List.copyOf(records);
        refusedRows = List.copyOf(refusedRows);
        problems = List.copyOf(problems);
    }

    /** Problems that hold something back. */
    public List<HtcdsProblem> errors() {
        return problems.stream().filter(problem -> !problem.kind().isNote()).toList();
    }

    public List<HtcdsProblem> notes() {
        return problems.stream().filter(problem -> problem.kind().isNote()).toList();
    }
}

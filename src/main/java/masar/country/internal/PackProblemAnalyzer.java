package masar.country.internal;

import masar.country.PackProblem;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Tells the operator which file and line of the country pack stopped the start, and what to do. */
public final class PackProblemAnalyzer extends AbstractFailureAnalyzer<PackProblem> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, PackProblem problem) {
        String line = problem.line() > 0 ? String.valueOf(problem.line()) : "(the file as a whole)";
        String description = """
                The country pack is broken.
                  file    countries/%s
                  line    %s
                  reason  %s""".formatted(problem.file(), line, problem.reason());
        String action = """
                Correct this line and start again. Files of a directory given by --countries DIR are used instead of \
                those in the jar: without that option Masar starts with the pack it was built with.""";
        return new FailureAnalysis(description, action, problem);
    }
}

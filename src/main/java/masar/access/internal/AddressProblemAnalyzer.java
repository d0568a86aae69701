package masar.access.internal;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Tells the operator what is wrong with the public address, and what to write. */
public final class AddressProblemAnalyzer extends AbstractFailureAnalyzer<AddressProblem> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, AddressProblem problem) {
        return new FailureAnalysis(
                "MASAR_PUBLIC_URL is not an address at which people reach Masar: " + problem.getMessage(),
                "Write scheme and host, with a port if there is one, and no path: https://masar.example.org",
                problem);
    }
}

package masar.launch.internal;

import masar.launch.CannotStart;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Tells the operator cause and cure of what was found out only after Spring had begun. */
public final class CannotStartAnalyzer extends AbstractFailureAnalyzer<CannotStart> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, CannotStart cannot) {
        return new FailureAnalysis(
                "Masar cannot start: " + cannot.getMessage(), "What to do: " + cannot.cure(), cannot);
    }
}

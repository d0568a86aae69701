package masar.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import masar.people.MasarTest;
import masar.people.Persona;
import masar.people.Selam;
import masar.procedure.internal.EngineWalk;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * How many milliseconds the engine adds to the acts of one case from the first report to its closure. Writes what it
 * measured to docs/performance.md; the aim is compared there.
 */
@Tag("drill")
@MasarTest
class EngineDrill {

    private static final int WARM_UP = 200;
    private static final int WALKS = 500;
    private static final String EDITION = "lb-2025-1";

    @Autowired
    Selam selam;

    @Autowired
    EngineWalk walk;

    @Test
    void theEngineAddsLittleToTheActsOfACase() throws IOException {
        long first = walk().whole();
        for (int i = 0; i < WARM_UP; i++) {
            walk();
        }
        long[] whole = new long[WALKS];
        var steps = new ArrayList<Long>();
        var begins = new ArrayList<Long>();
        for (int i = 0; i < WALKS; i++) {
            var times = walk();
            assertThat(times.ended()).isTrue();
            whole[i] = times.whole();
            begins.add(times.nanos().getFirst());
            steps.addAll(times.nanos().subList(1, times.nanos().size()));
        }
        Arrays.sort(whole);
        Figures.write(
                "engine",
                "%d walks of 11 steps through %s, after %d to warm up".formatted(WALKS, EDITION, WARM_UP),
                List.of(
                        "| whole way in the engine, median | %.1f ms | under 150 ms |".formatted(at(whole, 0.5)),
                        "| whole way in the engine, p95 | %.1f ms | |".formatted(at(whole, 0.95)),
                        "| to begin a way, median | %.1f ms | |".formatted(at(sorted(begins), 0.5)),
                        "| a step, median | %.1f ms | |".formatted(at(sorted(steps), 0.5)),
                        "| a step, p95 | %.1f ms | |".formatted(at(sorted(steps), 0.95)),
                        "| the first way after a start, with building the engine | %.0f ms | |"
                                .formatted(first / 1e6)));
        assertThat(whole).hasSize(WALKS);
    }

    private EngineWalk.Times walk() {
        return selam.as(Persona.RIMA, rima -> walk.once(EDITION));
    }

    private static long[] sorted(List<Long> nanos) {
        return nanos.stream().mapToLong(Long::longValue).sorted().toArray();
    }

    private static double at(long[] sorted, double quantile) {
        return sorted[(int) (sorted.length * quantile)] / 1e6;
    }
}

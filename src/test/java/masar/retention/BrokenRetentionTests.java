package masar.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeMap;
import masar.country.PackFolder;
import masar.country.PackPart;
import masar.country.PackProblem;
import masar.retention.internal.InventedRules;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A broken rule of retention stops the start and says which file, which line and why. */
class BrokenRetentionTests {

    private static final Path RULES = Path.of("countries/shared/retention.yaml");

    private final PackPart rules = InventedRules.empty();

    private static PackFolder pack(String retention) {
        var files = new TreeMap<String, byte[]>();
        files.put("retention.yaml", retention.getBytes(StandardCharsets.UTF_8));
        return new PackFolder("lb", files);
    }

    @Test
    void theRulesOfAllCountriesAreReadAndEachIsToBeVerified() throws Exception {
        rules.load(pack(Files.readString(RULES)));
        assertThat(InventedRules.of(rules)).hasSize(7).allSatisfy(rule -> {
            assertThat(rule.provenance().verified()).as(rule.recordClass()).isFalse();
            assertThat(rule.basis().en()).contains("none found");
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            period: P6M          | period: six months    | expected a period such as
            period: P6M          | period: P0D           | longer than nothing
            period: P6M          | period: P-1Y          | longer than nothing
            period: P6M          | periods: P6M          | unknown field 'periods'
            key: report-unrelated| key: report-forgotten | there is no class of record 'report-forgotten'
            key: audit-trail     | key: draft            | class 'draft' stands here twice
            verified: false      | verified: perhaps     | expected true or false
            """)
    void aWrongLineIsRefusedWithFileLineAndReason(String right, String wrong, String reason) throws Exception {
        String broken = Files.readString(RULES).replaceFirst(right, wrong);
        assertThatThrownBy(() -> rules.load(pack(broken))).isInstanceOfSatisfying(PackProblem.class, problem -> {
            assertThat(problem.file()).isEqualTo("lb/retention.yaml");
            assertThat(problem.line()).isPositive();
            assertThat(problem.reason()).contains(reason);
        });
    }

    @Test
    void aClassWithoutARuleAndAMissingFileAreRefused() throws Exception {
        String whole = Files.readString(RULES);
        String without = whole.substring(0, whole.indexOf("  - key: audit-trail"));
        assertThatThrownBy(() -> rules.load(pack(without)))
                .isInstanceOf(PackProblem.class)
                .hasMessageContaining("class 'audit-trail' has no rule");
        assertThatThrownBy(() -> rules.load(new PackFolder("lb", new TreeMap<>())))
                .isInstanceOf(PackProblem.class)
                .hasMessageContaining("retention.yaml");
    }
}

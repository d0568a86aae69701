package masar.audit.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import masar.audit.Finding.Kind;
import masar.audit.TrailCheck;
import masar.audit.TrailUnreadable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whoever owns the database but not the key cannot rewrite the trail unnoticed. */
class TamperingTests {

    private static final int ENTRIES = 2000;
    private static InventedTrail sound;

    @TempDir
    Path folder;

    @BeforeAll
    static void aTrailOfAnHour() {
        sound = new InventedTrail(7).grow(ENTRIES);
        assertThat(sound.heads).hasSizeGreaterThan(10);
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void eachKindIsFoundAndItsFirstEntryNamed(Kind kind) throws IOException {
        for (long seed = 0; seed < 20; seed++) {
            isFound(kind, seed);
        }
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    @Tag("drill")
    void eachKindIsFoundAtAThousandPlaces(Kind kind) throws IOException {
        for (long seed = 1000; seed < 2000; seed++) {
            isFound(kind, seed);
        }
    }

    private void isFound(Kind kind, long seed) throws IOException {
        var tampered = Tampering.with(kind, sound, seed);
        var verdict = TrailCheck.check(tampered.trail().write(folder.resolve("trail")), tampered.kept());
        assertThat(verdict.finding()).as("%s, seed %d", kind, seed).isPresent();
        assertThat(verdict.finding().get().kind())
                .as("seed %d: %s", seed, verdict)
                .isEqualTo(kind);
        assertThat(verdict.finding().get().position())
                .as("%s, seed %d", kind, seed)
                .isEqualTo(tampered.position());
    }

    /** Whoever recomputes the heads as well destroys their signatures: found, but only as near as the head before. */
    @ParameterizedTest
    @EnumSource(
            value = Kind.class,
            names = {"ALTERED", "DELETED", "INSERTED", "REORDERED"})
    void recomputedHeadsAreNotSigned(Kind kind) throws IOException {
        for (long seed = 0; seed < 20; seed++) {
            var tampered = Tampering.with(kind, sound, seed);
            tampered.trail().recomputeHeads();
            var finding = TrailCheck.check(tampered.trail().write(folder.resolve("trail")), List.of())
                    .finding()
                    .orElseThrow();
            assertThat(finding.position()).isLessThanOrEqualTo(tampered.position());
            long heads = sound.heads.stream()
                    .filter(head -> head.size() > finding.position() && head.size() <= tampered.position())
                    .count();
            assertThat(heads).as("heads between").isZero();
        }
    }

    @Test
    void anUntouchedTrailIsSound() throws IOException {
        var kept = sound.heads.stream().map(Head::text).toList();
        var verdict = TrailCheck.check(sound.write(folder.resolve("trail")), kept);
        assertThat(verdict.finding()).isEmpty();
        assertThat(verdict.entries()).isEqualTo(ENTRIES);
        assertThat(verdict.heads()).isEqualTo(sound.heads.size());
        assertThat(verdict.newest().orElseThrow().text()).isEqualTo(sound.keptHead());
    }

    @Test
    void aTrailSignedAnewWithAnotherKeyIsForked() throws IOException {
        var other = AuditKey.fresh();
        var forged = sound.restoredTo(5, 3, Duration.ZERO).grow(500, other);
        Path file = forged.write(folder.resolve("trail"), InventedTrail.KEY, other);
        var finding = TrailCheck.check(file, List.of()).finding().orElseThrow();
        assertThat(finding.kind()).isEqualTo(Kind.FORKED);
        assertThat(finding.position()).isEqualTo(sound.heads.get(4).size());
        var whole = new InventedTrail(9).grow(500, other);
        file = whole.write(folder.resolve("whole"), other);
        assertThat(TrailCheck.check(file, List.of(sound.keptHead()))
                        .finding()
                        .orElseThrow()
                        .kind())
                .isIn(Kind.FORKED, Kind.TRUNCATED);
    }

    @Test
    void aNewKeyIsBelievedWhenSomebodyKeptItsHead() throws IOException {
        var other = AuditKey.fresh();
        var goneOn = sound.copy(4).grow(100, other);
        Path file = goneOn.write(folder.resolve("trail"), InventedTrail.KEY, other);
        assertThat(TrailCheck.check(file, List.of()).isSound()).isFalse();
        assertThat(TrailCheck.check(file, List.of(goneOn.keptHead())).isSound()).isTrue();
    }

    @Test
    void whatIsNotAWholeTrailIsUnreadable() throws IOException {
        Path file = sound.write(folder.resolve("trail"));
        byte[] whole = Files.readAllBytes(file);
        for (int length : new int[] {0, 1, whole.length / 3, whole.length - 1}) {
            Files.write(file, java.util.Arrays.copyOf(whole, length));
            assertThatThrownBy(() -> TrailCheck.check(file, List.of())).isInstanceOf(TrailUnreadable.class);
        }
        Files.write(file, "PK not a trail\n".getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(() -> TrailCheck.check(file, List.of())).isInstanceOf(TrailUnreadable.class);
        assertThatThrownBy(() -> TrailCheck.check(folder.resolve("none"), List.of()))
                .isInstanceOf(TrailUnreadable.class);
        assertThatThrownBy(() -> TrailCheck.check(file, List.of("masar-head-1.7")))
                .isInstanceOf(TrailUnreadable.class);
    }

    @Test
    void aHeadCanBeWrittenDownAndReadAgain() {
        var head = sound.heads.getLast();
        assertThat(Head.parse(head.text()).isSameAs(head)).isTrue();
        assertThat(head.text()).hasSizeLessThan(400).matches("[A-Za-z0-9._-]+");
    }

    /** The tree of RFC 9162, 2.1.1, computed as it is written there. */
    @Test
    void theTreeGrowsAsTheStandardSays() {
        var leaves =
                sound.entries.subList(0, 70).stream().map(InventedTrail::leaf).toList();
        var tree = new Tree();
        for (int size = 1; size <= leaves.size(); size++) {
            tree.add(leaves.get(size - 1));
            assertThat(tree.root()).isEqualTo(root(leaves.subList(0, size)));
            assertThat(Tree.from(size, tree.frontier()).root()).isEqualTo(tree.root());
        }
    }

    private static byte[] root(List<byte[]> leaves) {
        if (leaves.size() == 1) {
            return leaves.getFirst();
        }
        int split = Integer.highestOneBit(leaves.size() - 1);
        return new Sha256().node(root(leaves.subList(0, split)), root(leaves.subList(split, leaves.size())));
    }
}

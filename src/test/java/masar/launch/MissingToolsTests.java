package masar.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On a machine that lacks something, ./run and ./test say what is missing and how to get it, and touch nothing. */
class MissingToolsTests {

    private static final String NO_JDK = "no JDK 25 was found on this machine.";
    private static final String NO_MAVEN = "Maven is not installed.";
    private static final String NO_NODE = "Node and npm are needed to build (not to run).";

    /** The machine: its programs, its JDKs, and a fresh copy of the project that was never built. */
    @TempDir
    Path machine;

    private record Said(int code, String words) {}

    @BeforeEach
    void aMachineWithEverything() throws IOException {
        for (String tool : List.of("bash", "env", "dirname", "sed", "find", "cat", "id", "uname")) {
            Path bin = Files.createDirectories(machine.resolve("bin"));
            Files.createSymbolicLink(bin.resolve(tool), program(tool));
        }
        jdk("jdks/jdk-17", 17);
        jdk("jdks/jdk-25", 25);
        script("bin/mvn", "echo Maven was called; exit 7");
        node(20);
        script("bin/npm", "exit 0");
        for (String folder : List.of("src", "countries", "frontend")) {
            Files.createDirectories(machine.resolve("masar").resolve(folder));
        }
        for (String file : List.of("run", "test", "find-tools.sh", "pom.xml")) {
            Files.copy(
                    Path.of(file),
                    machine.resolve("masar").resolve(file),
                    java.nio.file.StandardCopyOption.COPY_ATTRIBUTES);
        }
    }

    @Test
    void whereEverythingIsThereTheJdk25IsFoundAmongOthers() throws Exception {
        var said =
                call(List.of("bash", "-c", "set -eu; . ./find-tools.sh; find_jdk; find_build_tools; echo $JAVA_HOME"));
        assertThat(said).isEqualTo(new Said(0, machine.resolve("jdks/jdk-25") + "\n"));
        assertThat(call(List.of("./run")).words()).contains("Maven was called", "the build failed.");
    }

    @Test
    void withoutAJdk25NothingBegins() throws Exception {
        Files.delete(machine.resolve("jdks/jdk-25/bin/javac"));
        refused(NO_JDK, "install one (for example Eclipse Temurin 25) or set JAVA_HOME to it.");
        delete("jdks");
        refused(NO_JDK, "JAVA_HOME");
    }

    @Test
    void aJavaHomeOfAnOlderJdkIsNotTaken() throws Exception {
        delete("jdks/jdk-25");
        refused(NO_JDK, "JAVA_HOME", "JAVA_HOME=" + machine.resolve("jdks/jdk-17"));
    }

    @Test
    void withoutMavenNothingIsBuilt() throws Exception {
        delete("bin/mvn");
        refused(NO_MAVEN, "install the package maven (3.8.7 or newer).");
    }

    @Test
    void withoutNodeOrNpmNothingIsBuilt() throws Exception {
        delete("bin/npm");
        refused(NO_NODE, "install Node 20 or newer with npm.");
        script("bin/npm", "exit 0");
        delete("bin/node");
        refused(NO_NODE, "install Node 20 or newer with npm.");
    }

    @Test
    void anOldNodeIsNamedWithItsVersion() throws Exception {
        node(12);
        refused("Node v12.22.9 is too old to build.", "install Node 20 or newer.");
    }

    private void refused(String cause, String cure, String... environment) throws Exception {
        var before = project();
        for (String command : List.of("./run", "./run --empty help", "./test", "./test --drills")) {
            var said = call(List.of(command.split(" ")), environment);
            assertThat(said.code()).as(command + ": " + said.words()).isEqualTo(2);
            assertThat(said.words().strip().lines())
                    .as(command)
                    .hasSize(2)
                    .first()
                    .isEqualTo("Masar cannot start: " + cause);
            assertThat(said.words()).as(command).contains("What to do: ").contains(cure);
        }
        assertThat(project()).isEqualTo(before);
    }

    private Said call(List<String> command, String... environment) throws Exception {
        Path words = Files.createTempFile(machine, "said", ".txt");
        var complete = new ArrayList<>(List.of(machine.resolve("bin/env").toString(), "-i"));
        complete.addAll(List.of(
                "PATH=" + machine.resolve("bin"), "HOME=" + machine, "MASAR_JDK_FOLDER=" + machine.resolve("jdks")));
        complete.addAll(List.of(environment));
        complete.addAll(command);
        var process = new ProcessBuilder(complete)
                .directory(machine.resolve("masar").toFile())
                .redirectErrorStream(true)
                .redirectOutput(words.toFile())
                .start();
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        return new Said(process.exitValue(), Files.readString(words));
    }

    private List<String> project() throws IOException {
        try (var files = Files.walk(machine.resolve("masar"))) {
            return files.map(Path::toString).sorted().toList();
        }
    }

    private static Path program(String name) {
        return List.of(Path.of("/usr/bin", name), Path.of("/bin", name)).stream()
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow();
    }

    private void jdk(String folder, int version) throws IOException {
        script(folder + "/bin/java", "echo '    java.specification.version = " + version + "' >&2");
        script(folder + "/bin/javac", "exit 0");
    }

    private void node(int version) throws IOException {
        script("bin/node", "[ \"$1\" = -p ] && echo " + (version >= 20) + " || echo v" + version + ".22.9");
    }

    private void script(String name, String words) throws IOException {
        Path file = machine.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "#!/bin/sh\n" + words + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private void delete(String name) throws IOException {
        try (var paths = Files.walk(machine.resolve(name))) {
            for (Path path : paths.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}

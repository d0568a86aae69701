package masar.country;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import masar.country.internal.CountryReading;
import masar.country.internal.PackSource;

/** The real Lebanese pack, and copies of it in which somebody broke one line. */
public final class LebanonPack {

    private static final Path REAL = Path.of("countries");

    private LebanonPack() {}

    public static PackFolder folder() {
        return PackSource.inDirectory(REAL, "lb");
    }

    public static CountryPack pack() {
        return CountryReading.read(folder());
    }

    /** Where a file of the pack stands below {@code countries}: in Lebanon's folder, or in the one all countries share. */
    public static String label(String file) {
        return (Files.exists(REAL.resolve("lb").resolve(file)) ? "lb/" : "shared/") + file;
    }

    /** A copy in which the first {@code before} in the file became {@code after}. Fails when it is not there. */
    public static PackFolder with(Path directory, String file, String before, String after) {
        copy(directory);
        replace(directory, label(file), before, after);
        return PackSource.inDirectory(directory, "lb");
    }

    /** The line on which this text first stands in the real file, counted from 1. */
    public static int lineOf(String file, String text) {
        String all = read(REAL.resolve(label(file)));
        return 1
                + (int) all.substring(0, all.indexOf(text))
                        .chars()
                        .filter(letter -> letter == '\n')
                        .count();
    }

    /** The pack below a directory that {@link #copy} filled. */
    public static PackFolder in(Path directory) {
        return PackSource.inDirectory(directory, "lb");
    }

    /** Copies one folder of a copied pack to another name. */
    public static void copyFolder(Path directory, String from, String to) {
        copy(directory.resolve(from), directory.resolve(to));
    }

    /** Replaces the first {@code before} in a file of a copied pack. */
    public static void replace(Path directory, String file, String before, String after) {
        Path path = directory.resolve(file);
        String text = read(path);
        int at = text.indexOf(before);
        if (at < 0) {
            throw new AssertionError(file + " does not contain: " + before);
        }
        write(path, text.substring(0, at) + after + text.substring(at + before.length()));
    }

    public static void copy(Path directory) {
        copy(REAL, directory);
    }

    private static void copy(Path from, Path to) {
        try (Stream<Path> paths = Files.walk(from)) {
            for (Path path : paths.toList()) {
                Path target = to.resolve(from.relativize(path).toString());
                if (Files.isDirectory(path)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(path, target);
                }
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static String read(Path path) {
        try {
            return Files.readString(path, StandardCharsets.UTF_8);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static void write(Path path, String text) {
        try {
            Files.writeString(path, text, StandardCharsets.UTF_8);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}

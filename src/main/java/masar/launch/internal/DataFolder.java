package masar.launch.internal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import masar.launch.CannotStart;
import org.jspecify.annotations.Nullable;

/** The folder in which Masar keeps its database and its secrets; one process at a time serves from it. */
final class DataFolder implements AutoCloseable {

    private final Path path;
    private final FileChannel channel;
    private final @Nullable FileLock lock;
    private final Secrets secrets;

    private DataFolder(Path path, FileChannel channel, @Nullable FileLock lock) {
        this.path = path;
        this.channel = channel;
        this.lock = lock;
        this.secrets = new Secrets(path.resolve("secrets.properties"));
    }

    static DataFolder openAlone(Path path) {
        var folder = openOrJoin(path);
        if (!folder.alone()) {
            folder.close();
            throw new CannotStart(
                    "the data folder " + path + " is in use by another Masar.",
                    "stop that one, or choose another folder: ./run --data DIR");
        }
        return folder;
    }

    static DataFolder openOrJoin(Path path) {
        try {
            var ownerOnly = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
            if (!Files.isDirectory(path)) {
                if (path.getParent() != null) {
                    Files.createDirectories(path.getParent());
                }
                Files.createDirectory(path, ownerOnly);
            }
            var channel = FileChannel.open(path.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            return new DataFolder(path, channel, tryLock(channel));
        } catch (IOException unusable) {
            throw new CannotStart(
                    "the data folder " + path + " cannot be used (" + unusable.getMessage() + ").",
                    "give a folder this user may write: ./run --data DIR",
                    unusable);
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException sameProcess) {
            return null;
        }
    }

    boolean alone() {
        return lock != null;
    }

    Path path() {
        return path;
    }

    Path cluster() {
        return path.resolve("postgres");
    }

    Secrets secrets() {
        return secrets;
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException ignored) {
            throw new IllegalStateException("lock file of " + path + " cannot be closed", ignored);
        }
    }
}

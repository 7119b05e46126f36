package com.spara.sf.client;

import com.spara.sf.client.json.Sha256;
import com.spara.sf.spi.StoredConnection;
import com.spara.sf.spi.TokenStore;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Keeps connections in a folder, a file for each, which its owner alone may read and write. A file is written beside the old
 * one, forced to the disk, and then put in its place, so that a crash leaves the old one or the new one. Several processes of
 * one machine may share a folder: refreshes of one connection take turns.
 *
 * <p>The tokens are not encrypted; that is the disk's business. On a file system without POSIX permissions the folder's own
 * rights decide. Safe for use by many threads.
 */
public final class FileTokenStore implements TokenStore {

    private static final long LOCK_PAUSE_NANOS = 10_000_000;
    private static final int MOST_PAUSES = 12_000;

    /**
     * The system's locks belong to the process, and closing any channel of a file ends them all. So within a process threads
     * take turns by these, whichever store they use.
     */
    private static final Map<Path, ReentrantLock> TURNS = new ConcurrentHashMap<>();

    private static final int LONGEST_NAME = 40;
    private static final int HASH_BYTES = 12;

    private final Path folder;
    private final boolean posix;

    private FileTokenStore(Path folder, boolean posix) {
        this.folder = folder;
        this.posix = posix;
    }

    /**
     * Returns a store in a folder, which is made for the owner alone if it is not there.
     *
     * @param folder the folder; nothing else should be in it
     * @return the store
     * @throws UncheckedIOException if the folder cannot be made
     */
    public static FileTokenStore in(Path folder) {
        boolean posix = folder.getFileSystem().supportedFileAttributeViews().contains("posix");
        try {
            Files.createDirectories(folder, attributes(posix, "rwx------"));
        } catch (IOException failed) {
            throw new UncheckedIOException("The folder for connections cannot be made: " + folder, failed);
        }
        return new FileTokenStore(real(folder), posix);
    }

    private static Path real(Path folder) {
        try {
            return folder.toRealPath();
        } catch (IOException failed) {
            throw new UncheckedIOException("The folder for connections cannot be used: " + folder, failed);
        }
    }

    private static FileAttribute<?>[] attributes(boolean posix, String permissions) {
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }

    @Override
    public Optional<StoredConnection> load(String connection) {
        try {
            return Optional.of(StoredConnection.of(Files.readString(file(connection, ".json"))));
        } catch (NoSuchFileException never) {
            return Optional.empty();
        } catch (IOException failed) {
            throw failed("read", connection, failed);
        }
    }

    @Override
    public void save(String connection, StoredConnection stored) {
        Path beside = file(connection, ".new");
        try {
            Files.deleteIfExists(beside);
            write(beside, stored.reveal().getBytes(StandardCharsets.UTF_8));
            Files.move(
                    beside,
                    file(connection, ".json"),
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
            syncFolder();
        } catch (IOException failed) {
            throw failed("written", connection, failed);
        } finally {
            beside.toFile().delete();
        }
    }

    /** So that the new file's name outlives a power cut; only POSIX systems can open a folder. */
    private void syncFolder() throws IOException {
        if (posix) {
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    /** By a stream and not by a channel, which an interrupt would close, and the token would be lost. */
    private void write(Path file, byte[] bytes) throws IOException {
        Files.createFile(file, attributes(posix, "rw-------"));
        try (FileOutputStream out = new FileOutputStream(file.toFile())) {
            out.write(bytes);
            out.getFD().sync();
        }
    }

    @Override
    public void exclusively(String connection, Runnable work) {
        Path file = file(connection, ".lock");
        ReentrantLock turn = TURNS.computeIfAbsent(file, any -> new ReentrantLock());
        turn.lock();
        try {
            whileNoOtherProcess(connection, file, work);
        } finally {
            turn.unlock();
        }
    }

    private void whileNoOtherProcess(String connection, Path file, Runnable work) {
        Set<StandardOpenOption> open = Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try (FileChannel channel = FileChannel.open(file, open, attributes(posix, "rw-------"))) {
            FileLock lock = lock(channel);
            try {
                work.run();
            } finally {
                release(lock);
            }
        } catch (IOException failed) {
            throw failed("locked", connection, failed);
        }
    }

    /** A lock goes with its channel, which an interrupt may have closed. */
    private static void release(FileLock lock) throws IOException {
        if (lock.isValid()) {
            lock.release();
        }
    }

    /** Asks again and again, since to wait would end with an interrupt; that is kept for whoever cares. */
    private static FileLock lock(FileChannel channel) throws IOException {
        boolean interrupted = Thread.interrupted();
        FileLock lock = channel.tryLock();
        for (int i = 0; lock == null && i < MOST_PAUSES; i++) {
            LockSupport.parkNanos(LOCK_PAUSE_NANOS);
            interrupted |= Thread.interrupted();
            lock = channel.tryLock();
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        if (lock == null) {
            throw new IOException("Another process held the lock for two minutes.");
        }
        return lock;
    }

    /** A name may hold anything and be of any length, and some file systems do not tell capitals. */
    private Path file(String connection, String ending) {
        String readable = connection.replaceAll("[^A-Za-z0-9_-]", "_");
        String start = readable.substring(0, Math.min(LONGEST_NAME, readable.length()));
        return folder.resolve(start + "-" + Sha256.of(connection).hex(HASH_BYTES) + ending);
    }

    private static UncheckedIOException failed(String how, String connection, IOException cause) {
        return new UncheckedIOException(
                "The file of the connection '" + connection + "' cannot be " + how
                        + ". Check the folder's rights and the room on the disk.",
                cause);
    }

    @Override
    public String toString() {
        return "FileTokenStore[" + folder + "]";
    }
}

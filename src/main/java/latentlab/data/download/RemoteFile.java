package latentlab.data.download;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import latentlab.files.OrdinaryFile;
import latentlab.text.Problem;
import latentlab.text.Progress;
import latentlab.text.Sentence;

/**
 * A gzip file that mirrors offer, and how to know it.
 *
 * @param <T> what it holds
 * @param name on every mirror and in the cache
 * @param content reads it
 * @param bytes as it is downloaded, about
 * @param hashed what the checksum is taken of
 * @param sha256 in hexadecimal
 */
public record RemoteFile<T>(String name, Content<T> content, long bytes, Hashed hashed, String sha256) {
    /** How a file of some kind is read. */
    @FunctionalInterface
    public interface Content<T> {
        /**
         * @param unpacked is given all the file unpacks to, byte for byte; or null
         * @throws Problem if the file is of another kind, damaged, or too large for the memory there is
         * @throws java.util.concurrent.CancellationException if the progress has been cancelled
         */
        T read(Path file, MessageDigest unpacked, Progress progress) throws Problem;
    }

    public enum Hashed {
        /** The gzip file, byte for byte. */
        PACKED,
        /** What it unpacks to, so that a file packed anew is as good. */
        UNPACKED
    }

    /** More than this is not the file, whatever it is. */
    long maxBytes() {
        return 2 * bytes + 4096;
    }

    /**
     * Reads and checks the file in one go.
     *
     * @throws IOException if it is another file, as the checksum or a look at it says, or none to be read
     * @throws Problem if it is the right one, but there is no room for what it holds
     */
    public T read(Path file, Progress progress) throws IOException, Problem {
        if (hashed == Hashed.PACKED) {
            // What is said of a file that is known to be whole is not the file's fault: another would be no better.
            check(packed(file, progress), file);
            return content.read(file, null, progress);
        }
        MessageDigest digest = sha256Digest();
        T read;
        try {
            read = content.read(file, digest, progress);
        } catch (Problem damaged) {
            throw new IOException(damaged);
        }
        check(digest, file);
        return read;
    }

    private void check(MessageDigest digest, Path file) throws IOException {
        String found = HexFormat.of().formatHex(digest.digest());
        if (!found.equals(sha256)) {
            throw new IOException(file + " has SHA-256 " + found + ", not " + sha256);
        }
    }

    private MessageDigest packed(Path file, Progress progress) throws IOException {
        OrdinaryFile ordinary;
        try {
            ordinary = OrdinaryFile.of(file);
        } catch (Problem none) {
            throw new IOException(none);
        }
        if (ordinary.bytes() > maxBytes()) {
            throw new IOException(file + " has " + ordinary.bytes() + " bytes, not about " + bytes);
        }
        MessageDigest digest = sha256Digest();
        Sentence reading =
                Sentence.of("data.progress.reading", file.getFileName().toString());
        try (InputStream in = ordinary.open(() -> progress.report(0, reading))) {
            byte[] buffer = new byte[1 << 16];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
            }
        }
        return digest;
    }

    static MessageDigest sha256Digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}

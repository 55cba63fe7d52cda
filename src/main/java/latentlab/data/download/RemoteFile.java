package latentlab.data.download;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import latentlab.data.idx.IdxArray;
import latentlab.data.idx.IdxContent;
import latentlab.data.idx.IdxFile;
import latentlab.files.OrdinaryFile;
import latentlab.text.Problem;
import latentlab.text.Progress;

/**
 * A gzip IDX file that mirrors offer, and how to know it.
 *
 * @param name on every mirror and in the cache
 * @param content what it holds
 * @param bytes as it is downloaded, about
 * @param hashed what the checksum is taken of
 * @param sha256 in hexadecimal
 */
public record RemoteFile(String name, IdxContent content, long bytes, Hashed hashed, String sha256) {
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
     * @throws IOException if the checksum says it is another file
     * @throws Problem if it is no such IDX file at all, or cannot be read
     */
    public IdxArray read(Path file, Progress progress) throws IOException, Problem {
        MessageDigest digest = sha256Digest();
        OrdinaryFile ordinary = OrdinaryFile.of(file);
        if (ordinary.bytes() > maxBytes() && hashed == Hashed.PACKED) {
            throw new IOException(file + " has " + ordinary.bytes() + " bytes, not about " + bytes);
        }
        IdxArray array;
        if (hashed == Hashed.PACKED) {
            update(digest, ordinary, progress);
            check(digest, file);
            array = IdxFile.read(file, content, progress);
        } else {
            array = IdxFile.read(file, content, digest, progress);
            check(digest, file);
        }
        return array;
    }

    private void check(MessageDigest digest, Path file) throws IOException {
        String found = HexFormat.of().formatHex(digest.digest());
        if (!found.equals(sha256)) {
            throw new IOException(file + " has SHA-256 " + found + ", not " + sha256);
        }
    }

    private static void update(MessageDigest digest, OrdinaryFile file, Progress progress) throws IOException {
        try (InputStream in = file.open(() -> progress.report(0, IdxFile.reading(file.path())))) {
            byte[] buffer = new byte[1 << 16];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
            }
        }
    }

    static MessageDigest sha256Digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}

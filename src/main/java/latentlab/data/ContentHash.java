package latentlab.data;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Tells data by what they are, whatever file or folder they were loaded from. */
final class ContentHash {
    /** Labels turned into bytes at a time. */
    private static final int CHUNK = 1 << 14;

    private ContentHash() {}

    /** @return SHA-256 of shapes, counts, pixels and labels of training and test images, in hexadecimal */
    static String of(Dataset dataset) {
        MessageDigest digest = sha256();
        add(digest, dataset.train());
        add(digest, dataset.test());
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void add(MessageDigest digest, ImageSet images) {
        ImageShape shape = images.shape();
        String head = images.count() + " " + shape.channels() + " " + shape.height() + " " + shape.width() + " "
                + images.labelled() + "\n";
        digest.update(head.getBytes(StandardCharsets.US_ASCII));
        digest.update(images.pixels());
        ByteBuffer labels = ByteBuffer.allocate(CHUNK * Integer.BYTES);
        for (int i = 0; images.labelled() && i < images.count(); i++) {
            labels.putInt(images.label(i));
            if (!labels.hasRemaining() || i == images.count() - 1) {
                digest.update(labels.flip());
                labels.clear();
            }
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}

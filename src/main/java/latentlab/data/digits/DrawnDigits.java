package latentlab.data.digits;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32;
import latentlab.data.Dataset;
import latentlab.text.Progress;

/**
 * A file with the pixels of the digits the app ships with. The package has one, since to draw them takes a good part of
 * a start; without it, or where it is not whole, they are drawn. Training images come first, one unsigned byte a pixel,
 * then test images, then the CRC-32 of all of them in eight bytes.
 */
public final class DrawnDigits {
    /** System property: the file. */
    private static final String PROPERTY = "latentlab.digits";

    private static final Logger LOG = System.getLogger(DrawnDigits.class.getName());

    private DrawnDigits() {}

    /** Draws the file that is asked for, if it is not there. */
    public static void keep() throws IOException {
        Path file = file();
        if (file != null && !Files.exists(file)) {
            Dataset digits = BuiltInDigits.create(BuiltInDigits.TRAIN, BuiltInDigits.TEST, Progress.NONE);
            write(file, digits.train().pixels(), digits.test().pixels());
        }
    }

    /** @return the file that is asked for; null if none is */
    static Path file() {
        String name = System.getProperty(PROPERTY);
        return name == null ? null : Path.of(name);
    }

    static void write(Path file, byte[] train, byte[] test) throws IOException {
        try (OutputStream out = Files.newOutputStream(file);
                DataOutputStream data = new DataOutputStream(out)) {
            data.write(train);
            data.write(test);
            data.writeLong(sum(train, test));
        }
    }

    /** @return whether it is whole, and both have been filled from it */
    static boolean read(Path file, byte[] train, byte[] test) {
        try (InputStream in = Files.newInputStream(file);
                DataInputStream data = new DataInputStream(in)) {
            data.readFully(train);
            data.readFully(test);
            if (data.readLong() == sum(train, test)) {
                return true;
            }
            LOG.log(Level.WARNING, "{0} is not whole", file);
        } catch (IOException e) {
            LOG.log(Level.WARNING, "no digits in " + file, e);
        }
        return false;
    }

    private static long sum(byte[] train, byte[] test) {
        CRC32 sum = new CRC32();
        sum.update(train);
        sum.update(test);
        return sum.getValue();
    }
}

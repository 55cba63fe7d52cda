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
        String name = System.getProperty(PROPERTY);
        if (name != null && !Files.exists(Path.of(name))) {
            byte[] train = new byte[BuiltInDigits.TRAIN * BuiltInDigits.IMAGE];
            byte[] test = new byte[BuiltInDigits.TEST * BuiltInDigits.IMAGE];
            BuiltInDigits.draw(train, test);
            write(Path.of(name), train, test);
        }
    }

    static void write(Path file, byte[] train, byte[] test) throws IOException {
        try (OutputStream out = Files.newOutputStream(file);
                DataOutputStream data = new DataOutputStream(out)) {
            data.write(train);
            data.write(test);
            data.writeLong(sum(train, test));
        }
    }

    /** @return whether there is a file and both have been filled from it */
    static boolean read(byte[] train, byte[] test) {
        String name = System.getProperty(PROPERTY);
        return name != null && read(Path.of(name), train, test);
    }

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

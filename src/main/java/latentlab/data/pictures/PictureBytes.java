package latentlab.data.pictures;

import java.io.IOException;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.ImageInputStreamImpl;

/**
 * A picture of which all bytes are in memory, out of an archive or a table: readers go back and forth in them.
 *
 * @param name path within the archive, or its row
 * @param place of the archive or table, and within it
 * @param bytes null where they could not be had
 * @param damage what was the matter; null if nothing
 */
public record PictureBytes(String name, String place, byte[] bytes, IOException damage) implements PictureSource {
    public static PictureBytes of(String name, String place, byte[] bytes) {
        return new PictureBytes(name, place, bytes, null);
    }

    @Override
    public ImageInputStream open(BooleanSupplier wanted) throws IOException {
        if (damage != null) {
            throw damage;
        }
        return new Input(bytes, wanted);
    }

    private static final class Input extends ImageInputStreamImpl {
        private final byte[] bytes;
        private final BooleanSupplier wanted;

        Input(byte[] bytes, BooleanSupplier wanted) {
            this.bytes = bytes;
            this.wanted = wanted;
        }

        @Override
        public int read() throws IOException {
            checkClosed();
            bitOffset = 0;
            return streamPos < bytes.length ? bytes[(int) streamPos++] & 0xFF : -1;
        }

        @Override
        public int read(byte[] target, int offset, int wish) throws IOException {
            checkClosed();
            if (!wanted.getAsBoolean()) {
                throw new CancellationException();
            }
            bitOffset = 0;
            if (streamPos >= bytes.length) {
                return wish == 0 ? 0 : -1;
            }
            int count = (int) Math.min(wish, bytes.length - streamPos);
            System.arraycopy(bytes, (int) streamPos, target, offset, count);
            streamPos += count;
            return count;
        }

        @Override
        public long length() {
            return bytes.length;
        }
    }
}

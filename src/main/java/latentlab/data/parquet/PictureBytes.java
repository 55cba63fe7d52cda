package latentlab.data.parquet;

import java.util.function.BooleanSupplier;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.ImageInputStreamImpl;
import latentlab.data.pictures.PictureSource;

/**
 * A picture that is in memory, as its file would be.
 *
 * @param name of its row
 * @param place the file and the row
 */
record PictureBytes(String name, String place, byte[] bytes) implements PictureSource {
    @Override
    public ImageInputStream open(BooleanSupplier wanted) {
        return new Input(bytes);
    }

    private static final class Input extends ImageInputStreamImpl {
        private final byte[] bytes;

        Input(byte[] bytes) {
            this.bytes = bytes;
        }

        @Override
        public int read() {
            bitOffset = 0;
            return streamPos < bytes.length ? bytes[(int) streamPos++] & 0xFF : -1;
        }

        @Override
        public int read(byte[] buffer, int offset, int wish) {
            bitOffset = 0;
            if (wish == 0) {
                return 0;
            }
            int count = (int) Math.min(bytes.length - streamPos, wish);
            if (count <= 0) {
                return -1;
            }
            System.arraycopy(bytes, (int) streamPos, buffer, offset, count);
            streamPos += count;
            return count;
        }

        @Override
        public long length() {
            return bytes.length;
        }
    }
}

package latentlab.data.pictures;

import java.awt.image.DataBuffer;
import java.awt.image.SampleModel;
import java.io.IOException;
import java.util.Iterator;
import java.util.Locale;
import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;

/** How much memory a picture takes while it is decoded. */
final class PictureSize {
    /** Of a row as {@link ImageDecoder} computes with it: two floats a pixel, and an int for each sample. */
    private static final int BYTES_PER_PIXEL = 8;

    private PictureSize() {}

    /**
     * @param reader knows the picture's header
     * @param fileBytes length of its file
     * @return bytes, rather too many than too few
     */
    static long bytes(ImageReader reader, int height, int width, long fileBytes) throws IOException {
        Iterator<ImageTypeSpecifier> types = reader.getImageTypes(0);
        if (!types.hasNext()) {
            throw new IOException("pixels of an unknown kind");
        }
        SampleModel row = types.next().getSampleModel(width, 1);
        DataBuffer data = row.createDataBuffer();
        long rowBytes = (long) data.getSize() * data.getNumBanks() * DataBuffer.getDataTypeSize(data.getDataType()) / 8;
        long pixels = rowBytes * height;
        String format = reader.getFormatName().toLowerCase(Locale.ROOT);
        if (format.startsWith("tif") || format.equals("bmp")) {
            // These readers may hold the file's bytes, and what they unpack to, beside the pixels.
            pixels += pixels + fileBytes;
        }
        return pixels + 4 * rowBytes + width * (BYTES_PER_PIXEL + 4L * row.getNumBands());
    }
}

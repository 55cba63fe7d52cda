package latentlab.data.pictures.coding;

import com.twelvemonkeys.imageio.plugins.jpeg.JPEGImageReaderSpi;
import com.twelvemonkeys.imageio.plugins.tiff.TIFFImageReaderSpi;
import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;
import java.io.IOException;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;

/** The readers that others have written, asked for by what a file is: looking for one that fits takes longer. */
final class ImageReaders {
    private ImageReaders() {}

    /** Java's own, which libjpeg is in. */
    static ImageReader ownJpeg() throws IOException {
        return own("jpeg");
    }

    static ImageReader of(PictureKind kind) throws IOException {
        return switch (kind) {
            case JPEG -> new JPEGImageReaderSpi().createReaderInstance();
            case TIFF -> new TIFFImageReaderSpi().createReaderInstance();
            case WEBP -> new WebPImageReaderSpi().createReaderInstance();
            case GIF -> own("gif");
            case BMP -> own("bmp");
            default -> throw new IllegalArgumentException(kind.toString());
        };
    }

    /** @return the one that comes with Java */
    static ImageReader own(String format) throws IOException {
        Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName(format);
        while (readers.hasNext()) {
            ImageReader reader = readers.next();
            if (reader.getClass().getModule().equals(ImageReader.class.getModule())) {
                return reader;
            }
            reader.dispose();
        }
        throw new IOException("no reader of " + format);
    }
}

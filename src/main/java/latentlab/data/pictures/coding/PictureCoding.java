package latentlab.data.pictures.coding;

import java.io.IOException;
import java.util.Optional;
import javax.imageio.stream.ImageInputStream;
import latentlab.data.download.GiveUp;
import latentlab.text.Problem;

/** Reads a picture by what it is, whatever its file is called. */
public final class PictureCoding {
    private PictureCoding() {}

    /**
     * @param in the bytes of a file
     * @param place its path, for sentences
     * @throws Problem if it is of a kind that is not read, or the sink has no room for it
     * @throws IOException if it is no picture, or a broken one; its reader may also throw whatever RuntimeException
     */
    public static void read(ImageInputStream in, String place, GiveUp giveUp, RowSink sink)
            throws IOException, Problem, InterruptedException {
        if (in.length() == 0) {
            throw Problem.of("data.images.nothing", place);
        }
        Optional<PictureKind> kind = PictureKind.of(in);
        if (kind.isEmpty()) {
            throw Problem.of("data.images.broken", place);
        }
        ReaderDecoder others = new ReaderDecoder(kind.get(), in, giveUp, sink);
        switch (kind.get()) {
            case PNG -> PngDecoder.read(in, sink);
            case JPEG -> jpeg(in, place, giveUp, sink);
            case GIF, BMP -> others.read(Orientation.UPRIGHT, false);
            case WEBP -> WebpDecoder.read(in, giveUp, sink);
            case TIFF -> {
                TiffTags tags = TiffTags.read(in, 0, in.length());
                if (tags.raw()) {
                    throw unread(place, PictureKind.CAMERA_RAW.called());
                }
                others.read(tags.orientation(), tags.several());
            }
            case LARGE_FILE_POINTER -> throw Problem.of("data.images.pointer", place);
            default -> throw unread(place, kind.get().called());
        }
    }

    private static void jpeg(ImageInputStream in, String place, GiveUp giveUp, RowSink sink)
            throws IOException, Problem, InterruptedException {
        JpegHeader header = JpegHeader.read(in, sink);
        switch (header.process()) {
            case 0, 1, 2 -> {
                if (header.bits() != 8) {
                    throw unread(place, "JPEG (" + header.bits() + " bit)");
                }
                JpegDecoder.read(in, header, giveUp, sink);
            }
            case 3 -> new ReaderDecoder(PictureKind.JPEG, in, giveUp, sink).read(header.orientation(), false);
            case 55 -> throw unread(place, "JPEG-LS");
            default -> throw unread(place, "JPEG (SOF" + header.process() + ")");
        }
    }

    private static Problem unread(String place, String kind) {
        return Problem.of("data.images.kind", place, kind);
    }
}

package latentlab.data.pictures.coding;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import javax.imageio.stream.ImageInputStream;

/**
 * What there is in a WebP file.
 *
 * @param frame where the pixels of its only picture begin, if they are coded as VP8 does; else -1
 * @param frameBytes how many there are
 * @param opacity whether there is opacity beside them
 */
record WebpChunks(Orientation orientation, boolean animated, long frame, long frameBytes, boolean opacity) {
    private static final int FIRST = 12;

    static WebpChunks read(ImageInputStream in, RowSink sink) throws IOException {
        Orientation orientation = Orientation.UPRIGHT;
        boolean animated = false;
        boolean opacity = false;
        long frame = -1;
        long frameBytes = 0;
        long place = FIRST;
        byte[] head = new byte[8];
        in.seek(place);
        while (PngHeader.fill(in, head)) {
            sink.checkWanted();
            long length = PngHeader.number(new byte[] {head[7], head[6], head[5], head[4]}, 0) & 0xFFFFFFFFL;
            String name = new String(head, 0, 4, StandardCharsets.ISO_8859_1);
            switch (name) {
                case "EXIF" ->
                    orientation = TiffTags.read(in, place + 8, length).orientation();
                case "ANIM" -> animated = true;
                case "ALPH" -> opacity = true;
                case "VP8 " -> {
                    frame = place + 8;
                    frameBytes = length;
                }
                default -> {}
            }
            place += 8 + length + length % 2;
            in.seek(place);
        }
        return new WebpChunks(orientation, animated, animated ? -1 : frame, frameBytes, opacity);
    }
}

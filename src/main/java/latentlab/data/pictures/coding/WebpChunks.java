package latentlab.data.pictures.coding;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import javax.imageio.stream.ImageInputStream;

/** What a WebP file says beside its pixels. */
record WebpChunks(Orientation orientation, boolean animated) {
    private static final int FIRST = 12;

    static WebpChunks read(ImageInputStream in, RowSink sink) throws IOException {
        Orientation orientation = Orientation.UPRIGHT;
        boolean animated = false;
        long place = FIRST;
        byte[] head = new byte[8];
        in.seek(place);
        while (PngHeader.fill(in, head)) {
            sink.checkWanted();
            long length = PngHeader.number(new byte[] {head[7], head[6], head[5], head[4]}, 0) & 0xFFFFFFFFL;
            String name = new String(head, 0, 4, StandardCharsets.ISO_8859_1);
            if (name.equals("EXIF")) {
                orientation = TiffTags.read(in, place + 8, length).orientation();
            }
            animated |= name.equals("ANIM");
            place += 8 + length + length % 2;
            in.seek(place);
        }
        return new WebpChunks(orientation, animated);
    }
}

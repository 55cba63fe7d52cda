package latentlab.library;

import java.util.List;
import java.util.stream.IntStream;
import latentlab.data.AreaAverage;
import latentlab.data.ImageShape;
import latentlab.run.file.RunSamples;
import latentlab.run.file.RunSamples.Sample;

/** Makes the images of runs small enough for a thousand of them to be listed. */
final class Thumbnails {
    /** Pixels of the longer side at most. */
    static final int SIDE = 32;

    private static final int MOST = 10;

    private Thumbnails() {}

    static RunSamples of(RunSamples samples) {
        ImageShape from = samples.shape();
        List<Sample> some = samples.samples().stream().limit(MOST).toList();
        int longer = Math.max(from.height(), from.width());
        if (longer <= SIDE) {
            return new RunSamples(from, some);
        }
        ImageShape to = new ImageShape(
                from.channels(),
                Math.max(1, Math.round((float) from.height() * SIDE / longer)),
                Math.max(1, Math.round((float) from.width() * SIDE / longer)));
        return new RunSamples(
                to,
                some.stream()
                        .map(each -> new Sample(
                                each.image(), small(each.original(), from, to), small(each.reconstruction(), from, to)))
                        .toList());
    }

    private static byte[] small(byte[] image, ImageShape from, ImageShape to) {
        byte[] small = new byte[to.size()];
        float[] row = new float[from.width()];
        for (int channel = 0; channel < from.channels(); channel++) {
            AreaAverage average = new AreaAverage(from.height(), from.width(), to.height(), to.width());
            for (int y = 0; y < from.height(); y++) {
                int start = channel * from.pixels() + y * from.width();
                IntStream.range(0, row.length).forEach(x -> row[x] = image[start + x] & 0xFF);
                average.add(y, row);
            }
            System.arraycopy(average.pixels(), 0, small, channel * to.pixels(), to.pixels());
        }
        return small;
    }
}

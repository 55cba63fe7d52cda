package latentlab.data.pictures;

import java.util.Arrays;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import latentlab.data.AreaAverage;
import latentlab.data.ImageOptions;
import latentlab.data.pictures.coding.Orientation;
import latentlab.data.pictures.coding.RowSink;
import latentlab.data.pictures.coding.SampleLayout;
import latentlab.text.Problem;

/**
 * Makes a picture of a file's rows. They are averaged into its final size as they come, every pixel of the file by its
 * share: a photograph of 200 million pixels takes no more memory than a few of its rows, and none of it is skipped,
 * which fine patterns would show.
 */
final class PictureRows implements RowSink, AutoCloseable {
    /** Pixels of a file: a large photograph, but not whatever a broken header claims. */
    static final long MAX_PIXELS = 200_000_000;

    private final PictureSource file;
    private final ImageOptions options;
    private final PictureMemory memory;
    private final BooleanSupplier wanted;
    private PictureMemory.Share share;
    private SampleLayout layout;
    /** In the file's direction, as all until the end. */
    private Placing placing;

    private float[][] row;
    private AreaAverage[] planes;
    private double factor = 1;
    private boolean numbers;

    PictureRows(PictureSource file, ImageOptions options, PictureMemory memory, BooleanSupplier wanted) {
        this.file = file;
        this.options = options;
        this.memory = memory;
        this.wanted = wanted;
    }

    @Override
    public void begin(SampleLayout layout, long bytes) throws Problem, InterruptedException {
        int height = layout.height();
        int width = layout.width();
        if ((long) height * width > MAX_PIXELS) {
            throw Problem.of("data.images.huge", file.place(), width, height, MAX_PIXELS / 100_000_000);
        }
        share = memory.take(bytes + 4L * layout.planes() * width, file);
        this.layout = layout;
        boolean swaps = layout.orientation().swaps();
        Placing upright = placing(swaps ? width : height, swaps ? height : width);
        placing = swaps ? upright.onItsSide() : upright;
        row = new float[layout.planes()][width];
        planes = new AreaAverage[layout.planes()];
        restart();
    }

    /** Where a size is not chosen, small pictures stay as they are: perhaps all of them are alike. */
    private Placing placing(int height, int width) {
        if (options.size() == null && Math.max(height, width) <= InkImages.KEEP) {
            return new Placing(new AreaAverage.Part(0, 0, height, width), height, width);
        }
        return Placing.of(height, width, InkImages.frame(options), options.fit());
    }

    @Override
    public float[][] planes() {
        return row;
    }

    @Override
    public void add(int y) {
        checkWanted();
        cover(layout.width());
        for (int plane = 0; plane < planes.length; plane++) {
            planes[plane].add(y, row[plane]);
        }
    }

    @Override
    public void add(int y, int first, int step, int count) {
        checkWanted();
        cover(count);
        for (int plane = 0; plane < planes.length; plane++) {
            planes[plane].add(y, first, step, count, row[plane]);
        }
    }

    /** Averages light, not colours that nobody sees. */
    private void cover(int count) {
        if (!layout.opacity() || layout.premultiplied()) {
            return;
        }
        float[] opacity = row[layout.colours()];
        for (int colour = 0; colour < layout.colours(); colour++) {
            for (int x = 0; x < count; x++) {
                row[colour][x] *= opacity[x] / 255;
            }
        }
    }

    @Override
    public void restart() {
        Arrays.setAll(planes, _ -> placing.average(layout.width()));
    }

    @Override
    public void scale(double factor) {
        this.factor = factor;
        numbers = true;
    }

    @Override
    public void checkWanted() {
        if (!wanted.getAsBoolean()) {
            throw new CancellationException();
        }
    }

    /** @return the picture, once all its rows are there */
    Picture picture() {
        byte[][] colours = new byte[layout.colours()][];
        Arrays.setAll(colours, i -> bytes(planes[i].means(), factor));
        int pixels = colours[0].length;
        boolean grey =
                colours.length == 1 || Arrays.equals(colours[0], colours[1]) && Arrays.equals(colours[0], colours[2]);
        byte[] values = grey ? colours[0] : joined(colours);
        boolean coloured = !grey && Picture.coloured(values, pixels);
        boolean makeGrey = !grey && options.channels() == ImageOptions.Channels.GREY;
        return new Picture(
                layout.orientation().swaps() ? placing.width() : placing.height(),
                layout.orientation().swaps() ? placing.height() : placing.width(),
                grey || makeGrey ? 1 : 3,
                makeGrey ? light() : values,
                opacity(),
                original(coloured));
    }

    /** @return null where there is none to be seen */
    private byte[] opacity() {
        if (!layout.opacity()) {
            return null;
        }
        byte[] opacity = bytes(planes[layout.colours()].means(), 1);
        for (byte each : opacity) {
            if (each != (byte) 255) {
                return opacity;
            }
        }
        return null;
    }

    private Picture.Original original(boolean coloured) {
        boolean swaps = layout.orientation().swaps();
        return new Picture.Original(
                swaps ? layout.width() : layout.height(),
                swaps ? layout.height() : layout.width(),
                layout.orientation() != Orientation.UPRIGHT,
                layout.several(),
                coloured,
                numbers);
    }

    private byte[] light() {
        double[] red = planes[0].means();
        double[] green = planes[1].means();
        double[] blue = planes[2].means();
        double[] light = new double[red.length];
        Arrays.setAll(light, i -> Luma.of(red[i], green[i], blue[i]));
        return bytes(light, factor);
    }

    /** @return shape [height, width], upright */
    private byte[] bytes(double[] means, double times) {
        byte[] bytes = new byte[means.length];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (int) (Math.max(0, Math.min(255, means[i] * times)) + 0.5);
        }
        return layout.orientation().turn(bytes, placing.height(), placing.width());
    }

    private static byte[] joined(byte[][] planes) {
        byte[] all = new byte[planes.length * planes[0].length];
        for (int i = 0; i < planes.length; i++) {
            System.arraycopy(planes[i], 0, all, i * planes[i].length, planes[i].length);
        }
        return all;
    }

    @Override
    public void close() {
        if (share != null) {
            share.close();
        }
    }
}

package latentlab.data.pictures.coding;

import latentlab.text.Problem;

/**
 * Takes a picture from its decoder row by row, so that nobody has to hold all of a large photograph. A decoder begins,
 * fills in a row's planes, adds the row, and goes on with the next.
 */
public interface RowSink {
    /**
     * Waits until there is room to decode in.
     *
     * @param bytes of memory that the decoder takes meanwhile, its own rows included
     * @throws Problem if the picture is too large
     */
    void begin(SampleLayout layout, long bytes) throws Problem, InterruptedException;

    /** @return what the next row is written into: {@link SampleLayout#planes()} times its width, each value 0 to 255 */
    float[][] planes();

    /**
     * Takes a row over.
     *
     * @throws java.util.concurrent.CancellationException if nobody wants the picture any more
     */
    void add(int y);

    /**
     * Takes over a part of a row: some of its pixels, which are at the start of the planes.
     *
     * @param first column of the first of them
     * @param step columns from each to the next
     * @param count how many there are
     */
    void add(int y, int first, int step, int count);

    /** Forgets all rows: better ones are to come, from the first on. */
    void restart();

    /** @param factor by which all values are multiplied before they are taken for 0 to 255; 1 unless this is called */
    void scale(double factor);

    /** @throws java.util.concurrent.CancellationException if nobody wants the picture any more */
    void checkWanted();
}

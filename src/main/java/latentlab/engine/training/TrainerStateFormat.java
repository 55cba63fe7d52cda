package latentlab.engine.training;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.util.zip.CRC32C;
import latentlab.engine.training.TrainerState.PatienceState;
import latentlab.text.Problem;
import latentlab.text.Sentence;

/**
 * A {@link TrainerState} as bytes, little-endian, without gaps. Version 1:
 *
 * <pre>
 *  0  4 bytes  "LLTS"
 *  4  int      version
 *  8  long     n, numbers in each of the three arrays
 * 16  int      m, parts of the loss
 * 20  int      epochs complete
 * 24  int      next batch
 * 28  int      planned epochs
 * 32  long     steps of the optimiser
 * 40  double   seconds in the epoch under way
 * 48  double   learning rate
 * 56  double   best validation loss
 * 64  double   validation loss of the plateau
 * 72  int      epochs since the best
 * 76  int      epochs on the plateau
 * 80  int      plateaus
 * 84  m double sums of the loss
 *     n float  parameters
 *     n float  first moment
 *     n float  second moment
 *     int      CRC-32C of all bytes before it
 * </pre>
 */
final class TrainerStateFormat {
    /** "LLTS". */
    private static final int MAGIC = 'L' | 'L' << 8 | 'T' << 16 | 'S' << 24;

    private static final int VERSION = 1;
    /** Bytes before the sums of the loss. */
    private static final int HEAD = 84;
    /** Far more parts than any loss has. */
    private static final int MOST_SUMS = 100;
    /** Bytes that go through at a time, a multiple of every number's length. */
    private static final int BUFFER = 1 << 16;

    private TrainerStateFormat() {}

    static void write(TrainerState state, WritableByteChannel channel) throws IOException {
        Out out = new Out(channel);
        PatienceState patience = state.patience();
        ByteBuffer head = buffer(HEAD)
                .putInt(MAGIC)
                .putInt(VERSION)
                .putLong(state.parameters().length)
                .putInt(state.sums().length)
                .putInt(state.epoch())
                .putInt(state.batch())
                .putInt(state.planned())
                .putLong(state.steps())
                .putDouble(state.seconds())
                .putDouble(state.learningRate())
                .putDouble(patience.best())
                .putDouble(patience.plateau())
                .putInt(patience.sinceBest())
                .putInt(patience.sincePlateau())
                .putInt(patience.plateaus());
        out.put(head);
        ByteBuffer sums = buffer(Double.BYTES * state.sums().length);
        sums.asDoubleBuffer().put(state.sums());
        out.put(sums.position(sums.capacity()));
        out.put(state.parameters());
        out.put(state.first());
        out.put(state.second());
        out.put(buffer(Integer.BYTES).putInt((int) out.check.getValue()));
    }

    /** @param parameters of the model it is to be of */
    static TrainerState read(ReadableByteChannel channel, int parameters) throws IOException, Problem {
        In in = new In(channel);
        ByteBuffer head = in.get(2 * Integer.BYTES);
        if (head.getInt() != MAGIC) {
            throw Problem.of("engine.state.foreign");
        }
        int version = head.getInt();
        if (version != VERSION) {
            throw Problem.of("engine.state.version", version, VERSION);
        }
        head = in.get(HEAD - 2 * Integer.BYTES);
        long length = head.getLong();
        int parts = head.getInt();
        if (length != parameters) {
            throw Problem.of("engine.state.length", length, parameters);
        }
        if (parts < 1 || parts > MOST_SUMS) {
            throw Problem.of("engine.state.damaged");
        }
        int epoch = head.getInt();
        int batch = head.getInt();
        int planned = head.getInt();
        long steps = head.getLong();
        double seconds = head.getDouble();
        double learningRate = head.getDouble();
        double best = head.getDouble();
        double plateau = head.getDouble();
        PatienceState patience = new PatienceState(best, head.getInt(), plateau, head.getInt(), head.getInt());
        double[] sums = new double[parts];
        in.get(Double.BYTES * parts).asDoubleBuffer().get(sums);
        float[] now = in.floats(parameters);
        float[] first = in.floats(parameters);
        float[] second = in.floats(parameters);
        int check = (int) in.check.getValue();
        if (in.get(Integer.BYTES).getInt() != check) {
            throw Problem.of("engine.state.damaged");
        }
        try {
            return new TrainerState(
                    now, first, second, steps, epoch, batch, sums, seconds, learningRate, planned, patience);
        } catch (IllegalArgumentException e) {
            throw new Problem(Sentence.of("engine.state.damaged"), e);
        }
    }

    private static ByteBuffer buffer(int length) {
        return ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** Writes, and counts in the checksum what it writes. */
    private static final class Out {
        final CRC32C check = new CRC32C();
        private final WritableByteChannel channel;
        private final ByteBuffer room = buffer(BUFFER);

        Out(WritableByteChannel channel) {
            this.channel = channel;
        }

        /** @param bytes up to its position */
        void put(ByteBuffer bytes) throws IOException {
            check.update(bytes.flip());
            bytes.rewind();
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        }

        void put(float[] numbers) throws IOException {
            for (int from = 0; from < numbers.length; ) {
                int count = Math.min(BUFFER / Float.BYTES, numbers.length - from);
                room.clear().asFloatBuffer().put(numbers, from, count);
                put(room.position(Float.BYTES * count));
                from += count;
            }
        }
    }

    /** Reads, and counts in the checksum what it reads. */
    private static final class In {
        final CRC32C check = new CRC32C();
        private final ReadableByteChannel channel;
        private final ByteBuffer room = buffer(BUFFER);

        In(ReadableByteChannel channel) {
            this.channel = channel;
        }

        /** @return the next bytes, until the next call */
        ByteBuffer get(int length) throws IOException, Problem {
            room.clear().limit(length);
            while (room.hasRemaining()) {
                if (channel.read(room) < 0) {
                    throw Problem.of("engine.state.damaged");
                }
            }
            check.update(room.flip());
            return room.rewind();
        }

        float[] floats(int length) throws IOException, Problem {
            float[] numbers = new float[length];
            for (int from = 0; from < length; ) {
                int count = Math.min(BUFFER / Float.BYTES, length - from);
                get(Float.BYTES * count).asFloatBuffer().get(numbers, from, count);
                from += count;
            }
            return numbers;
        }
    }
}

package latentlab.engine.kernels;

import static java.lang.foreign.ValueLayout.JAVA_FLOAT;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import latentlab.engine.training.ComputeBackend;
import latentlab.natives.NativeLibraries;
import latentlab.natives.OpenBlasThreads;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.openblas.global.openblas_nolapack;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.nativeblas.NativeOpsHolder;

/**
 * One float32 matrix in native memory, seen from both sides: as a column-major ND4J array for its BLAS and as a memory
 * segment for the {@link Kernels}. Several may share memory. Written by one thread at a time.
 */
public final class Floats {
    static {
        NativeLibraries.require();
        // For what ND4J itself does here a team of threads costs more than it brings.
        Nd4j.getBackend();
        NativeOpsHolder.getInstance().getDeviceNativeOps().setOmpNumThreads(1);
        OpenBlasThreads.use(1);
        ComputeBackend.isReady();
    }

    private final INDArray array;
    private final int rows;
    private final int columns;
    private final MemorySegment segment;
    private final FloatPointer pointer;

    /** @param array the owner of the memory, of which this matrix takes the part from {@code offset} (in floats) on */
    private Floats(INDArray array, long offset, int rows, int columns) {
        this.array = array;
        this.rows = rows;
        this.columns = columns;
        FloatPointer start = (FloatPointer) array.data().pointer();
        pointer = new FloatPointer(start).position(start.position() + array.offset() + offset);
        segment = MemorySegment.ofAddress(pointer.address() + pointer.position() * Float.BYTES)
                .reinterpret((long) rows * columns * Float.BYTES);
    }

    /** @return zeros, shape [rows, columns] */
    public static Floats matrix(int rows, int columns) {
        INDArray array = Nd4j.createUninitializedDetached(DataType.FLOAT, 'f', rows, columns);
        try {
            Floats matrix = new Floats(array.assign(0), 0, rows, columns);
            Taking.note(matrix);
            return matrix;
        } catch (RuntimeException | Error e) {
            array.close();
            throw e;
        }
    }

    /**
     * What a thread takes of native memory while it builds something of several parts: given back together, unless it
     * is built to the end. Not left to the garbage collector, which knows nothing of how much it is.
     */
    public static final class Taking implements AutoCloseable {
        private static final ThreadLocal<Taking> NOW = new ThreadLocal<>();

        private final Taking around = NOW.get();
        private final List<Floats> taken = new ArrayList<>();
        private boolean kept;

        public Taking() {
            NOW.set(this);
        }

        private static void note(Floats matrix) {
            Taking now = NOW.get();
            if (now != null) {
                now.taken.add(matrix);
            }
        }

        /** All is built: whoever has been given it closes it. */
        public void keep() {
            kept = true;
        }

        @Override
        public void close() {
            NOW.set(around);
            if (!kept) {
                taken.forEach(Floats::close);
            } else if (around != null) {
                around.taken.addAll(taken);
            }
        }
    }

    /** @return shape [rows, columns] over this one's memory from {@code offset} on */
    public Floats view(int offset, int rows, int columns) {
        return new Floats(array, offset, rows, columns);
    }

    /** @return columns first, first + 1, … of this one, in its memory */
    public Floats columns(int first, int count) {
        return view(first * rows, rows, count);
    }

    public MemorySegment segment() {
        return segment;
    }

    public int length() {
        return rows * columns;
    }

    public void set(float[] values) {
        MemorySegment.copy(values, 0, segment, JAVA_FLOAT, 0, values.length);
    }

    public void set(Floats other) {
        segment.copyFrom(other.segment);
    }

    /** Copies the first numbers, column after column. */
    public void get(float[] into) {
        MemorySegment.copy(segment, JAVA_FLOAT, 0, into, 0, into.length);
    }

    /** this = a b, either transposed first. */
    public void product(Floats a, boolean transposeA, Floats b, boolean transposeB) {
        multiply(a, transposeA, b, transposeB, 0);
    }

    /** this += a b, either transposed first. */
    public void addProduct(Floats a, boolean transposeA, Floats b, boolean transposeB) {
        multiply(a, transposeA, b, transposeB, 1);
    }

    /** ND4J's own gemm makes some forty objects a call and takes a third longer for matrices of this size. */
    private void multiply(Floats a, boolean transposeA, Floats b, boolean transposeB, float keep) {
        openblas_nolapack.cblas_sgemm(
                openblas_nolapack.CblasColMajor,
                transposeA ? openblas_nolapack.CblasTrans : openblas_nolapack.CblasNoTrans,
                transposeB ? openblas_nolapack.CblasTrans : openblas_nolapack.CblasNoTrans,
                rows,
                columns,
                transposeA ? a.rows : a.columns,
                1,
                a.pointer,
                a.rows,
                b.pointer,
                b.rows,
                keep,
                pointer,
                rows);
    }

    /** Releases the native memory; views of it must not be used any more. */
    public void close() {
        array.close();
    }
}

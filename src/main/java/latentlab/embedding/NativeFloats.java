package latentlab.embedding;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import latentlab.natives.NativeLibraries;
import latentlab.natives.OpenBlasThreads;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.openblas.global.openblas_nolapack;

/**
 * A float32 matrix in native memory, row by row, for products by BLAS. Must be closed; used by one thread at a time.
 */
final class NativeFloats implements AutoCloseable {
    static {
        NativeLibraries.require();
        // One thread per product, since threads of this package compute products side by side; the engine sets the
        // same.
        OpenBlasThreads.use(1);
    }

    private final int columns;
    private final FloatPointer pointer;
    private final MemorySegment segment;

    /** Allocates a matrix of undefined content, shape [rows, columns]. */
    NativeFloats(int rows, int columns) {
        this.columns = columns;
        pointer = new FloatPointer((long) rows * columns);
        segment = MemorySegment.ofAddress(pointer.address()).reinterpret((long) rows * columns * Float.BYTES);
    }

    MemorySegment segment() {
        return segment;
    }

    float get(long index) {
        return segment.getAtIndex(ValueLayout.JAVA_FLOAT, index);
    }

    void set(long index, float value) {
        segment.setAtIndex(ValueLayout.JAVA_FLOAT, index, value);
    }

    /** Copies one row from an array. */
    void setRow(int row, float[] from, int at) {
        MemorySegment.copy(from, at, segment, ValueLayout.JAVA_FLOAT, offset(row), columns);
    }

    /** Copies one row into an array. */
    void getRow(int row, float[] into, int at) {
        MemorySegment.copy(segment, ValueLayout.JAVA_FLOAT, offset(row), into, at, columns);
    }

    private long offset(int row) {
        return (long) row * columns * Float.BYTES;
    }

    /**
     * Sets the upper left corner of this to some rows of a times some rows of b, transposed: the products of all pairs
     * of rows.
     *
     * @param fromA first of the {@code rowsA} rows of a
     * @param fromB first of the {@code rowsB} rows of b, which has as many columns as a
     */
    void rowProducts(NativeFloats a, int fromA, int rowsA, NativeFloats b, int fromB, int rowsB) {
        openblas_nolapack.cblas_sgemm(
                openblas_nolapack.CblasRowMajor,
                openblas_nolapack.CblasNoTrans,
                openblas_nolapack.CblasTrans,
                rowsA,
                rowsB,
                a.columns,
                1,
                a.at(fromA),
                a.columns,
                b.at(fromB),
                b.columns,
                0,
                pointer,
                columns);
    }

    /** Sets this to keep * this + a' a, over the first rows of a. */
    void addColumnProducts(NativeFloats a, int rows, float keep) {
        multiply(openblas_nolapack.CblasTrans, a, a, rows, a.columns, keep);
    }

    /** Sets this to a b. */
    void product(NativeFloats a, NativeFloats b) {
        multiply(openblas_nolapack.CblasNoTrans, a, b, a.columns, a.columns, 0);
    }

    private void multiply(int transposeA, NativeFloats a, NativeFloats b, int inner, int rows, float keep) {
        openblas_nolapack.cblas_sgemm(
                openblas_nolapack.CblasRowMajor,
                transposeA,
                openblas_nolapack.CblasNoTrans,
                rows,
                columns,
                inner,
                1,
                a.pointer,
                a.columns,
                b.pointer,
                b.columns,
                keep,
                pointer,
                columns);
    }

    private FloatPointer at(int row) {
        return new FloatPointer(pointer).position(pointer.position() + (long) row * columns);
    }

    @Override
    public void close() {
        pointer.close();
    }
}

package latentlab.run;

import latentlab.data.Dataset;
import latentlab.engine.cost.NativeMemory;
import latentlab.engine.settings.TrainingConfig;
import latentlab.engine.training.RunSize;
import latentlab.run.store.Bytes;
import latentlab.text.Problem;
import latentlab.text.Sentence;

/**
 * How much memory is available, in bytes, so that a request can be refused or warned of with figures before anything is
 * given up for it.
 *
 * @param heap free in the Java heap after garbage collection
 * @param allowed what the process may take outside the heap, derived from the heap's limit
 * @param machine what the machine, or the container, has left for the process
 */
public record MemoryRoom(long heap, long allowed, long machine) {
    /** A request that takes more than this share of what is available is reported as tight. */
    private static final double TIGHT = 0.75;
    /** For each point of a map: its neighbours and their distances, its place and its movement. */
    private static final int BYTES_A_POINT = 1500;

    /** @param needed bytes of heap: if they are not free at once, garbage is collected first, which takes a moment */
    private static MemoryRoom now(long needed) {
        if (needed > TIGHT * freeHeap()) {
            System.gc();
        }
        return new MemoryRoom(freeHeap(), NativeMemory.allowed(), NativeMemory.possible());
    }

    private static long freeHeap() {
        Runtime runtime = Runtime.getRuntime();
        return runtime.maxMemory() - runtime.totalMemory() + runtime.freeMemory();
    }

    static MemoryRoom forRun(RunSize size) {
        return now(size.heapBytes());
    }

    /** @throws Problem if there is no memory for a run, or its layers do not take such images */
    public static void check(TrainingConfig config, Dataset dataset) throws Problem {
        RunSize size = RunSize.checked(config, dataset);
        forRun(size).check(size, 0);
    }

    /**
     * @param points on a map
     * @param dimension of each
     * @throws Problem if there is no memory for it
     */
    public static void checkMap(int points, int dimension) throws Problem {
        long numbers = (long) points * dimension;
        long heap = Float.BYTES * numbers + (long) BYTES_A_POINT * points;
        MemoryRoom room = now(heap);
        if (numbers > RunSize.LARGEST_ARRAY || heap > room.heap) {
            throw Problem.of("run.refused.map", points, Bytes.sentence(heap), Bytes.sentence(room.heap));
        }
        long outside = Float.BYTES * numbers;
        long most = Math.min(room.allowed, room.machine);
        if (outside > most) {
            throw Problem.of("run.refused.map", points, Bytes.sentence(outside), Bytes.sentence(most));
        }
    }

    /**
     * @param givenBack bytes outside the heap that the run before releases
     * @throws Problem if a run does not fit
     */
    void check(RunSize size, long givenBack) throws Problem {
        if (size.largest() > RunSize.LARGEST_ARRAY) {
            throw Problem.of("run.refused.array", size.largest(), RunSize.LARGEST_ARRAY);
        }
        Sentence model = Sentence.of("run.size", size.parameters());
        if (size.heapBytes() > heap) {
            throw Problem.of(
                    "run.refused.heap", model, Bytes.sentence(size.heapBytes()), Bytes.sentence(Math.max(0, heap)));
        }
        Sentence needed = Bytes.sentence(size.nativeBytes());
        if (size.nativeBytes() - givenBack > machine) {
            throw Problem.of("run.refused.machine", model, needed, Bytes.sentence(Math.max(0, machine + givenBack)));
        }
        if (size.nativeBytes() - givenBack > allowed) {
            throw Problem.of("run.refused.native", model, needed, Bytes.sentence(Math.max(0, allowed + givenBack)));
        }
    }

    /** @return a warning about a run that only just fits; else null */
    Sentence tight(RunSize size, long givenBack) {
        long most = Math.min(allowed, machine);
        Sentence model = Sentence.of("run.size", size.parameters());
        if (size.nativeBytes() - givenBack > TIGHT * most) {
            return Sentence.of(
                    "run.tight", model, Bytes.sentence(size.nativeBytes()), Bytes.sentence(most + givenBack));
        }
        if (size.heapBytes() > TIGHT * heap) {
            return Sentence.of("run.tight", model, Bytes.sentence(size.heapBytes()), Bytes.sentence(heap));
        }
        return null;
    }
}

package latentlab.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.CancellationException;
import latentlab.run.store.EpochStore;
import latentlab.text.Problem;
import latentlab.text.Sentence;

/**
 * The epochs of a run that goes on: those it had are read where they were kept, when somebody asks for them, and new
 * ones have a store of their own.
 */
final class ContinuedStore implements EpochStore {
    private final SavedRun saved;
    /** Number of epochs that were kept. */
    private final int before;
    /** Of the new epochs: its first one is epoch {@link #before}. */
    private final EpochStore fresh;

    private volatile boolean closed;

    /** @param saved closed with this, as is the other */
    ContinuedStore(SavedRun saved, EpochStore fresh) {
        this.saved = saved;
        this.fresh = fresh;
        before = saved.history().size();
    }

    @Override
    public int count() {
        return before + fresh.count();
    }

    @Override
    public int stride() {
        int step = 1;
        while (step < before && !keepsEvery(step)) {
            step *= 2;
        }
        return Math.max(step, fresh.stride());
    }

    private boolean keepsEvery(int step) {
        for (int epoch = 0; epoch < before; epoch += step) {
            if (!saved.keeps(epoch)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public boolean keeps(int epoch) {
        return epoch < before ? epoch >= 0 && saved.keeps(epoch) : fresh.keeps(epoch - before);
    }

    @Override
    public int kept(int epoch) {
        int last = Math.min(epoch, count() - 1);
        while (last > 0 && !keeps(last)) {
            last--;
        }
        return Math.max(0, last);
    }

    @Override
    public int keptFrom(int epoch) {
        int count = count();
        for (int next = Math.max(0, epoch); next < count; next++) {
            if (keeps(next)) {
                return next;
            }
        }
        return kept(epoch);
    }

    @Override
    public List<Sentence> append(float[] parameters, double loss) throws IOException {
        return fresh.append(parameters, loss);
    }

    @Override
    public Sentence unkept(int epoch, IOException cause) {
        return fresh.unkept(epoch, cause);
    }

    @Override
    public boolean thin() {
        return fresh.thin();
    }

    @Override
    public void hold() {
        fresh.hold();
    }

    @Override
    public void release() {
        fresh.release();
    }

    @Override
    public void forget(List<Integer> epochs) {
        saved.forget(epochs);
    }

    @Override
    public float[] read(int epoch) {
        if (epoch >= before) {
            try {
                return fresh.read(epoch - before);
            } catch (Dropped _) {
                throw new Dropped(epoch);
            }
        }
        if (!keeps(epoch)) {
            throw new Dropped(epoch);
        }
        try {
            return saved.parameters(epoch);
        } catch (Problem problem) {
            if (closed) {
                throw new CancellationException("the run is closed");
            }
            if (!saved.keeps(epoch)) {
                throw new Dropped(epoch);
            }
            throw new UncheckedIOException(new IOException(problem));
        }
    }

    @Override
    public void close() {
        closed = true;
        fresh.close();
        saved.close();
    }
}

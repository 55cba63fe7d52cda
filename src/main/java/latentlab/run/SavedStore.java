package latentlab.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.CancellationException;
import latentlab.run.store.EpochStore;
import latentlab.text.Problem;
import latentlab.text.Sentence;

/** The epochs of a run that was kept, read where they are when somebody asks for them. None is added. */
final class SavedStore implements EpochStore {
    private final SavedRun saved;
    private final int count;
    private volatile boolean closed;

    /** @param saved closed with this */
    SavedStore(SavedRun saved) {
        this.saved = saved;
        count = saved.history().size();
    }

    @Override
    public int count() {
        return count;
    }

    @Override
    public int stride() {
        int step = 1;
        while (step < count && !keepsEvery(step)) {
            step *= 2;
        }
        return step;
    }

    private boolean keepsEvery(int step) {
        for (int epoch = 0; epoch < count; epoch += step) {
            if (!saved.keeps(epoch)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public boolean keeps(int epoch) {
        return epoch >= 0 && epoch < count && saved.keeps(epoch);
    }

    @Override
    public int kept(int epoch) {
        int last = Math.min(epoch, count - 1);
        while (last > 0 && !keeps(last)) {
            last--;
        }
        return Math.max(0, last);
    }

    @Override
    public int keptFrom(int epoch) {
        for (int next = Math.max(0, epoch); next < count; next++) {
            if (keeps(next)) {
                return next;
            }
        }
        return kept(epoch);
    }

    @Override
    public List<Sentence> append(float[] parameters, double loss) {
        throw new UnsupportedOperationException("the run is only looked at");
    }

    @Override
    public Sentence unkept(int epoch, IOException cause) {
        throw new UnsupportedOperationException("the run is only looked at");
    }

    /** What is in the file is the concern of whoever goes on with it. */
    @Override
    public boolean thin() {
        return false;
    }

    @Override
    public void forget(List<Integer> epochs) {
        saved.forget(epochs);
    }

    @Override
    public void hold() {}

    @Override
    public void release() {}

    @Override
    public float[] read(int epoch) {
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
        saved.close();
    }
}

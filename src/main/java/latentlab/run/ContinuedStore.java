package latentlab.run;

import java.io.IOException;
import java.util.List;
import latentlab.run.store.EpochStore;
import latentlab.text.Sentence;

/**
 * The epochs of a run that goes on: those it had are read where they were kept, when somebody asks for them, and new
 * ones have a store of their own.
 */
final class ContinuedStore implements EpochStore {
    private final SavedStore saved;
    /** Number of epochs it had. */
    private final int before;
    /** Of the new epochs: its first one is epoch {@link #before}. */
    private final EpochStore fresh;

    /** @param saved closed with this, as is the other */
    ContinuedStore(SavedRun saved, EpochStore fresh) {
        this.saved = new SavedStore(saved);
        this.fresh = fresh;
        before = this.saved.count();
    }

    @Override
    public int count() {
        return before + fresh.count();
    }

    @Override
    public int stride() {
        return Math.max(saved.stride(), fresh.stride());
    }

    @Override
    public boolean keeps(int epoch) {
        return epoch < before ? saved.keeps(epoch) : fresh.keeps(epoch - before);
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
        if (epoch < before) {
            return saved.read(epoch);
        }
        try {
            return fresh.read(epoch - before);
        } catch (Dropped _) {
            throw new Dropped(epoch);
        }
    }

    @Override
    public void close() {
        fresh.close();
        saved.close();
    }
}

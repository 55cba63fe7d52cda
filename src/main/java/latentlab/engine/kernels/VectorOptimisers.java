package latentlab.engine.kernels;

import java.lang.foreign.MemorySegment;
import java.nio.ByteOrder;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;
import latentlab.engine.settings.Optimiser;

/**
 * The half of {@link VectorKernels} that goes over all parameters at once; the same rules hold for its loops.
 * Gradients and what is remembered of them are kept from becoming denormal: see {@link Faint}.
 */
final class VectorOptimisers {
    private static final VectorSpecies<Float> FLOATS = FloatVector.SPECIES_PREFERRED;
    private static final int LANES = FLOATS.length();
    private static final ByteOrder ORDER = ByteOrder.nativeOrder();

    private final PlainKernels plain = new PlainKernels();
    private final float[] lanes = new float[LANES];

    void step(
            Optimiser optimiser,
            MemorySegment parameters,
            MemorySegment gradient,
            MemorySegment first,
            MemorySegment second,
            int length,
            StepNumbers numbers) {
        switch (optimiser) {
            case SGD -> descend(parameters, gradient, length, numbers.rate);
            case MOMENTUM -> momentum(parameters, gradient, first, length, numbers.rate, numbers.momentum);
            case NESTEROV -> nesterov(parameters, gradient, first, length, numbers.rate, numbers.momentum);
            case RMSPROP -> rmsprop(parameters, gradient, second, length, numbers.rate);
            case ADAM, ADAMW -> adam(parameters, gradient, first, second, length, numbers);
        }
        plain.step(optimiser, parameters, gradient, first, second, FLOATS.loopBound(length), length, numbers);
    }

    private static void descend(MemorySegment parameters, MemorySegment gradient, int length, float rate) {
        int whole = FLOATS.loopBound(length);
        for (int i = 0; i < whole; i += LANES) {
            long at = 4L * i;
            FloatVector change =
                    load(gradient, at).add(Faint.GRADIENT).sub(Faint.GRADIENT).mul(rate);
            load(parameters, at).sub(change).intoMemorySegment(parameters, at, ORDER);
        }
    }

    private static void momentum(
            MemorySegment parameters,
            MemorySegment gradient,
            MemorySegment velocity,
            int length,
            float rate,
            float momentum) {
        int whole = FLOATS.loopBound(length);
        for (int i = 0; i < whole; i += LANES) {
            long at = 4L * i;
            FloatVector g = load(gradient, at).add(Faint.GRADIENT).sub(Faint.GRADIENT);
            FloatVector v =
                    load(velocity, at).mul(momentum).add(g).add(Faint.MEAN).sub(Faint.MEAN);
            v.intoMemorySegment(velocity, at, ORDER);
            load(parameters, at).sub(v.mul(rate)).intoMemorySegment(parameters, at, ORDER);
        }
    }

    private static void nesterov(
            MemorySegment parameters,
            MemorySegment gradient,
            MemorySegment velocity,
            int length,
            float rate,
            float momentum) {
        int whole = FLOATS.loopBound(length);
        for (int i = 0; i < whole; i += LANES) {
            long at = 4L * i;
            FloatVector g = load(gradient, at).add(Faint.GRADIENT).sub(Faint.GRADIENT);
            FloatVector v =
                    load(velocity, at).mul(momentum).add(g).add(Faint.MEAN).sub(Faint.MEAN);
            v.intoMemorySegment(velocity, at, ORDER);
            FloatVector change = v.mul(momentum).add(g).mul(rate);
            load(parameters, at).sub(change).intoMemorySegment(parameters, at, ORDER);
        }
    }

    private static void rmsprop(
            MemorySegment parameters, MemorySegment gradient, MemorySegment square, int length, float rate) {
        int whole = FLOATS.loopBound(length);
        for (int i = 0; i < whole; i += LANES) {
            long at = 4L * i;
            FloatVector g = load(gradient, at).add(Faint.GRADIENT).sub(Faint.GRADIENT);
            FloatVector s = load(square, at).mul(0.99f).add(g.mul(0.01f).mul(g));
            s = s.add(Faint.SQUARE).sub(Faint.SQUARE);
            s.intoMemorySegment(square, at, ORDER);
            FloatVector change = g.mul(rate).div(s.sqrt().add(1e-8f));
            load(parameters, at).sub(change).intoMemorySegment(parameters, at, ORDER);
        }
    }

    private static void adam(
            MemorySegment parameters,
            MemorySegment gradient,
            MemorySegment mean,
            MemorySegment square,
            int length,
            StepNumbers numbers) {
        int whole = FLOATS.loopBound(length);
        float rate = numbers.rate;
        float correction = numbers.correction;
        float keep = numbers.keep;
        float faint = numbers.faint;
        float momentum = numbers.momentum;
        float taken = numbers.taken;
        for (int i = 0; i < whole; i += LANES) {
            long at = 4L * i;
            FloatVector g = load(gradient, at).add(Faint.GRADIENT).sub(Faint.GRADIENT);
            FloatVector m = load(mean, at).mul(momentum).add(g.mul(taken));
            FloatVector v = load(square, at).mul(0.999f).add(g.mul(0.001f).mul(g));
            m = m.add(Faint.MEAN).sub(Faint.MEAN);
            v = v.add(Faint.SQUARE).sub(Faint.SQUARE);
            m.intoMemorySegment(mean, at, ORDER);
            v.intoMemorySegment(square, at, ORDER);
            FloatVector change = m.mul(rate).div(v.sqrt().mul(correction).add(1e-8f));
            FloatVector p = load(parameters, at).mul(keep).sub(change);
            p.add(faint).sub(faint).intoMemorySegment(parameters, at, ORDER);
        }
    }

    void add(MemorySegment sum, MemorySegment addend, int length) {
        int whole = FLOATS.loopBound(length);
        for (int i = 0; i < whole; i += LANES) {
            long at = 4L * i;
            load(sum, at).add(load(addend, at)).intoMemorySegment(sum, at, ORDER);
        }
        plain.add(sum, addend, whole, length);
    }

    void addDecay(MemorySegment gradient, MemorySegment parameters, int length, float decay) {
        int whole = FLOATS.loopBound(length);
        for (int i = 0; i < whole; i += LANES) {
            long at = 4L * i;
            load(gradient, at).add(load(parameters, at).mul(decay)).intoMemorySegment(gradient, at, ORDER);
        }
        plain.addDecay(gradient, parameters, whole, length, decay);
    }

    double squaredNorm(MemorySegment array, int length) {
        // A float sum over millions of parameters would lose its digits: it goes to double every so often.
        final int stretch = 256 * LANES;
        int whole = FLOATS.loopBound(length);
        double sum = 0;
        for (int from = 0; from < whole; from += stretch) {
            squares(array, from, Math.min(whole, from + stretch));
            for (float lane : lanes) {
                sum += lane;
            }
        }
        return sum + plain.squaredNorm(array, whole, length);
    }

    private void squares(MemorySegment array, int from, int end) {
        FloatVector squares = FloatVector.zero(FLOATS);
        for (int i = from; i < end; i += LANES) {
            FloatVector value = load(array, 4L * i);
            squares = squares.add(value.mul(value));
        }
        squares.intoArray(lanes, 0);
    }

    void scale(MemorySegment array, int length, float factor) {
        int whole = FLOATS.loopBound(length);
        for (int i = 0; i < whole; i += LANES) {
            load(array, 4L * i).mul(factor).intoMemorySegment(array, 4L * i, ORDER);
        }
        plain.scale(array, whole, length, factor);
    }

    private static FloatVector load(MemorySegment array, long at) {
        return FloatVector.fromMemorySegment(FLOATS, array, at, ORDER);
    }
}

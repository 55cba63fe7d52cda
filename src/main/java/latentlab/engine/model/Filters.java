package latentlab.engine.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import latentlab.data.ImageSet;
import latentlab.data.ImageShape;
import latentlab.engine.layer.Conv2d;
import latentlab.engine.layer.Layer;

/**
 * The weights of a model that have the shape of an image: into each unit of its first layer, and out of each unit
 * before its last. In a model without hidden layers both are those of the latent units. Of convolutions they are the
 * kernels, small images of as many channels as the images, and a unit is a channel at any place.
 *
 * @param shape of an image, or of a kernel
 * @param banks the encoder's before the decoder's; one alone where a tied model uses the same for both
 * @param images test images the activity is of
 */
public record Filters(ImageShape shape, List<Bank> banks, int images) {
    /**
     * Test images the activity of units is taken from, at most: spread evenly, since a folder's may come class by
     * class.
     */
    private static final int MOST_IMAGES = 2000;
    /** Outputs of a layer that are looked at, in all images together. */
    private static final int MOST_NUMBERS = 1 << 23;

    /**
     * The weights of one layer, an image a unit.
     *
     * @param layer whose weights they are
     * @param shared whether the decoder uses them too, transposed
     * @param units number of units on the side that is not the image's
     * @param weights shape [units, channels, height, width] of {@link Filters#shape}
     * @param low least weight of each unit
     * @param high greatest weight of each unit
     * @param norm Euclidean norm of each unit's weights
     * @param activity of each unit
     */
    public record Bank(
            Layer layer,
            boolean shared,
            int units,
            float[] weights,
            float[] low,
            float[] high,
            double[] norm,
            List<UnitActivity> activity) {
        private static Bank of(Layer layer, boolean shared, float[] weights, int pixels, List<UnitActivity> activity) {
            int units = activity.size();
            float[] low = new float[units];
            float[] high = new float[units];
            double[] norm = new double[units];
            for (int unit = 0; unit < units; unit++) {
                low[unit] = Float.POSITIVE_INFINITY;
                high[unit] = Float.NEGATIVE_INFINITY;
                double squares = 0;
                for (int i = unit * pixels; i < (unit + 1) * pixels; i++) {
                    low[unit] = Math.min(low[unit], weights[i]);
                    high[unit] = Math.max(high[unit], weights[i]);
                    squares += (double) weights[i] * weights[i];
                }
                norm[unit] = Math.sqrt(squares);
            }
            return new Bank(layer, shared, units, weights, low, high, norm, activity);
        }
    }

    /**
     * @param parameters of an epoch, see {@link Autoencoder#arrays()}
     * @param images over which the units' activity is taken
     */
    public static Filters of(Inference inference, float[] parameters, ImageSet images) {
        Autoencoder model = inference.model();
        List<Layer> layers = model.layers();
        int last = layers.size() - 1;
        ImageShape shape = shape(model);
        int widest = Math.max(layers.getFirst().outputs(), layers.getLast().inputs());
        int[] which = ImageSet.spread(images.count(), Math.clamp(MOST_NUMBERS / widest, 1, MOST_IMAGES));
        List<Bank> banks = new ArrayList<>();
        boolean tied = layers.getLast().sharesWeight();
        List<UnitActivity> first = activity(inference, parameters, images, which, 0);
        banks.add(Bank.of(layers.getFirst(), tied, intoUnits(model, parameters), shape.size(), first));
        if (!tied) {
            List<UnitActivity> before = last == 1 ? first : activity(inference, parameters, images, which, last - 1);
            banks.add(Bank.of(layers.getLast(), false, outOfUnits(model, parameters), shape.size(), before));
        }
        return new Filters(shape, banks, which.length);
    }

    /** @return shape of what belongs to one unit: an image, or a convolution's kernel */
    private static ImageShape shape(Autoencoder model) {
        if (model.layers().getFirst() instanceof Conv2d convolution) {
            int kernel = convolution.shape().kernel();
            return new ImageShape(model.shape().channels(), kernel, kernel);
        }
        return model.shape();
    }

    /**
     * @param parameters of an epoch, see {@link Autoencoder#arrays()}
     * @return the greatest magnitude of the weights that have the shape of an image
     */
    public static float greatest(Autoencoder model, float[] parameters) {
        float greatest = 0;
        // A tied model's last layer has no weight of its own.
        int layers = model.layers().getLast().sharesWeight() ? 1 : 2;
        for (Layer layer :
                List.of(model.layers().getFirst(), model.layers().getLast()).subList(0, layers)) {
            Autoencoder.ParameterArray array = model.array(layer.weight());
            for (int i = array.offset(); i < array.offset() + layer.outputs() * array.columns(); i++) {
                greatest = Math.max(greatest, Math.abs(parameters[i]));
            }
        }
        return greatest;
    }

    private static List<UnitActivity> activity(
            Inference inference, float[] parameters, ImageSet images, int[] which, int layer) {
        Layer units = inference.model().layers().get(layer);
        // Of a convolution, what all places of all images come to in a channel is that unit's activity.
        return UnitActivity.of(inference.outputs(parameters, images, which, layer), units(units), units.activation());
    }

    private static int units(Layer layer) {
        return layer.outputMaps().map(ImageShape::channels).orElse(layer.outputs());
    }

    private static float[] intoUnits(Autoencoder model, float[] parameters) {
        Layer first = model.layers().getFirst();
        Autoencoder.ParameterArray array = model.array(first.weight());
        // A variational code has the weights of its log-variances behind those of its means, which are the units.
        float[] weights = new float[units(first) * array.columns()];
        System.arraycopy(parameters, array.offset(), weights, 0, weights.length);
        return weights;
    }

    /**
     * The last layer's weight has a row a pixel: its columns are the units' images. That of a transposed convolution
     * has a row a unit.
     */
    private static float[] outOfUnits(Autoencoder model, float[] parameters) {
        Autoencoder.ParameterArray array = model.array(model.layers().getLast().weight());
        if (!model.layers().getLast().isDense()) {
            return Arrays.copyOfRange(parameters, array.offset(), array.offset() + array.length());
        }
        int units = array.columns();
        int pixels = array.rows();
        float[] weights = new float[array.length()];
        for (int pixel = 0; pixel < pixels; pixel++) {
            for (int unit = 0; unit < units; unit++) {
                weights[unit * pixels + pixel] = parameters[array.offset() + pixel * units + unit];
            }
        }
        return weights;
    }

    /**
     * Whether both banks are of the same units, so that what is true of a unit is true of it in both: without hidden
     * layers.
     */
    public boolean sameUnits() {
        return banks.getFirst().activity() == banks.getLast().activity();
    }

    /** Units of both banks; of {@link #sameUnits} once. */
    public List<UnitActivity> units() {
        return (sameUnits() ? banks.subList(0, 1) : banks)
                .stream().flatMap(bank -> bank.activity().stream()).toList();
    }

    /** How many of {@link #units} are in a state. */
    public long count(UnitActivity.State state) {
        return units().stream().filter(unit -> unit.state() == state).count();
    }
}

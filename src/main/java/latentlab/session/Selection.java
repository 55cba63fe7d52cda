package latentlab.session;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Objects;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import latentlab.data.Dataset;
import latentlab.run.Run;

/**
 * The test images people have picked out, shared by all views as the selected epoch is. Belongs to the user interface's thread.
 */
public final class Selection {
    private static final Images NONE = new Images(new int[0], new BitSet());

    private final ReadOnlyObjectWrapper<Images> images = new ReadOnlyObjectWrapper<>(NONE);
    private final ReadOnlyBooleanWrapper isolated = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper inGrid = new ReadOnlyBooleanWrapper();
    private Dataset dataset;

    /** What becomes of the images selected before. */
    public enum Mode {
        /** They give way. */
        REPLACE,
        /** The new ones join them, behind. */
        ADD,
        /** Those named leave. */
        REMOVE
    }

    /**
     * Some test images at one time. Nobody writes to either.
     *
     * @param inOrder their indices, each once, in the order they were asked for
     * @param members the same as a set
     */
    public record Images(int[] inOrder, BitSet members) {
        private static Images of(int... inOrder) {
            BitSet members = new BitSet();
            Arrays.stream(inOrder).forEach(members::set);
            return new Images(inOrder, members);
        }

        public int count() {
            return inOrder.length;
        }

        public boolean isEmpty() {
            return inOrder.length == 0;
        }

        /** @return the first few of them, or all where there are no more */
        public int[] first(int most) {
            return Arrays.copyOf(inOrder, Math.min(most, inOrder.length));
        }
    }

    /** @param model whose test images are selected; other data bring other images */
    public Selection(TrainingModel model) {
        // As soon as the run is another, before views, which are made later, look up images that are not there any
        // more.
        model.runProperty().subscribe(() -> follow(model.runProperty().get()));
        follow(model.runProperty().get());
    }

    private void follow(Run run) {
        if (run != null && run.dataset() != dataset) {
            dataset = run.dataset();
            clear();
        }
    }

    /** Never null. */
    public ReadOnlyObjectProperty<Images> imagesProperty() {
        return images.getReadOnlyProperty();
    }

    /** Whose test images they are of; null before the first run. */
    public Dataset dataset() {
        return dataset;
    }

    /** Whether maps show these images only. False while none are selected. */
    public ReadOnlyBooleanProperty isolatedProperty() {
        return isolated.getReadOnlyProperty();
    }

    /** Whether the grid shows the first of these images instead of the samples. False while none are selected. */
    public ReadOnlyBooleanProperty inGridProperty() {
        return inGrid.getReadOnlyProperty();
    }

    /** As {@link #select(Mode, int...)}, in the order of their indices. */
    public void select(Mode mode, BitSet asked) {
        select(mode, asked.stream().toArray());
    }

    /**
     * @param asked indices of test images; one named twice counts once
     * @throws IndexOutOfBoundsException if there is no such image
     */
    public void select(Mode mode, int... asked) {
        int count = dataset == null ? 0 : dataset.test().count();
        Arrays.stream(asked).forEach(index -> Objects.checkIndex(index, count));
        Images before = images.get();
        IntStream next =
                switch (mode) {
                    case REPLACE -> Arrays.stream(asked).distinct();
                    case ADD ->
                        IntStream.concat(Arrays.stream(before.inOrder), Arrays.stream(asked))
                                .distinct();
                    case REMOVE -> {
                        BitSet leaving = Images.of(asked).members;
                        yield Arrays.stream(before.inOrder).filter(index -> !leaving.get(index));
                    }
                };
        set(Images.of(next.toArray()));
    }

    /** Selects an image that is not selected, and the other way round. @param index of a test image */
    public void toggle(int index) {
        select(images.get().members.get(index) ? Mode.REMOVE : Mode.ADD, index);
    }

    /** Selects nothing. */
    public void clear() {
        set(NONE);
    }

    private void set(Images next) {
        if (next.isEmpty()) {
            // A map of nothing, a grid of nothing: nobody has asked for that.
            isolated.set(false);
            inGrid.set(false);
        }
        images.set(next);
    }

    /** @param only whether maps are to show the selected images only; no effect while there are none */
    public void isolate(boolean only) {
        isolated.set(only && !images.get().isEmpty());
    }

    /** @param shown whether the grid is to show the first of the selected images; no effect while there are none */
    public void showInGrid(boolean shown) {
        inGrid.set(shown && !images.get().isEmpty());
    }
}

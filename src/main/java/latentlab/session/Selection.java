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
 * The test images the user has selected, shared by all views as the selected epoch is. Belongs to the user interface's
 * thread.
 */
public final class Selection {
    private static final Images NONE = new Images(new int[0], new BitSet());

    private final ReadOnlyObjectWrapper<Images> images = new ReadOnlyObjectWrapper<>(NONE);
    private final ReadOnlyBooleanWrapper isolated = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper inGrid = new ReadOnlyBooleanWrapper();
    private Dataset dataset;

    /** How a new selection combines with the one before. */
    public enum Mode {
        /** The new images replace those selected before. */
        REPLACE,
        /** The new images are added at the end. */
        ADD,
        /** The given images are removed. */
        REMOVE
    }

    /**
     * Some test images at one moment. Neither field is written to.
     *
     * @param inOrder their indices, each once, in the order they were selected
     * @param members the same indices as a set
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

        /** @return the first {@code most} of them, or all if there are fewer */
        public int[] first(int most) {
            return Arrays.copyOf(inOrder, Math.min(most, inOrder.length));
        }
    }

    /** @param model whose test images are selected; other data clear the selection */
    public Selection(TrainingModel model) {
        // Runs as soon as the run changes: views, which subscribe later, must not look up images that no longer exist.
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

    /** The dataset whose test images are selected; null before the first run. */
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

    /** Like {@link #select(Mode, int...)}, in the order of the indices. */
    public void select(Mode mode, BitSet asked) {
        select(mode, asked.stream().toArray());
    }

    /**
     * @param asked indices of test images; duplicates count once
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

    /** Selects an image, or removes it from the selection if it is selected. @param index of a test image */
    public void toggle(int index) {
        select(images.get().members.get(index) ? Mode.REMOVE : Mode.ADD, index);
    }

    /** Clears the selection. */
    public void clear() {
        set(NONE);
    }

    private void set(Images next) {
        if (next.isEmpty()) {
            // Without a selection, isolated maps and the grid would be empty.
            isolated.set(false);
            inGrid.set(false);
        }
        images.set(next);
    }

    /** @param only whether maps show only the selected images; ignored while none are selected */
    public void isolate(boolean only) {
        isolated.set(only && !images.get().isEmpty());
    }

    /** @param shown whether the grid shows the first of the selected images; ignored while none are selected */
    public void showInGrid(boolean shown) {
        inGrid.set(shown && !images.get().isEmpty());
    }
}

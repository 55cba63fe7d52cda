package latentlab.session;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import latentlab.data.Dataset;
import latentlab.data.ImageSet;
import latentlab.run.Run;

/**
 * What users point at in latent space, shared by all views as the selected epoch is: a test image, a second one to
 * interpolate to, a place between or beyond the images, and an image the user has drawn. Belongs to the user
 * interface's thread.
 */
public final class Exploration {
    private final ReadOnlyIntegerWrapper image = new ReadOnlyIntegerWrapper(-1);
    private final ReadOnlyBooleanWrapper chosen = new ReadOnlyBooleanWrapper();
    private final ReadOnlyIntegerWrapper hovered = new ReadOnlyIntegerWrapper(-1);
    private final ReadOnlyIntegerWrapper target = new ReadOnlyIntegerWrapper(-1);
    private final ReadOnlyObjectWrapper<float[]> code = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<ImageSet> drawn = new ReadOnlyObjectWrapper<>();
    private Dataset dataset;
    private int latent;

    /** @param model whose run is explored; other data reset the images, another latent dimension the place */
    public Exploration(TrainingModel model) {
        model.runProperty().subscribe(this::follow);
    }

    private void follow(Run run) {
        if (run == null) {
            return;
        }
        drawn.set(null);
        if (run.model().latent() != latent) {
            latent = run.model().latent();
            code.set(null);
        }
        if (run.dataset() != dataset) {
            dataset = run.dataset();
            hovered.set(-1);
            code.set(null);
            chosen.set(false);
            int[] samples = run.samples();
            target.set(samples.length == 0 ? -1 : samples[Math.min(1, samples.length - 1)]);
            image.set(samples.length == 0 ? -1 : samples[0]);
        }
    }

    /** Index of a test image; -1 while there is none. */
    public ReadOnlyIntegerProperty imageProperty() {
        return image.getReadOnlyProperty();
    }

    /** Whether the user has chosen the image; false for the initial one. */
    public ReadOnlyBooleanProperty chosenProperty() {
        return chosen.getReadOnlyProperty();
    }

    /** Index of the test image the interpolation leads to; -1 while there is none. */
    public ReadOnlyIntegerProperty targetProperty() {
        return target.getReadOnlyProperty();
    }

    /**
     * A place in latent space, shape [latent], never written to; null for the place of the image at the selected epoch.
     */
    public ReadOnlyObjectProperty<float[]> codeProperty() {
        return code.getReadOnlyProperty();
    }

    /** The user's drawing, one image of the dataset's size; null while there is none. */
    public ReadOnlyObjectProperty<ImageSet> drawnProperty() {
        return drawn.getReadOnlyProperty();
    }

    /** @param image the user's drawing, of the dataset's size; null for none */
    public void showDrawn(ImageSet image) {
        drawn.set(image);
    }

    /** Index of the test image under the pointer on one of the maps; -1 for none. */
    public ReadOnlyIntegerProperty hoveredProperty() {
        return hovered.getReadOnlyProperty();
    }

    /** @param index of the test image under the pointer; -1 for none */
    public void hover(int index) {
        hovered.set(index);
    }

    /** Chooses an image and goes to its place. @param index clamped to the existing test images */
    public void choose(int index) {
        code.set(null);
        image.set(clamp(index));
        chosen.set(true);
    }

    /** Chooses the image the interpolation leads to. @param index clamped to the existing test images */
    public void chooseTarget(int index) {
        target.set(clamp(index));
    }

    private int clamp(int index) {
        return dataset == null || dataset.test().count() == 0
                ? -1
                : Math.clamp(index, 0, dataset.test().count() - 1);
    }

    /** Swaps the image and the target of the interpolation. */
    public void swap() {
        int from = image.get();
        choose(target.get());
        target.set(from);
    }

    /** Goes to a place. @param place shape [latent], not written to afterwards; null for the image's own place */
    public void goTo(float[] place) {
        code.set(place);
    }
}

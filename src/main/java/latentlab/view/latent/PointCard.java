package latentlab.view.latent;

import atlantafx.base.theme.Styles;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import latentlab.data.ImageShape;
import latentlab.view.paint.ImagePixels;

/** A close-up of one test image: the image, its reconstruction, and what is known of it. */
public final class PointCard extends VBox {
    private static final double SIDE = 84;

    private final ImageView original = view();
    private final ImageView reconstruction = view();
    private final Label title = new Label();
    private final Label details = new Label();
    private boolean filled;

    PointCard() {
        getStyleClass().add("point-card");
        setMouseTransparent(true);
        setManaged(false);
        setVisible(false);
        title.setId("card-title");
        title.getStyleClass().add(Styles.TEXT_BOLD);
        details.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.TEXT_MUTED);
        HBox images = new HBox(original, reconstruction);
        images.getStyleClass().add("point-card-images");
        images.setAlignment(Pos.CENTER);
        getChildren().addAll(title, images, details);
    }

    private static ImageView view() {
        ImageView view = new ImageView();
        view.setPreserveRatio(true);
        view.setSmooth(false);
        view.setFitWidth(SIDE);
        view.setFitHeight(SIDE);
        return view;
    }

    public boolean filled() {
        return filled;
    }

    /** @param originalPixels shape [channels, height, width], as are the other pixels */
    void fill(
            String titleText, String detailText, byte[] originalPixels, byte[] reconstructedPixels, ImageShape shape) {
        title.setText(titleText);
        details.setText(detailText);
        original.setImage(ImagePixels.of(originalPixels, 0, shape));
        reconstruction.setImage(ImagePixels.of(reconstructedPixels, 0, shape));
        filled = true;
    }

    void clear() {
        filled = false;
    }
}

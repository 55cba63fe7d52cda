package latentlab.view.export;

import atlantafx.base.theme.Styles;
import java.util.ArrayList;
import java.util.List;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.ToggleButton;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import latentlab.export.preview.Preview;
import latentlab.export.preview.Raster;
import latentlab.view.Buttons;
import latentlab.view.Texts;

/** Shows what a file will have in it, and how large it will be. */
final class PreviewPane extends VBox {
    final ToggleButton play;
    /** About how large the file is, or what is being done about that. */
    final Label size = new Label();

    private final ImageView picture = new ImageView();
    private final TextArea text = new TextArea();
    private final Label nothing = new Label();
    private final StackPane place = new StackPane(picture, text, nothing);
    private final Timeline playing = new Timeline();
    private final List<Image> frames = new ArrayList<>();
    private double pixelsAPoint = 1;
    private int first;
    private int at;

    PreviewPane(Texts texts) {
        getStyleClass().add("export-preview");
        picture.setId("export-picture");
        picture.setPreserveRatio(true);
        text.setId("export-text");
        text.setEditable(false);
        text.getStyleClass().add("export-text");
        Buttons.named(text, texts.bind("view.export.preview"));
        text.setTooltip(null);
        nothing.textProperty().bind(texts.bind("view.export.nothing"));
        nothing.getStyleClass().add(Styles.TEXT_MUTED);
        nothing.setWrapText(true);
        place.getStyleClass().add("export-place");
        place.setMinSize(0, 0);
        place.setPrefSize(0, 0);
        VBox.setVgrow(place, Priority.ALWAYS);
        place.heightProperty().subscribe(this::fit);
        place.widthProperty().subscribe(this::fit);
        play = Buttons.icon(Buttons.named(new ToggleButton(), texts.bind("view.export.play.help")), "icon-play");
        play.textProperty().bind(texts.bind("view.export.play"));
        play.setId("export-play");
        play.getStyleClass().add(Styles.SMALL);
        play.setMinWidth(Region.USE_PREF_SIZE);
        play.selectedProperty().subscribe(this::play);
        playing.setCycleCount(Animation.INDEFINITE);
        size.setId("export-size");
        size.setWrapText(true);
        size.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(size, Priority.ALWAYS);
        HBox below = new HBox(play, size);
        below.getStyleClass().add("export-below");
        below.setAlignment(Pos.CENTER_LEFT);
        play.managedProperty().bind(play.visibleProperty());
        getChildren().addAll(place, below);
        clear();
    }

    /** @param scale pixels along a point of the screen */
    int roomWidth(double scale) {
        return (int) Math.max(64, (place.getWidth() - place.snappedLeftInset() - place.snappedRightInset()) * scale);
    }

    int roomHeight(double scale) {
        return (int) Math.max(64, (place.getHeight() - place.snappedTopInset() - place.snappedBottomInset()) * scale);
    }

    /** Keeps the picture in its place, which becomes lower when there is a sentence above it. */
    private void fit() {
        Image image = picture.getImage();
        if (image != null) {
            picture.setFitWidth(Math.min(image.getWidth() / pixelsAPoint, roomWidth(1)));
            picture.setFitHeight(Math.min(image.getHeight() / pixelsAPoint, roomHeight(1)));
        }
    }

    void clear() {
        stop();
        picture.setVisible(false);
        picture.setImage(null);
        text.setVisible(false);
        nothing.setVisible(false);
        play.setVisible(false);
        frames.clear();
    }

    /**
     * @param millis how long each picture stays when they are played
     * @param scale pixels along a point of the screen
     * @param words what the picture is of
     */
    void show(Preview.Content content, double millis, double scale, String words) {
        boolean wasPlaying = play.isSelected();
        clear();
        switch (content) {
            case Preview.Pictures(List<Raster> pictures, int start) -> {
                pictures.forEach(each -> frames.add(image(each)));
                first = start;
                at = start;
                picture.setImage(frames.get(start));
                pixelsAPoint = scale;
                fit();
                picture.setAccessibleText(words);
                picture.setVisible(true);
                play.setVisible(frames.size() > 1);
                playing.getKeyFrames().setAll(new KeyFrame(Duration.millis(millis), _ -> step()));
                play.setSelected(wasPlaying && frames.size() > 1);
            }
            case Preview.Text(String beginning) -> {
                text.setText(beginning);
                // What is all in one line would else be seen as far as the first words.
                text.setWrapText(beginning.lines().count() < 3);
                text.setVisible(true);
            }
            case Preview.Nothing() -> nothing.setVisible(true);
        }
    }

    private static Image image(Raster raster) {
        WritableImage image = new WritableImage(raster.width(), raster.height());
        image.getPixelWriter()
                .setPixels(
                        0,
                        0,
                        raster.width(),
                        raster.height(),
                        PixelFormat.getIntArgbInstance(),
                        raster.rgb(),
                        0,
                        raster.width());
        return image;
    }

    private void play(boolean wanted) {
        if (wanted && frames.size() > 1) {
            playing.playFromStart();
        } else {
            playing.stop();
            if (!frames.isEmpty()) {
                at = first;
                picture.setImage(frames.get(at));
            }
        }
    }

    private void step() {
        at = (at + 1) % frames.size();
        picture.setImage(frames.get(at));
    }

    /** Ends playing, for nobody sees it any more. */
    void stop() {
        play.setSelected(false);
    }
}

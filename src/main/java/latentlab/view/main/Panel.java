package latentlab.view.main;

import javafx.scene.Node;
import latentlab.view.Keys;
import latentlab.view.picture.PictureHandle;

/**
 * One of several views that share a place.
 *
 * @param key shows the view, and names its texts
 * @param header stands beside the buttons while the view is shown
 * @param picture takes its picture
 */
public record Panel(Keys key, Node header, Node content, PictureHandle picture) {}

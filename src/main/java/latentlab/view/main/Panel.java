package latentlab.view.main;

import javafx.scene.Node;
import latentlab.view.Keys;

/**
 * One of several views that share a place.
 *
 * @param key shows the view, and names its texts
 * @param header stands beside the buttons while the view is shown
 */
public record Panel(Keys key, Node header, Node content) {}

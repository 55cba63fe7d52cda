package latentlab.preferences;

/** Position and size of the window, in screen coordinates. */
public record WindowPlace(double x, double y, double width, double height, boolean maximized) {}

package latentlab.preferences;

/** Where the window was, in screen coordinates. */
public record WindowPlace(double x, double y, double width, double height, boolean maximized) {}

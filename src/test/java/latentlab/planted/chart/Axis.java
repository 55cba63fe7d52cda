package latentlab.planted.chart;

/** Innocent. */
public final class Axis {}

package latentlab.figure;

import java.util.ArrayList;
import java.util.List;
import latentlab.figure.WeightStrip.Placed;

/** Remembers what is drawn; each letter is six points wide. */
final class RecordingPen implements Pen {
    /**
     * @param places x and y of each point in turn
     * @param begun how many lines it consists of
     */
    record Line(Role role, double width, List<Double> places, int begun) {}

    record Dot(Role role, Area area) {}

    /** @param room infinite where there is no end of it */
    record Words(String words, double x, double y, double room, TextStyle style) {}

    record Weights(WeightStrip weights, List<Placed> placed) {}

    record Picture(ImageStrip images, int index, Area area) {}

    final List<Line> lines = new ArrayList<>();
    final List<Line> tracks = new ArrayList<>();
    final List<Dot> dots = new ArrayList<>();
    final List<Words> texts = new ArrayList<>();
    final List<String> haloed = new ArrayList<>();
    final List<Picture> pictures = new ArrayList<>();
    final List<Weights> weights = new ArrayList<>();
    final List<Area> scales = new ArrayList<>();
    /** Of the boxes, in the same order. */
    final List<Stroke> outlines = new ArrayList<>();

    final List<Area> boxes = new ArrayList<>();
    final List<Area> clips = new ArrayList<>();

    List<Line> tracks(Role role) {
        return tracks.stream().filter(track -> track.role() == role).toList();
    }

    List<String> words() {
        return texts.stream().map(Words::words).toList();
    }

    @Override
    public void line(double fromX, double fromY, double toX, double toY, Stroke stroke) {
        lines.add(new Line(stroke.ink().role(), stroke.width(), List.of(fromX, fromY, toX, toY), 1));
    }

    @Override
    public void track(Track track, Stroke stroke) {
        List<Double> places = new ArrayList<>();
        List<Double> starts = new ArrayList<>();
        track.walk((x, y, start) -> {
            places.addAll(List.of(x, y));
            if (start) {
                starts.add(x);
            }
        });
        tracks.add(new Line(stroke.ink().role(), stroke.width(), places, starts.size()));
    }

    @Override
    public void rectangle(Area area, Stroke stroke) {
        boxes.add(area);
        outlines.add(stroke);
    }

    @Override
    public void fillRectangle(Area area, Ink ink) {}

    @Override
    public void fillEllipse(Area area, Ink ink) {
        dots.add(new Dot(ink.role(), area));
    }

    @Override
    public void text(String words, double x, double y, double room, TextStyle style) {
        texts.add(new Words(words, x, y, room, style));
    }

    @Override
    public void textWithHalo(String words, double x, double y, TextStyle style, Stroke halo) {
        text(words, x, y, style);
        haloed.add(words);
    }

    @Override
    public void image(ImageStrip images, int index, Area area) {
        pictures.add(new Picture(images, index, area));
    }

    @Override
    public void weights(WeightStrip strip, List<Placed> placed) {
        weights.add(new Weights(strip, placed));
    }

    @Override
    public void weightScale(Area area) {
        scales.add(area);
    }

    @Override
    public double width(String words, TextStyle style) {
        return 6 * words.length();
    }

    @Override
    public void within(Area area, Runnable drawing) {
        clips.add(area);
        drawing.run();
    }
}

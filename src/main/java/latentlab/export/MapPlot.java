package latentlab.export;

import java.nio.file.Path;
import java.util.Map;
import java.util.stream.IntStream;
import latentlab.figure.map.MapFigure;
import latentlab.text.Messages;
import latentlab.text.Problem;

/** A map as a PNG. */
public final class MapPlot {
    private MapPlot() {}

    /**
     * @param messages language of the words; English where the fonts of this machine lack its letters
     * @throws Problem when the file cannot be written
     */
    public static void write(Path file, MapPicture map, Messages messages) throws Problem {
        Lettering lettering = Lettering.of(messages, "export.map.count");
        MapFigure figure = figure(map, lettering.messages());
        OutputFile.write(
                file,
                out -> PngEncoder.write(
                        MapFigure.WIDTH,
                        MapFigure.HEIGHT,
                        graphics -> figure.draw(new Java2dPen(graphics, lettering)),
                        Map.of(),
                        out));
    }

    private static MapFigure figure(MapPicture map, Messages words) {
        return new MapFigure(
                new MapFigure.Words(
                        words.text(map.title()),
                        words.text(map.caption()),
                        map.axes().stream().map(words::text).toList()),
                map.places(),
                IntStream.range(0, map.count()).map(map::label).toArray(),
                map.classNames(),
                count -> words.text("export.map.count", count));
    }
}

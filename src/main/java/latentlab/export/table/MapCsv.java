package latentlab.export.table;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import latentlab.export.MapPicture;
import latentlab.export.OutputFile;
import latentlab.text.Problem;

/**
 * A map for other programs: comma-separated, a header, one line an image; those of label and class are empty
 * where there is none. UTF-8.
 */
public final class MapCsv {
    private static final String HEADER = "x,y,label,index,class\n";

    private MapCsv() {}

    /** @throws Problem when the file cannot be written */
    public static void write(Path file, MapPicture map) throws Problem {
        OutputFile.write(file, out -> {
            out.write(HEADER.getBytes(StandardCharsets.US_ASCII));
            for (int i = 0; i < map.count(); i++) {
                String label = map.label(i) < 0 ? "" : Integer.toString(map.label(i));
                String line = map.places()[2 * i] + "," + map.places()[2 * i + 1] + "," + label + "," + map.indices()[i]
                        + "," + CsvText.field(map.className(i)) + "\n";
                out.write(line.getBytes(StandardCharsets.UTF_8));
            }
        });
    }
}

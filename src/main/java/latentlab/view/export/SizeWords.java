package latentlab.view.export;

import latentlab.export.Export;
import latentlab.export.ExportOption;
import latentlab.export.preview.Preview;
import latentlab.view.Texts;

/** Says about how large a file will be, on a disk and on a screen. */
final class SizeWords {
    private static final String AND = " · ";
    private static final int THOUSAND = 1_000;
    private static final int MILLION = 1_000_000;

    private SizeWords() {}

    /** @param millis how long a frame stays */
    static String of(Preview preview, int millis, Export export, Texts texts) {
        StringBuilder words = new StringBuilder(bytes(preview.bytes(), texts));
        if (preview.frames() > 0) {
            words.append(AND).append(texts.get("view.export.size.frames", preview.frames()));
        }
        if (preview.width() > 0) {
            boolean points = export.options().contains(ExportOption.WIDTH)
                    && !export.options().contains(ExportOption.SCALE);
            words.append(AND)
                    .append(texts.get(
                            points ? "view.export.size.points" : "view.export.size.pixels",
                            preview.width(),
                            preview.height()));
        }
        if (preview.frames() > 0) {
            words.append(AND).append(texts.get("view.export.size.seconds", preview.frames() * millis / 1000.0));
        }
        return words.toString();
    }

    private static String bytes(long bytes, Texts texts) {
        if (bytes < THOUSAND) {
            return texts.get("view.export.size.bytes", bytes);
        }
        return bytes < MILLION / 10
                ? texts.get("view.export.size.kilobytes", bytes / (double) THOUSAND)
                : texts.get("view.export.size.megabytes", bytes / (double) MILLION);
    }
}

package latentlab.export.picture;

import java.awt.Font;
import java.awt.FontFormatException;
import java.io.File;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import latentlab.export.Lettering;
import latentlab.text.Messages;
import org.apache.fontbox.ttf.OpenTypeFont;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeCollection;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.fontbox.util.autodetect.FontFileFinder;
import org.apache.pdfbox.io.RandomAccessReadBufferedFile;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/**
 * A TrueType font of this machine that a PDF can have inside, so that its text is text everywhere. What is in the file
 * is measured with the same font. Fonts with outlines of another kind (CFF, as Noto's for Chinese and Japanese have)
 * cannot be put into a file by PDFBox.
 *
 * @param plain of one point
 * @param bold of one point; the plain one where the machine has no bold one beside it
 * @param embedded what the file has of each, by the font's name
 */
record PrintFont(Font plain, Font bold, Map<String, PDFont> embedded) {
    private static final Logger LOG = System.getLogger(PrintFont.class.getName());

    /** A font's files, plain and bold, in lower case. */
    private record Names(String plain, String bold) {}

    /** Those that read well on paper, the best first; the last ones have Japanese letters. */
    private static final List<Names> KNOWN = List.of(
            new Names("dejavusans.ttf", "dejavusans-bold.ttf"),
            new Names("liberationsans-regular.ttf", "liberationsans-bold.ttf"),
            new Names("arial.ttf", "arialbd.ttf"),
            new Names("arial.ttf", "arial bold.ttf"),
            new Names("notosans-regular.ttf", "notosans-bold.ttf"),
            new Names("notosansjp-regular.ttf", "notosansjp-bold.ttf"),
            new Names("bizudgothic-regular.ttf", "bizudgothic-bold.ttf"),
            new Names("yugothr.ttc", "yugothb.ttc"),
            new Names("meiryo.ttc", "meiryob.ttc"),
            new Names("ipaexg.ttf", "ipaexg.ttf"),
            new Names("ipag.ttf", "ipag.ttf"),
            new Names("arial unicode.ttf", "arial unicode.ttf"));

    /**
     * @param text whose letters it has to have, all of them
     * @return a font for a document, or null if this machine has none that can be inside of it
     */
    static PrintFont of(PDDocument document, String text) {
        Map<String, File> files = new TreeMap<>();
        for (URI found : new FontFileFinder().find()) {
            File file = new File(found);
            files.putIfAbsent(file.getName().toLowerCase(Locale.ROOT), file);
        }
        Stream<Names> others = files.keySet().stream()
                .filter(name -> name.endsWith(".ttf"))
                // A name with a hyphen is often that of a bold or slanted one.
                .sorted(Comparator.<String, Boolean>comparing(name -> name.contains("-"))
                        .thenComparing(Comparator.naturalOrder()))
                .map(name -> new Names(name, name));
        return Stream.concat(KNOWN.stream(), others)
                .filter(names -> files.containsKey(names.plain()))
                .map(names -> of(document, text, files.get(names.plain()), files.get(names.bold())))
                .filter(font -> font != null)
                .findFirst()
                .orElse(null);
    }

    /** @return null where it lacks a letter, or must not or cannot be inside of a file */
    private static PrintFont of(PDDocument document, String text, File plainFile, File boldFile) {
        try {
            Font plain = Font.createFonts(plainFile)[0];
            if (plain.canDisplayUpTo(text) >= 0) {
                return null;
            }
            Map<String, PDFont> embedded = new HashMap<>();
            embed(document, plain, plainFile, embedded);
            Font bold = plain;
            if (boldFile != null && !boldFile.equals(plainFile)) {
                bold = Font.createFonts(boldFile)[0];
                embed(document, bold, boldFile, embedded);
            }
            return bold.canDisplayUpTo(text) >= 0 ? null : new PrintFont(plain, bold, embedded);
        } catch (IOException | FontFormatException | RuntimeException e) {
            LOG.log(Level.DEBUG, "no font for a PDF: " + plainFile, e);
            return null;
        }
    }

    private static void embed(PDDocument document, Font font, File file, Map<String, PDFont> embedded)
            throws IOException {
        TrueTypeFont outlines = file.getName().toLowerCase(Locale.ROOT).endsWith(".ttc")
                ? new TrueTypeCollection(file).getFontByName(font.getPSName())
                : new TTFParser().parse(new RandomAccessReadBufferedFile(file));
        if (outlines == null || outlines instanceof OpenTypeFont openType && openType.isPostScript()) {
            throw new IOException("not TrueType");
        }
        embedded.put(font.getFontName(), PDType0Font.load(document, outlines, true));
    }

    Lettering lettering(Messages messages) {
        return new Lettering(messages, plain, bold);
    }
}

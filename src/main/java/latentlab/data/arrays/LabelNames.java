package latentlab.data.arrays;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import latentlab.data.pictures.Listing;
import latentlab.files.OrdinaryFile;
import latentlab.text.Problem;
import latentlab.text.Progress;
import latentlab.text.Sentence;

/**
 * What classes are called: in a text file beside images, one name a line for labels from 0 on, or a label and its name;
 * in a table with the columns index, codepoint and char, as KMNIST's has it; or in EMNIST's mapping of labels to code
 * points, of which the first counts.
 *
 * @param place of the names, for sentences
 * @param byLabel in the order of the labels
 * @param inOrder whether the names stand in order, with no labels beside them, which then count from 0
 */
public record LabelNames(String place, Map<Long, String> byLabel, boolean inOrder) {
    private static final int MOST_BYTES = 1 << 20;
    private static final Pattern FILE =
            Pattern.compile("(classes|labels|class[-_]?names|label[-_]?names|(.*[-_])?classmap)\\.(txt|csv)");
    private static final Pattern NUMBERED = Pattern.compile("\\s*(-?[0-9]{1,9})(?:\\s*[,;:\\t]\\s*|\\s+)(\\S.*)");
    private static final Pattern CODE_POINTS = Pattern.compile("\\s*([0-9]{1,9})((?:\\s+[0-9]{1,7})+)\\s*");
    private static final Pattern TABLE =
            Pattern.compile("([0-9]{1,9}),U\\+[0-9A-F]{4,6},(.+)", Pattern.CASE_INSENSITIVE);

    /** @param names of labels from 0 on */
    public static LabelNames of(String place, List<String> names) {
        Map<Long, String> byLabel = new TreeMap<>();
        for (String name : names) {
            byLabel.put((long) byLabel.size(), Normalizer.normalize(name, Normalizer.Form.NFC));
        }
        return new LabelNames(place, byLabel, true);
    }

    /**
     * Looks for the files that name classes.
     *
     * @param mapping name of EMNIST's file, or null
     * @param warnings is given a sentence for each that cannot be read
     * @return of all there are, the best first
     */
    public static List<LabelNames> beside(Path folder, String mapping, List<Sentence> warnings, Progress progress)
            throws Problem {
        List<Path> files = new ArrayList<>();
        if (mapping != null && Files.exists(folder.resolve(mapping))) {
            files.add(folder.resolve(mapping));
        }
        files.addAll(Listing.of(folder, file -> FILE.matcher(lower(file)).matches(), progress));
        List<LabelNames> found = new ArrayList<>();
        for (Path file : files) {
            try {
                found.add(read(file, progress));
            } catch (IOException | Problem unreadable) {
                warnings.add(Sentence.of("data.names.unreadable", file.toString()));
            }
        }
        return found;
    }

    /** @throws IOException if it is no text in UTF-8 or UTF-16, or too large for names */
    public static LabelNames read(Path file, Progress progress) throws IOException, Problem {
        OrdinaryFile ordinary = OrdinaryFile.of(file);
        if (ordinary.bytes() > MOST_BYTES) {
            throw new IOException(file + " is too large for names");
        }
        List<String> lines = new ArrayList<>();
        try (InputStream in = ordinary.open(() -> progress.report(-1, reading(file)))) {
            text(in.readNBytes(MOST_BYTES))
                    .lines()
                    .map(line -> Normalizer.normalize(line.strip(), Normalizer.Form.NFC))
                    .filter(line -> !line.isEmpty())
                    .forEach(lines::add);
        }
        return lower(file).endsWith("mapping.txt") ? mapping(file, lines) : lines(file, lines);
    }

    private static Sentence reading(Path file) {
        return Sentence.of("data.progress.reading", file.getFileName().toString());
    }

    private static String lower(Path file) {
        return file.getFileName().toString().toLowerCase(Locale.ROOT);
    }

    private static String text(byte[] bytes) throws CharacterCodingException {
        Charset charset = StandardCharsets.UTF_8;
        int mark = 0;
        if (bytes.length >= 2 && (bytes[0] & 0xFF) + (bytes[1] & 0xFF) == 0xFF + 0xFE && bytes[0] != bytes[1]) {
            charset = StandardCharsets.UTF_16;
        } else if (bytes.length >= 3
                && Arrays.equals(bytes, 0, 3, new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF}, 0, 3)) {
            mark = 3;
        }
        return charset.newDecoder()
                .decode(ByteBuffer.wrap(bytes, mark, bytes.length - mark))
                .toString();
    }

    private static LabelNames mapping(Path file, List<String> lines) throws IOException {
        Map<Long, String> names = new TreeMap<>();
        for (String line : lines) {
            Matcher numbers = CODE_POINTS.matcher(line);
            int point = numbers.matches()
                    ? Integer.parseInt(numbers.group(2).strip().split("\\s+")[0])
                    : -1;
            if (!Character.isDefined(point)) {
                throw new IOException(file + " maps no labels to code points");
            }
            names.put(Long.parseLong(numbers.group(1)), Character.toString(point));
        }
        return new LabelNames(file.toString(), names, false);
    }

    private static LabelNames lines(Path file, List<String> lines) {
        Map<Long, String> numbered = numbered(lines, NUMBERED, 0);
        if (numbered == null) {
            numbered = numbered(lines, TABLE, 1);
        }
        return numbered == null ? of(file.toString(), lines) : new LabelNames(file.toString(), numbered, false);
    }

    /** @return null unless every line is of that form and has a label of its own */
    private static Map<Long, String> numbered(List<String> lines, Pattern form, int skipped) {
        Map<Long, String> names = new TreeMap<>();
        for (String line : lines.subList(Math.min(skipped, lines.size()), lines.size())) {
            Matcher matcher = form.matcher(line);
            if (!matcher.matches()
                    || names.put(
                                    Long.parseLong(matcher.group(1)),
                                    matcher.group(2).strip())
                            != null) {
                return null;
            }
        }
        return names.isEmpty() ? null : names;
    }

    /** @return the names of some labels, in their order; null where they are not for these */
    List<String> of(List<Long> labels) {
        Map<Long, String> names = byLabel;
        if (inOrder && !names.keySet().containsAll(labels) && names.size() == labels.size()) {
            // Labels from 1 on, or with gaps, and one name for each.
            names = new HashMap<>();
            List<String> all = List.copyOf(byLabel.values());
            for (int i = 0; i < labels.size(); i++) {
                names.put(labels.get(i), all.get(i));
            }
        }
        boolean apart = names.values().stream().distinct().count() == names.size();
        boolean fit = names.keySet().containsAll(labels) && (apart || names.size() == labels.size());
        return fit ? labels.stream().map(names::get).toList() : null;
    }
}

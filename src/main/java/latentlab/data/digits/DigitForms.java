package latentlab.data.digits;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** The forms of the ten digits in {@code digits.txt}, which says how it is written. */
final class DigitForms {
    static final int CLASSES = 10;

    /** Forms of one name, each with its share among them. */
    private record Family(List<DigitForm> forms, List<Double> shares) {
        double share() {
            return shares.stream().mapToDouble(Double::doubleValue).sum();
        }

        DigitForm pick(SplittableRandom random) {
            return forms.get(DigitForms.pick(shares, random));
        }
    }

    private final List<List<Family>> families = new ArrayList<>();
    private final List<List<Double>> shares = new ArrayList<>();

    private DigitForms(List<Map<String, Family>> byName) {
        for (Map<String, Family> digit : byName) {
            families.add(List.copyOf(digit.values()));
            shares.add(digit.values().stream().map(Family::share).toList());
        }
    }

    static DigitForms load() {
        List<Map<String, Family>> byName = new ArrayList<>();
        for (int digit = 0; digit < CLASSES; digit++) {
            byName.add(new LinkedHashMap<>());
        }
        try (InputStream stream = DigitForms.class.getResourceAsStream("digits.txt");
                BufferedReader lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    add(line, byName);
                }
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return new DigitForms(byName);
    }

    private static void add(String line, List<Map<String, Family>> byName) {
        int colon = line.indexOf(':');
        String[] head = line.substring(0, colon).split(" ");
        Family family = byName.get(Integer.parseInt(head[0]))
                .computeIfAbsent(head[1], name -> new Family(new ArrayList<>(), new ArrayList<>()));
        DigitForm form = DigitForm.parse(line.substring(colon + 1));
        if (!family.forms.isEmpty() && !form.sameStrokesAs(family.forms.getFirst())) {
            throw new IllegalStateException("other strokes than the first form of its name: " + line);
        }
        family.forms.add(form);
        family.shares.add(Double.valueOf(head[2]));
    }

    /** @return a form of the digit somewhere between two that are really written */
    DigitForm pick(int digit, SplittableRandom random) {
        Family family = families.get(digit).get(pick(shares.get(digit), random));
        DigitForm one = family.pick(random);
        return one.towards(family.pick(random), (float) random.nextDouble());
    }

    /** @return an index, drawn by the share of each */
    private static int pick(List<Double> shares, SplittableRandom random) {
        double total = 0;
        for (double share : shares) {
            total += share;
        }
        double left = total * random.nextDouble();
        int index = 0;
        while (index < shares.size() - 1 && left >= shares.get(index)) {
            left -= shares.get(index++);
        }
        return index;
    }
}

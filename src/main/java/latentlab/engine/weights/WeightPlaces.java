package latentlab.engine.weights;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which layer each name stands for. Modules that have no parameters have a number in PyTorch too, so that the layers of
 * an encoder may be 0, 1, 2 in one model, 1, 3, 5 in another, and a single one without any number: what counts is their
 * order.
 */
final class WeightPlaces {
    private static final Pattern NAME = Pattern.compile("(encoder|decoder)(?:\\.(\\d{1,6}))?\\.(weight|bias)");

    private final Map<String, SortedSet<Integer>> numbers = new HashMap<>();

    private WeightPlaces() {}

    /** @param names of all tensors of a model */
    static WeightPlaces of(List<String> names) {
        WeightPlaces places = new WeightPlaces();
        for (String name : names) {
            Matcher form = NAME.matcher(name);
            if (form.matches()) {
                places.numbers
                        .computeIfAbsent(form.group(1), _ -> new TreeSet<>())
                        .add(number(form));
            }
        }
        return places;
    }

    /** @return whether a name is one of a layer's */
    static boolean named(String name) {
        return NAME.matcher(name).matches();
    }

    private static int number(Matcher form) {
        return form.group(2) == null ? -1 : Integer.parseInt(form.group(2));
    }

    /** @return the same for the same layer of two models; the name itself where it is no layer's */
    String of(String name) {
        Matcher form = NAME.matcher(name);
        if (!form.matches()) {
            return name;
        }
        int before = numbers.get(form.group(1)).headSet(number(form)).size();
        return form.group(1) + " " + before + " " + form.group(3);
    }
}

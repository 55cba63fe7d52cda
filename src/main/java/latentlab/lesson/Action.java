package latentlab.lesson;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import latentlab.engine.settings.TrainingConfig;
import latentlab.map.MapMethod;
import latentlab.preferences.MapLayout;
import latentlab.text.Excerpt;
import latentlab.text.PlainNumber;
import latentlab.text.Problem;

/** Something a lesson does in the window for the user. */
public sealed interface Action {
    /** Trains the run until it has so many epochs; one that has them already is left as it is. */
    record Train(int epochs) implements Action {}

    /** Looks at an epoch. */
    record Select(int epoch) implements Action {}

    /** Looks at the newest epoch, and follows. */
    record Live() implements Action {}

    /** Plays the epochs from the first on. */
    record Play() implements Action {}

    /** Opens one of the panels above the timeline. */
    record Open(Panel panel) implements Action {}

    /** Arranges the maps. */
    record Arrange(MapLayout layout) implements Action {}

    /** Maps the codes in a way. */
    record Draw(MapMethod method) implements Action {}

    /** Trains 2 and 20 units where they are missing, and shows their t-SNE beside that of the pixels. */
    record CompareMaps() implements Action {}

    /** The panels above the timeline. */
    enum Panel {
        RECONSTRUCTION,
        DECODE,
        INTERPOLATE,
        DRAW,
        FILTERS,
        SELECTION
    }

    /** All forms, for whoever has written another. */
    String FORMS = Stream.of(
                    "train N",
                    "epoch N",
                    "live",
                    "play",
                    "panel " + words(Panel.values()),
                    "maps " + words(MapLayout.values()),
                    "map " + words(MapMethod.values()),
                    "compare maps")
            .collect(Collectors.joining(", "));

    private static String words(Enum<?>... all) {
        return Arrays.stream(all).map(Action::word).collect(Collectors.joining("|"));
    }

    private static String word(Enum<?> one) {
        return one == MapMethod.TSNE ? "t-sne" : one.name().toLowerCase(Locale.ROOT);
    }

    /** @param text actions with commas between them */
    static List<Action> parseAll(String text) throws Problem {
        List<Action> actions = new ArrayList<>();
        for (String each : text.split(",", -1)) {
            actions.add(parse(each.strip().replaceAll("\\s+", " ")));
        }
        return actions;
    }

    private static Action parse(String text) throws Problem {
        String[] words = text.split(" ", 2);
        String of = words.length == 2 ? words[1] : "";
        Action action =
                switch (words[0]) {
                    case "train" -> new Train(epoch(of, 1));
                    case "epoch" -> new Select(epoch(of, 0));
                    case "live" -> of.isEmpty() ? new Live() : null;
                    case "play" -> of.isEmpty() ? new Play() : null;
                    case "panel" -> one(of, Panel.values()) == null ? null : new Open(one(of, Panel.values()));
                    case "maps" ->
                        one(of, MapLayout.values()) == null ? null : new Arrange(one(of, MapLayout.values()));
                    case "map" -> one(of, MapMethod.values()) == null ? null : new Draw(one(of, MapMethod.values()));
                    case "compare" -> of.equals("maps") ? new CompareMaps() : null;
                    default -> null;
                };
        if (action == null) {
            throw Problem.of("lesson.action", Excerpt.of(text), FORMS);
        }
        return action;
    }

    private static <E extends Enum<E>> E one(String word, E[] all) {
        return Arrays.stream(all)
                .filter(each -> word(each).equals(word))
                .findFirst()
                .orElse(null);
    }

    private static int epoch(String text, int least) throws Problem {
        try {
            long epoch = PlainNumber.whole(text);
            if (epoch >= least && epoch <= TrainingConfig.MAX_EPOCHS) {
                return (int) epoch;
            }
        } catch (NumberFormatException _) {
            // No number: refused like one out of range.
        }
        throw Problem.of("lesson.epoch", Excerpt.of(text), least, TrainingConfig.MAX_EPOCHS);
    }
}

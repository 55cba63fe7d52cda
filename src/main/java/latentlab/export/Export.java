package latentlab.export;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import latentlab.engine.training.EpochResult;
import latentlab.export.model.EpochModel;
import latentlab.export.picture.View;
import latentlab.run.RateChange;
import latentlab.run.Run;
import latentlab.run.images.ChosenImages;
import latentlab.text.Messages;
import latentlab.text.Problem;
import latentlab.text.Progress;
import latentlab.text.Sentence;

/**
 * Something that can be saved of a run: an item of the window's menu and an option of {@code train} at once.
 *
 * @param id a word that begins with a small letter, such as {@code gifMap}; names its sentences, its menu item and its
 *     option
 * @param kind what the file holds
 * @param fileName proposed, with its ending
 * @param options what can be chosen beside the file
 * @param writer writes the file
 */
public record Export(String id, Kind kind, String fileName, List<ExportOption> options, Writer writer) {
    private static final Pattern CAPITAL = Pattern.compile("[A-Z]");

    /** What a file holds, in the order of the window's menu. */
    public enum Kind {
        /** A picture of every epoch, so that only those can be shown whose parameters are kept. */
        ANIMATION,
        PICTURE,
        /** All epochs, kept or not. */
        TABLE,
        /** Of every epoch what its parameters make of images. */
        NUMBERS,
        /** The model of one epoch, and what it makes of images, for other programs. */
        EPOCH,
        TEXT
    }

    /** Which epochs a file has. */
    public enum Extent {
        /** All there are, kept or not. */
        ALL,
        /** Those that are chosen and kept. */
        CHOSEN,
        /** The last of those. */
        ONE
    }

    /**
     * A run as it stands when the export begins; training may go on meanwhile.
     *
     * @param run held until the file is written
     * @param history of epochs so far, from epoch 0 on
     * @param chosen options that somebody has chosen
     * @param range epochs that somebody has chosen
     * @param images of the grid, in their order
     * @param words what the user says in a report; null for the note that the run has
     */
    public record Subject(
            Run run,
            List<EpochResult> history,
            List<RateChange> rateChanges,
            Map<ExportOption, Integer> chosen,
            EpochRange range,
            ChosenImages images,
            String words) {
        /** Of all epochs. */
        public Subject(
                Run run, List<EpochResult> history, List<RateChange> rateChanges, Map<ExportOption, Integer> chosen) {
            this(run, history, rateChanges, chosen, EpochRange.ALL);
        }

        /** With the images that the notebook would show, and the note that the run has. */
        public Subject(
                Run run,
                List<EpochResult> history,
                List<RateChange> rateChanges,
                Map<ExportOption, Integer> chosen,
                EpochRange range) {
            this(run, history, rateChanges, chosen, range, ChosenImages.notebook(run), null);
        }

        /** @return the same with other words; null for the note that the run has */
        public Subject withWords(String other) {
            return new Subject(run, history, rateChanges, chosen, range, images, other);
        }

        /** @return the same with an option as it is to be, whatever somebody has chosen */
        public Subject with(ExportOption option, int value) {
            Map<ExportOption, Integer> more = new HashMap<>(chosen);
            more.put(option, value);
            return new Subject(run, history, rateChanges, more, range, images, words);
        }

        /** @return the same with other images in the grid */
        public Subject with(ChosenImages others) {
            return new Subject(run, history, rateChanges, chosen, range, others, words);
        }

        /** @return the same of other epochs */
        public Subject within(EpochRange epochs) {
            return new Subject(run, history, rateChanges, chosen, epochs, images, words);
        }

        public int get(ExportOption option) {
            return chosen.getOrDefault(option, option.normal());
        }

        /**
         * @return the chosen epochs that are kept, in their order; one at least
         * @throws Problem if there are none
         */
        public List<EpochResult> epochs() throws Problem {
            return within(run.kept(history));
        }

        /**
         * @return the results of the chosen epochs, whether their parameters are kept or not; one at least
         * @throws Problem if there are none
         */
        public List<EpochResult> results() throws Problem {
            return within(history);
        }

        private List<EpochResult> within(List<EpochResult> all) throws Problem {
            List<EpochResult> epochs = all.stream()
                    .filter(result -> range.contains(result.epoch()))
                    .toList();
            if (epochs.isEmpty()) {
                throw Problem.of("export.epochs.none", history.size() - 1);
            }
            return epochs;
        }

        /**
         * @return the model as it was after the last of these epochs
         * @throws Problem if there is none
         */
        public EpochModel model() throws Problem {
            return EpochModel.of(run, epochs().getLast(), rateChanges, images);
        }

        /**
         * @return the last of these epochs
         * @throws Problem if there is none
         */
        public int epoch() throws Problem {
            return epochs().getLast().epoch();
        }
    }

    /** Writes a file or says why not. */
    @FunctionalInterface
    public interface Writer {
        /**
         * Takes its time: not for the user interface's thread.
         *
         * @param messages language of what a person reads in the file
         * @throws Problem when the file cannot be written
         */
        void write(Path file, Subject subject, Messages messages, Progress progress) throws Problem;
    }

    /** Whether it shows the epochs themselves, so that it can only have those that are kept. */
    public boolean animated() {
        return kind == Kind.ANIMATION;
    }

    /** @param view what a picture shows, an ordinal of {@link View} */
    public Extent extent(int view) {
        return switch (kind) {
            case ANIMATION, NUMBERS, TEXT -> Extent.CHOSEN;
            case EPOCH -> Extent.ONE;
            case PICTURE ->
                options.contains(ExportOption.VIEW) && View.values()[view].ofOneEpoch() ? Extent.ONE : Extent.ALL;
            case TABLE -> Extent.ALL;
        };
    }

    /**
     * Takes its time: not for the user interface's thread.
     *
     * @param messages language of what a person reads in the file
     * @return what there is to say of the file once it is written
     * @throws Problem when the file cannot be written
     */
    public List<Sentence> write(Path file, Subject subject, Messages messages, Progress progress) throws Problem {
        List<Sentence> remarks = new ArrayList<>();
        writer.write(file, subject, messages, new Progress() {
            @Override
            public void report(double fraction, Sentence what) {
                progress.report(fraction, what);
            }

            @Override
            public void remark(Sentence what) {
                remarks.add(what);
            }
        });
        return remarks;
    }

    /** @return ending of the file, without the dot */
    public String extension() {
        return fileName.substring(fileName.lastIndexOf('.') + 1);
    }

    /** @return the option on the command line: {@code --gif-map} for {@code gifMap} */
    public String option() {
        return "--"
                + CAPITAL.matcher(id).replaceAll(letter -> "-" + letter.group().toLowerCase(Locale.ROOT));
    }

    /** @return key of what the menu calls it */
    public String name() {
        return "export.name." + id;
    }

    /** @return key of the title of the window that asks where to save it */
    public String question() {
        return "export.ask." + id;
    }

    /** @return key of what the command line's help says of it */
    public String help() {
        return "export.help." + id;
    }
}

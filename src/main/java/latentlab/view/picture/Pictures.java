package latentlab.view.picture;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import latentlab.export.Origin;
import latentlab.export.OutputFile;
import latentlab.export.PngEncoder;
import latentlab.export.picture.PngPicture;
import latentlab.figure.Role;
import latentlab.run.Run;
import latentlab.text.Problem;
import latentlab.text.Sentence;
import latentlab.view.LongTasks.LongTask;
import latentlab.view.Notices.Kind;
import latentlab.view.Notices.Notice;
import latentlab.view.ShownEpoch;
import latentlab.view.ViewContext;
import latentlab.view.paint.FigureCanvas;

/** Pictures of the window's views, as they are seen: copied, saved, or dragged out as files. */
public final class Pictures implements AutoCloseable {
    private final ViewContext context;
    private final Set<LongTask> saving = Collections.newSetFromMap(new WeakHashMap<>());
    private final PictureFolder folder = new PictureFolder();

    /** @param shot what it looks like @param name of its file @param said what the file says of where it comes from */
    private record Picture(Shot shot, String name, Map<String, String> said) {
        void write(Path file) throws Problem {
            OutputFile.write(file, out -> PngEncoder.encode(shot.buffered(), FigureCanvas.FINE, said, out));
        }
    }

    /** What is dragged out. @param file that is being written; null where it cannot be */
    record Dragged(Shot shot, Path file) {
        /** With the picture itself for programs that take no files. */
        ClipboardContent content() {
            ClipboardContent content = new ClipboardContent();
            content.putImage(shot.image());
            if (file != null) {
                content.putFiles(List.of(file.toFile()));
            }
            return content;
        }
    }

    public Pictures(ViewContext context) {
        this.context = context;
    }

    /**
     * @param nodes that are the picture, one under the other
     * @return stands in the view's header: pressed it copies the picture, dragged it takes it along
     */
    public PictureHandle handle(Motif motif, List<? extends Node> nodes) {
        PictureHandle handle = new PictureHandle(this, motif, List.copyOf(nodes), context.texts());
        if (motif.of() == Motif.Of.EPOCH || motif.of() == Motif.Of.RUN) {
            handle.disableProperty().bind(context.model().runProperty().isNull());
        }
        return handle;
    }

    private Picture take(Motif motif, List<Node> nodes) {
        ShownEpoch shown = context.shown().getValue();
        Shot shot = Shot.of(nodes, context.colours().get(Role.BACKGROUND));
        boolean ofEpoch = motif.of() == Motif.Of.EPOCH && shown != null;
        String name = "latent-lab " + motif.word() + (ofEpoch ? " epoch " + shown.epoch() : "") + ".png";
        boolean ofRun = shown != null && (ofEpoch || motif.of() == Motif.Of.RUN);
        return new Picture(
                shot,
                name,
                ofRun ? PngPicture.said(origin(motif, shown.run(), ofEpoch ? shown.epoch() : -1)) : Map.of());
    }

    private String origin(Motif motif, Run run, int epoch) {
        return motif == Motif.RECONSTRUCTION
                ? Origin.json(run, context.images().shownProperty().get(), epoch)
                : Origin.json(run, epoch);
    }

    /** Copies a picture, and says how large it is. @param focused where a screen reader hears it; null for nowhere */
    void copy(Motif motif, List<Node> nodes, Node focused) {
        Shot shot = take(motif, nodes).shot();
        ClipboardContent content = new ClipboardContent();
        content.putImage(shot.image());
        Clipboard.getSystemClipboard().setContent(content);
        ShownEpoch shown = context.shown().getValue();
        Sentence done = motif.of() == Motif.Of.EPOCH && shown != null
                ? Sentence.of("view.picture.copiedEpoch", motif.title(), shown.epoch(), shot.width(), shot.height())
                : Sentence.of("view.picture.copied", motif.title(), shot.width(), shot.height());
        context.notices().show(new Notice(Kind.DONE, done, null, null, null));
        if (focused != null && !focused.accessibleHelpProperty().isBound()) {
            tell(done, focused);
        }
    }

    /** Until the notice goes. */
    private void tell(Sentence done, Node focused) {
        String before = focused.getAccessibleHelp();
        String said = context.texts().get(done);
        focused.setAccessibleHelp(said);
        context.notices().currentProperty().addListener(new ChangeListener<>() {
            @Override
            public void changed(ObservableValue<? extends Notice> shown, Notice then, Notice now) {
                // Said in another language meanwhile, it is right already.
                if (said.equals(focused.getAccessibleHelp())) {
                    focused.setAccessibleHelp(before);
                }
                shown.removeListener(this);
            }
        });
    }

    /** Asks where to save a picture, and does. */
    void save(Motif motif, List<Node> nodes) {
        Picture picture = take(motif, nodes);
        Path file = context.saving()
                .picker()
                .save(
                        context.texts().get("view.picture.ask"),
                        picture.name(),
                        "png",
                        context.saving().mayReplace());
        if (file == null) {
            return;
        }
        String name = file.getFileName().toString();
        saving.add(context.tasks()
                .start(
                        Sentence.of("view.export.writing", name),
                        _ -> written(picture, file),
                        written -> context.notices()
                                .show(new Notice(
                                        Kind.DONE,
                                        Sentence.of(
                                                "view.picture.saved",
                                                name,
                                                picture.shot().width(),
                                                picture.shot().height()),
                                        Sentence.of("view.export.show"),
                                        () -> context.saving().show().accept(written.getParent()),
                                        null))));
    }

    /** @return whether a file is being written now */
    public boolean writing() {
        return context.tasks().running().stream().anyMatch(saving::contains);
    }

    /** Takes a picture and begins to write its file, so that it is there before it is dropped. */
    Dragged drag(Motif motif, List<Node> nodes) {
        Picture picture = take(motif, nodes);
        try {
            Path file = folder.next().resolve(picture.name());
            context.tasks()
                    .start(Sentence.of("view.export.writing", picture.name()), _ -> written(picture, file), _ -> {});
            return new Dragged(picture.shot(), file);
        } catch (Problem problem) {
            context.notices().show(Notice.problem(problem));
            return new Dragged(picture.shot(), null);
        }
    }

    private static Path written(Picture picture, Path file) throws Problem {
        picture.write(file);
        return file;
    }

    /** Removes the files that were dragged out: whoever took one has a copy. */
    @Override
    public void close() {
        folder.close();
    }
}

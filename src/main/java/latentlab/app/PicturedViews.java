package latentlab.app;

import java.util.List;
import javafx.scene.Node;
import latentlab.view.Keys;
import latentlab.view.ViewContext;
import latentlab.view.beside.BesideView;
import latentlab.view.comparison.ComparisonView;
import latentlab.view.decode.DecodeView;
import latentlab.view.draw.DrawView;
import latentlab.view.filters.FiltersView;
import latentlab.view.interpolate.InterpolateView;
import latentlab.view.latent.LatentView;
import latentlab.view.loss.LossView;
import latentlab.view.main.Panel;
import latentlab.view.picture.Motif;
import latentlab.view.picture.PictureHandle;
import latentlab.view.picture.Pictures;
import latentlab.view.prior.PriorView;
import latentlab.view.reconstruction.ReconstructionView;
import latentlab.view.selection.SelectionView;
import latentlab.view.stack.StackView;

/** The views of which pictures can be taken, each with the handle for that. */
record PicturedViews(ViewContext context, Pictures pictures) {
    List<Panel> panels(ReconstructionView reconstruction, SelectionView selection) {
        DecodeView decode = DecodeView.in(context);
        InterpolateView interpolate = InterpolateView.in(context);
        DrawView draw = DrawView.in(context);
        FiltersView filters = FiltersView.in(context);
        PriorView prior = PriorView.in(context);
        return List.of(
                panel(Keys.RECONSTRUCTION, reconstruction.header(), reconstruction, Motif.RECONSTRUCTION),
                panel(Keys.DECODE, decode.header(), decode, Motif.DECODE),
                panel(Keys.INTERPOLATE, interpolate.header(), interpolate, Motif.INTERPOLATE),
                panel(Keys.DRAW, draw.header(), draw, Motif.DRAW),
                new Panel(Keys.FILTERS, filters.header(), filters, pictures.handle(Motif.FILTERS, filters.pictured())),
                new Panel(
                        Keys.SELECTION,
                        selection.header(),
                        selection,
                        pictures.handle(Motif.SELECTION, List.of(selection.pictured()))),
                panel(Keys.PRIOR, prior.header(), prior, Motif.PRIOR));
    }

    private Panel panel(Keys key, Node header, Node content, Motif motif) {
        return new Panel(key, header, content, pictures.handle(motif, List.of(content)));
    }

    LossView loss() {
        LossView loss = LossView.in(context);
        PictureHandle handle = pictures.handle(Motif.LOSS, List.of(loss.plot()));
        handle.serve(loss);
        loss.takeHandle(handle);
        return loss;
    }

    LatentView with(LatentView latent) {
        PictureHandle handle = pictures.handle(Motif.MAP, latent.pictured());
        handle.serve(latent);
        latent.takeHandle(handle);
        return latent;
    }

    StackView stackOfRun() {
        return with(StackView.ofRun(context));
    }

    StackView stackOfSettings() {
        return with(StackView.ofSettings(context));
    }

    private StackView with(StackView stack) {
        PictureHandle handle = pictures.handle(Motif.STACK, List.of(stack));
        handle.serve(stack);
        stack.takeHandle(handle);
        return stack;
    }

    ComparisonView with(ComparisonView comparison) {
        PictureHandle handle = pictures.handle(Motif.COMPARISON, List.of(comparison.pictured()));
        handle.serve(comparison);
        comparison.header().getChildren().add(handle);
        return comparison;
    }

    BesideView with(BesideView beside) {
        PictureHandle handle = pictures.handle(Motif.BESIDE, List.of(beside.pictured()));
        handle.serve(beside);
        beside.header().getChildren().add(handle);
        return beside;
    }
}

package latentlab.view.export;

import java.util.List;
import java.util.Map;
import latentlab.export.EpochRange;
import latentlab.export.Export;
import latentlab.export.Export.Subject;
import latentlab.export.ExportOption;
import latentlab.session.GridImages;
import latentlab.session.TrainingModel;

/**
 * What somebody wants to be saved.
 *
 * @param options the export's own
 */
record ExportRequest(Export export, Map<ExportOption, Integer> options, EpochRange epochs) {
    Export.Extent extent() {
        return export.extent(options.getOrDefault(ExportOption.VIEW, ExportOption.VIEW.normal()));
    }

    /** @return what there is of the run on screen now, with the images that the grid shows; there is a run */
    Subject subject(TrainingModel model, GridImages images) {
        return new Subject(
                        model.runProperty().get(),
                        List.copyOf(model.history()),
                        List.copyOf(model.rateChanges()),
                        options,
                        epochs)
                .with(images.shownProperty().get());
    }
}

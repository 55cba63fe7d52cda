package latentlab.view.export;

import java.util.Map;
import latentlab.export.EpochRange;
import latentlab.export.Export;
import latentlab.export.ExportOption;

/**
 * What somebody wants to be saved.
 *
 * @param options the export's own
 */
record ExportRequest(Export export, Map<ExportOption, Integer> options, EpochRange epochs) {
    Export.Extent extent() {
        return export.extent(options.getOrDefault(ExportOption.VIEW, ExportOption.VIEW.normal()));
    }
}

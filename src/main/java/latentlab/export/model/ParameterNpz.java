package latentlab.export.model;

import java.nio.file.Path;
import latentlab.data.npy.NpzOutput;
import latentlab.engine.model.Autoencoder.ParameterArray;
import latentlab.export.OutputFile;
import latentlab.text.Problem;

/** The parameters of an epoch as arrays for NumPy: float32, in PyTorch's names and shapes. */
public final class ParameterNpz {
    private ParameterNpz() {}

    /** @throws Problem when the file cannot be written */
    public static void write(Path file, EpochModel epoch) throws Problem {
        OutputFile.write(file, out -> {
            NpzOutput npz = new NpzOutput(out);
            for (ParameterArray array : epoch.model().arrays()) {
                npz.floats(array.name(), epoch.parameters(), array.offset(), array.sizes());
            }
            npz.text("latent_lab", epoch.origin());
            npz.finish();
        });
    }
}

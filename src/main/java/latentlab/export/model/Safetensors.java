package latentlab.export.model;

import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import latentlab.engine.model.Autoencoder;
import latentlab.engine.model.Autoencoder.ParameterArray;
import latentlab.export.OutputFile;
import latentlab.text.Problem;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * The parameters of an epoch as safetensors, the format of Hugging Face: the length of a JSON header as a little-endian
 * 64-bit number, the header, which has name, type, shape and place of each tensor, and the tensors, row-major and
 * little-endian. In PyTorch's names and shapes, so that {@code load_state_dict} takes them.
 */
public final class Safetensors {
    /** Where the tensors begin is a multiple of this many bytes. */
    private static final int ALIGNMENT = 8;

    private static final JsonFactory JSON = new JsonFactory();

    private Safetensors() {}

    /** @throws Problem when the file cannot be written */
    public static void write(Path file, EpochModel epoch) throws Problem {
        OutputFile.write(file, out -> {
            out.write(header(epoch));
            numbers(out, epoch.parameters());
        });
    }

    private static byte[] header(EpochModel epoch) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
            json.writeStartObject();
            json.writeObjectPropertyStart("__metadata__");
            json.writeStringProperty("format", "pt");
            json.writeStringProperty("latent_lab", epoch.origin());
            json.writeEndObject();
            for (ParameterArray array : epoch.model().arrays()) {
                tensor(json, array);
            }
            json.writeEndObject();
        }
        byte[] written = text.toString().getBytes(StandardCharsets.UTF_8);
        int length = Math.ceilDiv(written.length, ALIGNMENT) * ALIGNMENT;
        ByteBuffer header = ByteBuffer.allocate(Long.BYTES + length).order(ByteOrder.LITTLE_ENDIAN);
        header.putLong(length).put(written);
        while (header.hasRemaining()) {
            header.put((byte) ' ');
        }
        return header.array();
    }

    private static void tensor(JsonGenerator json, ParameterArray array) {
        json.writeObjectPropertyStart(array.name());
        json.writeStringProperty("dtype", "F32");
        json.writeArrayPropertyStart("shape");
        for (int each : array.shape()) {
            json.writeNumber(each);
        }
        json.writeEndArray();
        json.writeArrayPropertyStart("data_offsets");
        json.writeNumber((long) Float.BYTES * array.offset());
        json.writeNumber((long) Float.BYTES * (array.offset() + array.length()));
        json.writeEndArray();
        json.writeEndObject();
    }

    /** In their order in {@link Autoencoder#arrays()}, without gaps. */
    private static void numbers(OutputStream out, float[] parameters) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(1 << 16).order(ByteOrder.LITTLE_ENDIAN);
        for (float each : parameters) {
            if (!bytes.hasRemaining()) {
                out.write(bytes.array());
                bytes.clear();
            }
            bytes.putFloat(each);
        }
        out.write(bytes.array(), 0, bytes.position());
    }
}

package latentlab.engine.weights;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import latentlab.files.OrdinaryFile;
import latentlab.text.Excerpt;
import latentlab.text.Problem;
import latentlab.text.Sentence;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads safetensors: the length of a JSON header as a little-endian 64-bit number, the header, which has type, shape
 * and place of each tensor, and the tensors.
 */
final class SafetensorsFile {
    /** Of a header: some ten thousand tensors have less. */
    private static final long LONGEST = 4 << 20;

    private static final String ABOUT = "__metadata__";
    private static final JsonFactory JSON = new JsonFactory();

    /** A tensor as the header has it. @param type in the words of the format */
    private record Entry(String name, String type, List<Long> shape, List<Long> place) {}

    private final String file;
    private final ByteBuffer numbers;

    private SafetensorsFile(String file, ByteBuffer numbers) {
        this.file = file;
        this.numbers = numbers;
    }

    /** @throws Problem if it is no such file, cut, or has other numbers than a model */
    static List<WeightTensor> read(OrdinaryFile ordinary) throws IOException, Problem {
        String file = ordinary.path().getFileName().toString();
        try (InputStream in = ordinary.open(() -> {})) {
            byte[] length = in.readNBytes(Long.BYTES);
            if (length.length < Long.BYTES) {
                throw Problem.of("engine.weights.format", file);
            }
            long header = ByteBuffer.wrap(length).order(ByteOrder.LITTLE_ENDIAN).getLong();
            if (header < 2 || header > LONGEST) {
                throw Problem.of("engine.weights.format", file);
            }
            byte[] text = in.readNBytes((int) header);
            if (text.length < header) {
                throw Problem.of(
                        text.length > 0 && text[0] == '{' ? "engine.weights.cut" : "engine.weights.format", file);
            }
            List<Entry> entries = entries(new String(text, StandardCharsets.UTF_8), file);
            ByteBuffer numbers = ByteBuffer.wrap(in.readAllBytes()).order(ByteOrder.LITTLE_ENDIAN);
            SafetensorsFile content = new SafetensorsFile(file, numbers);
            List<WeightTensor> tensors = new ArrayList<>();
            for (Entry entry : entries) {
                tensors.add(content.tensor(entry));
            }
            return tensors;
        }
    }

    private static List<Entry> entries(String text, String file) throws Problem {
        List<Entry> entries = new ArrayList<>();
        Set<String> names = new HashSet<>();
        try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), text)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                throw Problem.of("engine.weights.format", file);
            }
            while (json.nextToken() == JsonToken.PROPERTY_NAME) {
                String name = json.currentName();
                if (json.nextToken() != JsonToken.START_OBJECT || !names.add(name)) {
                    throw Problem.of("engine.weights.format", file);
                }
                if (name.equals(ABOUT)) {
                    json.skipChildren();
                } else {
                    entries.add(entry(name, json));
                }
            }
            return entries;
        } catch (JacksonException | IllegalArgumentException e) {
            throw new Problem(Sentence.of("engine.weights.format", file), e);
        }
    }

    private static Entry entry(String name, JsonParser json) {
        String type = "";
        List<Long> shape = null;
        List<Long> place = List.of();
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            String what = json.currentName();
            JsonToken value = json.nextToken();
            switch (what) {
                case "dtype" -> type = json.getString();
                case "shape" -> shape = numbers(json);
                case "data_offsets" -> place = numbers(json);
                default -> {
                    if (value.isStructStart()) {
                        json.skipChildren();
                    }
                }
            }
        }
        if (shape == null || place.size() != 2) {
            throw new IllegalArgumentException(name);
        }
        return new Entry(name, type, shape, place);
    }

    private static List<Long> numbers(JsonParser json) {
        List<Long> numbers = new ArrayList<>();
        if (json.currentToken() != JsonToken.START_ARRAY) {
            throw new IllegalArgumentException("no list");
        }
        while (json.nextToken() != JsonToken.END_ARRAY) {
            if (json.currentToken() != JsonToken.VALUE_NUMBER_INT) {
                throw new IllegalArgumentException("no number");
            }
            long number = json.getLongValue();
            if (number < 0 || number > Integer.MAX_VALUE) {
                throw new IllegalArgumentException("out of range");
            }
            numbers.add(number);
        }
        return numbers;
    }

    private WeightTensor tensor(Entry entry) throws Problem {
        int width =
                switch (entry.type) {
                    case "F32" -> 4;
                    case "F64" -> 8;
                    case "F16", "BF16" -> 2;
                    default ->
                        throw Problem.of("engine.weights.type", file, Excerpt.of(entry.name), Excerpt.of(entry.type));
                };
        long from = entry.place.getFirst();
        long to = entry.place.getLast();
        long count = 1;
        for (long size : entry.shape) {
            count = Math.min(count * size, Integer.MAX_VALUE);
        }
        if (to - from != count * width) {
            throw Problem.of("engine.weights.format", file);
        }
        if (to > numbers.limit()) {
            throw Problem.of("engine.weights.cut", file);
        }
        float[] values = new float[(int) count];
        for (int i = 0; i < values.length; i++) {
            int at = (int) from + i * width;
            values[i] = switch (entry.type) {
                case "F32" -> numbers.getFloat(at);
                case "F64" -> (float) numbers.getDouble(at);
                case "F16" -> Float.float16ToFloat(numbers.getShort(at));
                default -> Float.intBitsToFloat(numbers.getShort(at) << 16);
            };
        }
        return new WeightTensor(
                entry.name,
                name(entry.type),
                entry.shape.stream().map(Math::toIntExact).toList(),
                values);
    }

    /** In NumPy's words. */
    private static String name(String type) {
        return switch (type) {
            case "F32" -> WeightTensor.FLOAT32;
            case "F64" -> "float64";
            case "F16" -> "float16";
            default -> "bfloat16";
        };
    }
}

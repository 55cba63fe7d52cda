package latentlab.export.picture;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import latentlab.data.Dataset;
import latentlab.engine.settings.TrainingConfig;
import latentlab.export.EpochRange;
import latentlab.export.Export;
import latentlab.export.Export.Subject;
import latentlab.export.ExportOption;
import latentlab.export.TrainedRun;
import latentlab.text.Messages;
import latentlab.text.Problem;
import latentlab.text.Progress;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Pictures of a run, written as a person would ask for them, and opened by what others have made. */
record Pictures(TrainedRun trained, Path folder) implements AutoCloseable {
    static Pictures of(Dataset dataset, int latent, Path folder) throws InterruptedException {
        TrainingConfig config = TrainingConfig.DEFAULT.withLatent(latent).withEpochs(2);
        return new Pictures(TrainedRun.of(dataset, config, folder.resolve("scratch")), folder);
    }

    Subject subject(EpochRange range, Map<ExportOption, Integer> chosen) {
        return new Subject(trained.run(), trained.history(), List.of(), chosen, range);
    }

    Path write(Export export, EpochRange range, Map<ExportOption, Integer> chosen, Locale language) throws Problem {
        Path file = folder.resolve(export.fileName());
        export.writer().write(file, subject(range, chosen), new Messages(language), Progress.NONE);
        return file;
    }

    Path write(Export export, View view) throws Problem {
        return write(export, EpochRange.ALL, Map.of(ExportOption.VIEW, view.ordinal()), Locale.ENGLISH);
    }

    static Element svg(Path file) throws Exception {
        DocumentBuilder parser = DocumentBuilderFactory.newNSInstance().newDocumentBuilder();
        // A document type would be one more file to fetch.
        parser.setEntityResolver((_, outside) -> {
            throw new AssertionError("the picture refers to " + outside);
        });
        Document document = parser.parse(file.toFile());
        return document.getDocumentElement();
    }

    /** What all elements of a name have inside. */
    static List<Element> all(Element root, String name) {
        NodeList found = root.getElementsByTagNameNS("http://www.w3.org/2000/svg", name);
        return IntStream.range(0, found.getLength())
                .mapToObj(i -> (Element) found.item(i))
                .toList();
    }

    static List<String> texts(Element root) {
        return all(root, "text").stream().map(Element::getTextContent).toList();
    }

    @Override
    public void close() {
        trained.close();
    }
}

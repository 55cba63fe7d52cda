package latentlab.packaging;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/** What the libraries' makers ask to be passed on: name, version and licence of each, and the texts in their jars. */
final class Notices {
    private static final Pattern TEXT =
            Pattern.compile("(META-INF/)?(LICEN[CS]E|NOTICE|COPYING)[^/]*", Pattern.CASE_INSENSITIVE);

    private static final String RULE = "=".repeat(80);

    private Notices() {}

    static void write(List<Path> libraries, Path file) throws IOException {
        StringBuilder text = new StringBuilder("Latent Lab comes with these libraries, and with OpenJDK, whose notices"
                + " are in the folder legal of its runtime.\n\n");
        for (Path library : libraries) {
            text.append(name(library)).append(": ").append(licence(pom(library))).append('\n');
        }
        for (Path library : libraries) {
            texts(library, text);
        }
        Files.writeString(file, text);
    }

    private static String name(Path library) {
        return library.getFileName().toString().replaceAll("\\.jar$", "");
    }

    private static void texts(Path library, StringBuilder text) throws IOException {
        try (ZipFile jar = new ZipFile(library.toFile())) {
            for (ZipEntry entry : jar.stream()
                    .filter(one -> TEXT.matcher(one.getName()).matches() && !one.isDirectory())
                    .toList()) {
                text.append('\n').append(RULE).append('\n');
                text.append(name(library)).append(": ").append(entry.getName()).append("\n\n");
                try (InputStream in = jar.getInputStream(entry)) {
                    text.append(new String(in.readAllBytes(), StandardCharsets.UTF_8));
                }
            }
        }
    }

    /** A repository has a library's POM beside it, without the name of a system. */
    private static Path pom(Path library) {
        Path version = library.getParent();
        Path artifact = version.getParent();
        return version.resolve(artifact.getFileName() + "-" + version.getFileName() + ".pom");
    }

    /** @return as the library's POM has it, or the nearest of its parents */
    private static String licence(Path pom) throws IOException {
        if (!Files.exists(pom)) {
            throw new IllegalStateException("No POM says under which licence this library is: " + pom);
        }
        Document document = read(pom);
        String names = names(document);
        if (!names.isEmpty()) {
            return names;
        }
        Element parent = child(document.getDocumentElement(), "parent");
        if (parent == null) {
            throw new IllegalStateException("This POM does not say under which licence the library is: " + pom);
        }
        Path above = pom.getParent().getParent();
        String group = text(child(document.getDocumentElement(), "groupId"));
        String own = group.isEmpty() ? text(child(parent, "groupId")) : group;
        for (int i = 0; i <= own.split("\\.").length; i++) {
            above = above.getParent();
        }
        String artifact = text(child(parent, "artifactId"));
        String version = text(child(parent, "version"));
        return licence(above.resolve(text(child(parent, "groupId")).replace('.', '/'))
                .resolve(artifact)
                .resolve(version)
                .resolve(artifact + "-" + version + ".pom"));
    }

    private static String names(Document document) {
        Element licences = child(document.getDocumentElement(), "licenses");
        StringBuilder names = new StringBuilder();
        for (Node node = licences == null ? null : licences.getFirstChild();
                node != null;
                node = node.getNextSibling()) {
            if (node instanceof Element element) {
                names.append(names.isEmpty() ? "" : ", ").append(text(child(element, "name")));
            }
        }
        return names.toString();
    }

    private static Element child(Element of, String name) {
        for (Node node = of.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element && element.getTagName().equals(name)) {
                return element;
            }
        }
        return null;
    }

    private static String text(Element element) {
        return element == null ? "" : element.getTextContent().strip();
    }

    private static Document read(Path pom) throws IOException {
        try {
            return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(pom.toFile());
        } catch (ParserConfigurationException | SAXException e) {
            throw new IOException(pom + ": " + e.getMessage(), e);
        }
    }
}

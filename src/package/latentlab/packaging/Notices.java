package latentlab.packaging;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/**
 * What the libraries' makers ask to be passed on: name, version and licence of each, and the texts, from their jars or
 * from {@code src/package/licences}.
 */
final class Notices {
    private static final Pattern TEXT =
            Pattern.compile("(META-INF/)?(LICEN[CS]E|NOTICE|COPYING)[^/]*", Pattern.CASE_INSENSITIVE);

    private static final String RULE = "=".repeat(80);

    /** What no POM says. */
    private static final String OTHERS =
            """

            Of those under more than one licence, Apache-2.0 is the one that is taken. "GPLv2+CE" is the GNU General
            Public License, version 2, with the Classpath Exception: what is linked with it need not be under it.

            The native libraries among them are OpenBLAS (BSD-3-Clause), SQLite (in the public domain), and what GCC
            adds: libgcc, libgfortran and libgomp (GPL-3.0 with the GCC Runtime Library Exception) and libquadmath
            (LGPL-2.1), as files of their own that can be exchanged. GCC's sources are at https://gcc.gnu.org.

            All licences follow, each once.
            """;

    private Notices() {}

    /**
     * @param libraries jars
     * @param runtime the Java that is packaged, whose own notices are beside it
     * @throws IllegalStateException if a licence has no text
     */
    static void write(List<Path> libraries, Path runtime, Path file) throws IOException {
        StringBuilder text = new StringBuilder("Latent Lab comes with these libraries, and with OpenJDK, whose notices"
                + " are in the folder legal of its runtime.\n\n");
        Map<String, List<String>> without = new LinkedHashMap<>();
        StringBuilder inside = new StringBuilder();
        for (Path library : libraries) {
            String names = licence(pom(library));
            text.append(name(library)).append(": ").append(names).append('\n');
            if (!texts(library, inside)) {
                Licence licence = Licence.of(names, library);
                String licenceText = licence.spdx + "\n\n" + licence.text(name(library), runtime);
                without.computeIfAbsent(licenceText, _ -> new ArrayList<>()).add(name(library));
            }
        }
        text.append(OTHERS);
        text.append(inside);
        without.forEach((licence, names) -> section(text, String.join(", ", names) + ": " + licence));
        section(text, "openblas: " + Licence.BSD.spdx + "\n\n" + Licence.BSD.text("openblas", runtime));
        Path compiler = runtime.resolve("legal", "java.base", "gcc.md");
        if (!Files.exists(compiler)) {
            throw new IllegalStateException("This JDK does not bring the licences of GCC's libraries: " + compiler);
        }
        section(text, Files.readString(compiler));
        Files.writeString(file, text);
    }

    private static void section(StringBuilder text, String section) {
        text.append('\n').append(RULE).append('\n').append(section).append('\n');
    }

    private static String name(Path library) {
        return library.getFileName().toString().replaceAll("\\.jar$", "");
    }

    /** @return whether there are any */
    private static boolean texts(Path library, StringBuilder text) throws IOException {
        try (ZipFile jar = new ZipFile(library.toFile())) {
            List<? extends ZipEntry> entries = jar.stream()
                    .filter(one -> TEXT.matcher(one.getName()).matches() && !one.isDirectory())
                    .toList();
            for (ZipEntry entry : entries) {
                try (InputStream in = jar.getInputStream(entry)) {
                    String all = new String(in.readAllBytes(), StandardCharsets.UTF_8);
                    section(text, name(library) + ": " + entry.getName() + "\n\n" + all);
                }
            }
            // A notice is no licence.
            return entries.stream().anyMatch(one -> !one.getName().toUpperCase(Locale.ROOT).contains("NOTICE"));
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

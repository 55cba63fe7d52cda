package latentlab.data.archive;

/**
 * A file in an archive.
 *
 * @param number its place in the archive, from 0 on
 * @param name path within the archive, with slashes; leads to nowhere outside, whatever the archive says
 * @param obstacle why it cannot be read; null if it can
 */
public record Entry(int number, String name, Obstacle obstacle) {
    private static final int DEPTH = 64;

    /** Why an entry cannot be read. */
    public enum Obstacle {
        ENCRYPTED,
        /** Packed in a way that is not known here. */
        METHOD,
        /** Unpacked it is larger than there is memory for. */
        LARGE,
        /** A link to something else in the archive or outside. */
        LINK
    }

    /**
     * @param said path as the archive has it: with slashes of either kind, absolute, or leading upwards
     * @return the same as names alone; empty if there is none
     */
    static String plainName(String said) {
        String slashed = said.indexOf('/') < 0 ? said.replace('\\', '/') : said;
        StringBuilder name = new StringBuilder();
        int depth = 0;
        String[] parts = slashed.split("/");
        for (int i = 0; i < parts.length; i++) {
            String part = parts[i];
            boolean drive = i == 0 && part.matches("[A-Za-z]:");
            boolean skip = part.isEmpty() || part.equals(".") || part.equals("..") || drive;
            // Folders within folders without end tell nothing more of what a picture shows.
            if (!skip && (++depth < DEPTH || i == parts.length - 1)) {
                name.append(name.isEmpty() ? "" : "/").append(part);
            }
        }
        return name.toString();
    }
}

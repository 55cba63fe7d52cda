package latentlab.export.table;

/** Text in a field of a comma-separated file, as RFC 4180 has it. */
public final class CsvText {
    private CsvText() {}

    /** @return in quotes where it could be taken for more than one field or line */
    public static String field(String text) {
        boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r')
                && text.equals(text.strip());
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}

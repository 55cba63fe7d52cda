package latentlab.data.parquet;

/**
 * The label of a row.
 *
 * @param row what the row is called in an account
 * @param value a Long or a String, or null where there is none
 */
record RowLabel(String row, Object value) {
    private static final long NONE = -1;

    /**
     * Whether it says that nobody knows the class.
     *
     * @param fromZero whether numbers of classes go from 0 on, so that -1 is none of them
     */
    boolean missing(boolean fromZero) {
        return switch (value) {
            case null -> true;
            case String text -> text.isBlank();
            default -> fromZero && value.equals(NONE);
        };
    }
}

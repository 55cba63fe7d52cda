package latentlab.data.archive;

/**
 * How much is read of an archive before it is taken for one that was made to fill a disk.
 *
 * @param entries how many there may be
 * @param entryBytes of one, unpacked: it is in memory while it is read
 * @param bytes of all, unpacked, whatever the archive's own size
 * @param ratio of all, unpacked, to the archive's size, where that is more; images are packed by themselves and leave
 *     little to an archive
 */
public record Limits(int entries, long entryBytes, long bytes, int ratio) {
    /** An entry may take an eighth of the heap. */
    public static Limits ofHeap() {
        long entry = Math.clamp(Runtime.getRuntime().maxMemory() / 8, 1 << 20, Integer.MAX_VALUE / 4);
        return new Limits(1_000_000, entry, 1L << 30, 200);
    }

    /** @return unpacked bytes that an archive of that size may have */
    long most(long archiveBytes) {
        return Math.max(bytes, ratio * archiveBytes);
    }
}

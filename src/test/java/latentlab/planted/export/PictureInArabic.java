package latentlab.planted.export;

public final class PictureInArabic {
    public String caption(int epoch) {
        return "epoch %d".formatted(epoch);
    }
}

package latentlab.planted.run;

/** Writes where a window has nobody to read it. */
final class RunThatPrints {
    void tell() {
        System.out.println("epoch done");
    }
}

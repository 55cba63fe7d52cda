package latentlab.export.report;

import latentlab.text.Messages;

/** The sentences of a report, in one language. */
record Words(Messages messages) {
    /** What stands where there is no number. */
    private static final String NONE = "–";

    String text(String word, Object... values) {
        return messages.text("export.report." + word, values);
    }

    /** @return with as many digits as tell losses of neighbouring epochs apart */
    String loss(double loss) {
        return Double.isFinite(loss) ? text("loss", loss) : NONE;
    }

    /** @return in per cent */
    String share(Double share) {
        return share != null && Double.isFinite(share) ? text("share", share) : NONE;
    }
}

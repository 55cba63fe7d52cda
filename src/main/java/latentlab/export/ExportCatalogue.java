package latentlab.export;

import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import latentlab.engine.model.ModelSummary;
import latentlab.engine.settings.Setting;
import latentlab.export.Export.Kind;
import latentlab.export.animation.AnimationGif;
import latentlab.export.animation.AnimationMp4;
import latentlab.export.animation.AnimationPng;
import latentlab.export.model.Dl4jZip;
import latentlab.export.model.OnnxModel;
import latentlab.export.model.ParameterNpz;
import latentlab.export.model.PyTorchScript;
import latentlab.export.model.Safetensors;
import latentlab.export.picture.PdfPicture;
import latentlab.export.picture.PngPicture;
import latentlab.export.picture.StripPicture;
import latentlab.export.picture.SvgPicture;
import latentlab.export.player.HtmlPlayer;
import latentlab.export.report.HtmlReport;
import latentlab.export.table.CodesTable;
import latentlab.export.table.DiagnosisTable;
import latentlab.export.table.EpochTableCsv;
import latentlab.export.table.LastError;
import latentlab.export.table.ReconstructionNpz;
import latentlab.export.table.RunJson;
import latentlab.run.BranchedFrom;

/**
 * All that can be saved of a run. One more needs its writer, its entry here, and its three sentences in both languages:
 * the window's menu and the command line's options are made from {@link #ALL}.
 */
public final class ExportCatalogue {
    public static final Export GIF = new Export(
            "gif",
            Kind.ANIMATION,
            "latent-lab.gif",
            List.of(
                    ExportOption.FRAME,
                    ExportOption.TILE,
                    ExportOption.TITLES,
                    ExportOption.LOSSES,
                    ExportOption.MAP,
                    ExportOption.PRIOR),
            AnimationGif::write);

    public static final Export GIF_MAP = new Export(
            "gifMap",
            Kind.ANIMATION,
            "latent-lab-map.gif",
            List.of(ExportOption.FRAME, ExportOption.TILE, ExportOption.TITLES, ExportOption.LOSSES),
            AnimationGif::writeWithMap);

    public static final Export APNG =
            new Export("apng", Kind.ANIMATION, "latent-lab-animation.png", GIF.options(), AnimationPng::write);

    /** Needs a program that machines may lack. */
    public static final Export MP4 =
            new Export("mp4", Kind.ANIMATION, "latent-lab.mp4", GIF.options(), AnimationMp4::write);

    public static final Export HTML =
            new Export("html", Kind.ANIMATION, "latent-lab.html", List.of(ExportOption.FRAME), HtmlPlayer::write);

    public static final Export CSV = new Export(
            "csv",
            Kind.TABLE,
            "latent-lab.csv",
            List.of(),
            (file, subject, _, progress) ->
                    EpochTableCsv.write(file, subject.results(), LastError.of(subject, progress)));

    public static final Export PLOT =
            new Export("plot", Kind.PICTURE, "latent-lab.png", List.of(), (file, subject, messages, _) -> {
                BranchedFrom from = subject.run().start().from();
                LossPlot.write(
                        file,
                        subject.run().config().get(Setting.LOSS),
                        subject.history(),
                        subject.rateChanges(),
                        from == null ? 0 : from.epoch(),
                        PngPicture.said(Origin.json(subject.run(), -1)),
                        messages);
            });

    public static final Export PNG = new Export(
            "png",
            Kind.PICTURE,
            "latent-lab-picture.png",
            List.of(
                    ExportOption.VIEW,
                    ExportOption.WIDTH,
                    ExportOption.SCALE,
                    ExportOption.SIGNED,
                    ExportOption.SMOOTH,
                    ExportOption.COLOURS,
                    ExportOption.AGAINST,
                    ExportOption.WIPE),
            PngPicture::write);

    /** Of a picture that has shapes instead of pixels. */
    private static final List<ExportOption> SHAPES = PNG.options().stream()
            .filter(option -> option != ExportOption.SCALE)
            .toList();

    public static final Export SVG = new Export("svg", Kind.PICTURE, "latent-lab.svg", SHAPES, SvgPicture::write);

    public static final Export PDF = new Export("pdf", Kind.PICTURE, "latent-lab.pdf", SHAPES, PdfPicture::write);

    public static final Export STRIP = new Export(
            "strip",
            Kind.ANIMATION,
            "latent-lab-strip.png",
            List.of(),
            (file, subject, _, progress) -> StripPicture.write(file, subject, progress));

    public static final Export JSON = new Export(
            "json",
            Kind.TABLE,
            "latent-lab.json",
            List.of(),
            (file, subject, _, progress) -> RunJson.write(file, subject, progress));

    public static final Export CODES = new Export(
            "codes",
            Kind.EPOCH,
            "latent-lab-codes.csv",
            List.of(),
            (file, subject, _, progress) -> CodesTable.writeCsv(file, subject.run(), subject.epoch(), progress));

    public static final Export CODES_NPZ = new Export(
            "codesNpz",
            Kind.EPOCH,
            "latent-lab-codes.npz",
            List.of(),
            (file, subject, _, progress) -> CodesTable.writeNpz(file, subject.run(), subject.epoch(), progress));

    public static final Export RECONSTRUCTIONS = new Export(
            "reconstructions",
            Kind.NUMBERS,
            "latent-lab-reconstructions.npz",
            List.of(),
            (file, subject, _, progress) -> ReconstructionNpz.write(file, subject, progress));

    public static final Export DIAGNOSIS = new Export(
            "diagnosis",
            Kind.NUMBERS,
            "latent-lab-diagnosis.csv",
            List.of(),
            (file, subject, _, progress) -> DiagnosisTable.writeCsv(file, subject, progress));

    public static final Export DIAGNOSIS_JSON = new Export(
            "diagnosisJson",
            Kind.NUMBERS,
            "latent-lab-diagnosis.json",
            List.of(),
            (file, subject, _, progress) -> DiagnosisTable.writeJson(file, subject, progress));

    public static final Export NPZ =
            model("npz", "latent-lab.npz", (file, subject, _, _) -> ParameterNpz.write(file, subject.model()));

    public static final Export SAFETENSORS = model(
            "safetensors", "latent-lab.safetensors", (file, subject, _, _) -> Safetensors.write(file, subject.model()));

    public static final Export ONNX = onnx("onnx", "latent-lab.onnx", OnnxModel.Part.WHOLE);
    public static final Export ONNX_ENCODER = onnx("onnxEncoder", "latent-lab-encoder.onnx", OnnxModel.Part.ENCODER);
    public static final Export ONNX_DECODER = onnx("onnxDecoder", "latent-lab-decoder.onnx", OnnxModel.Part.DECODER);

    public static final Export DL4J =
            model("dl4j", "latent-lab.zip", (file, subject, _, _) -> Dl4jZip.write(file, subject.model()));

    public static final Export SCRIPT =
            model("script", "latent-lab.py", (file, subject, _, _) -> PyTorchScript.write(file, subject.model()));

    /** For a person to read and to hand in, with words of the user's own. */
    public static final Export REPORT =
            new Export("report", Kind.TEXT, "latent-lab-report.html", List.of(), HtmlReport::write);

    /** Not to be asked for: where there is no window, it takes the place of the panel that shows the model. */
    public static final Export SUMMARY = new Export(
            "summary",
            Kind.TEXT,
            "model.txt",
            List.of(),
            (file, subject, _, _) -> OutputFile.write(
                    file,
                    out -> out.write(ModelSummary.text(subject.run().model()).getBytes(StandardCharsets.UTF_8))));

    /** What a person can ask for, in the order of the command line's help. */
    public static final List<Export> ALL = List.of(
            GIF,
            GIF_MAP,
            APNG,
            MP4,
            HTML,
            STRIP,
            CSV,
            JSON,
            CODES,
            CODES_NPZ,
            RECONSTRUCTIONS,
            DIAGNOSIS,
            DIAGNOSIS_JSON,
            PLOT,
            PNG,
            SVG,
            PDF,
            NPZ,
            SAFETENSORS,
            ONNX,
            ONNX_ENCODER,
            ONNX_DECODER,
            DL4J,
            SCRIPT,
            REPORT);

    private ExportCatalogue() {}

    private static Export model(String id, String fileName, Export.Writer writer) {
        return new Export(id, Kind.EPOCH, fileName, List.of(), writer);
    }

    private static Export onnx(String id, String fileName, OnnxModel.Part part) {
        return model(id, fileName, (file, subject, _, _) -> OnnxModel.write(file, subject.model(), part));
    }

    /** @return all that can be chosen for any of them, each once */
    public static List<ExportOption> options() {
        return ALL.stream()
                .flatMap(export -> export.options().stream())
                .distinct()
                .toList();
    }

    /** @return the same as a menu has them, those of a kind together */
    public static List<Export> byKind(List<Export> exports) {
        return exports.stream().sorted(Comparator.comparing(Export::kind)).toList();
    }
}

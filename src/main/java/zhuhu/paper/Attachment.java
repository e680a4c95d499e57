package zhuhu.paper;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.openpdf.text.exceptions.InvalidPdfException;
import org.openpdf.text.pdf.PRStream;
import org.openpdf.text.pdf.PdfDictionary;
import org.openpdf.text.pdf.PdfFileSpecification;
import org.openpdf.text.pdf.PdfName;
import org.openpdf.text.pdf.PdfNameTree;
import org.openpdf.text.pdf.PdfObject;
import org.openpdf.text.pdf.PdfReader;
import org.openpdf.text.pdf.PdfWriter;
import zhuhu.base.Outcome;
import zhuhu.base.Problem;

/// A text that travels inside a PDF beside its pages, for programs. Shape: `name` a file's name, by
/// which it is found again.
public record Attachment(String name, String about, String text) {

    /// The text of that name in a PDF. Failed: it cannot be read, is no PDF, or has no such text.
    public static Outcome<String> read(Path pdf, String name) {
        try (var reader = new PdfReader(pdf.toString())) {
            return text(reader, name)
                    .map(Outcome::done)
                    .orElseGet(() -> Outcome.failed(Problem.of("paperNoText", pdf)));
        } catch (InvalidPdfException e) {
            return Outcome.failed(Problem.of("paperNoPdf", pdf));
        } catch (IOException e) {
            return Outcome.failed(Problem.of("paperCannotRead", pdf, e.getMessage()));
        }
    }

    void into(PdfWriter writer) throws IOException {
        writer.addFileAttachment(
                about,
                PdfFileSpecification.fileEmbedded(
                        writer, name, name, text.getBytes(StandardCharsets.UTF_8)));
    }

    private static Optional<String> text(PdfReader reader, String name) throws IOException {
        PdfDictionary names = reader.getCatalog().getAsDict(PdfName.NAMES);
        PdfDictionary files = names == null ? null : names.getAsDict(PdfName.EMBEDDEDFILES);
        if (files == null) {
            return Optional.empty();
        }
        for (PdfObject each : PdfNameTree.readTree(files).values()) {
            if (PdfReader.getPdfObject(each) instanceof PdfDictionary spec
                    && name.equals(said(spec))
                    && spec.getAsDict(PdfName.EF) instanceof PdfDictionary inside
                    && PdfReader.getPdfObject(inside.get(PdfName.F)) instanceof PRStream stream) {
                return Optional.of(
                        new String(PdfReader.getStreamBytes(stream), StandardCharsets.UTF_8));
            }
        }
        return Optional.empty();
    }

    private static String said(PdfDictionary spec) {
        return spec.getAsString(PdfName.F) == null
                ? ""
                : spec.getAsString(PdfName.F).toUnicodeString();
    }
}

package zhuhu.flow.picture;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Locale;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import zhuhu.base.Outcome;
import zhuhu.base.Problem;
import zhuhu.base.Sha256;
import zhuhu.form.FormNode.Question;

/// A picture as it is kept: a JPEG of its own, upright, no larger than asked, with nothing in it
/// but the picture. Where and with what it was taken stays behind in the file it came from. Pure
/// but for reading that file; nothing else touches the disk.
public record Picture(byte[] bytes) {

    /// The longest side, in pixels, where a form says nothing.
    public static final int LONGEST_PX = 1600;

    private static final long MOST_BYTES = 60L * 1024 * 1024;
    private static final long MOST_PIXELS = 250_000_000;
    private static final float QUALITY = 0.82f;

    /// The name that it is kept under.
    public String name() {
        return Sha256.hex(bytes) + ".jpg";
    }

    /// The longest side that a question's form allows.
    public static int longestPx(Question question) {
        String said = question.parameter("max-pixels");
        return said.isEmpty() ? LONGEST_PX : Integer.parseInt(said);
    }

    /// Failed: the file is missing, too large, or no picture that can be read (JPEG, PNG, BMP,
    /// GIF).
    public static Outcome<Picture> read(Path file, int longestPx) {
        String name = String.valueOf(file.getFileName());
        try {
            if (Files.size(file) > MOST_BYTES) {
                return Outcome.failed(
                        Problem.of("pictureTooLarge", name, MOST_BYTES / 1024 / 1024));
            }
            return of(name, Files.readAllBytes(file), longestPx);
        } catch (NoSuchFileException e) {
            return Outcome.failed(Problem.of("pictureMissing", name));
        } catch (IOException e) {
            return Outcome.failed(Problem.of("pictureUnreadable", name));
        }
    }

    static Outcome<Picture> of(String name, byte[] file, int longestPx) {
        try (var in = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                return Outcome.failed(notAPicture(name));
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(in, true, true);
                return scaled(reader, name, Orientation.of(file), longestPx);
            } finally {
                reader.dispose();
            }
        } catch (IOException | RuntimeException e) {
            // Reason: the readers of damaged files fail by exceptions of any kind.
            return Outcome.failed(Problem.of("pictureBroken", name));
        }
    }

    private static Problem notAPicture(String name) {
        boolean isApple = name.toLowerCase(Locale.ROOT).matches(".*\\.hei[cf]");
        return Problem.of(isApple ? "pictureApple" : "pictureKind", name);
    }

    private static Outcome<Picture> scaled(
            ImageReader reader, String name, Orientation orientation, int longestPx)
            throws IOException {
        long width = reader.getWidth(0);
        long height = reader.getHeight(0);
        if (width * height > MOST_PIXELS) {
            return Outcome.failed(Problem.of("pictureTooLarge", name, MOST_BYTES / 1024 / 1024));
        }
        var param = reader.getDefaultReadParam();
        // Reason: of a huge picture only as much is unpacked as twice the size wanted.
        int every = (int) Math.max(1, Math.max(width, height) / (2L * longestPx));
        param.setSourceSubsampling(every, every, 0, 0);
        BufferedImage image = reader.read(0, param);
        return Outcome.done(new Picture(jpeg(drawn(image, orientation, longestPx))));
    }

    private static BufferedImage drawn(
            BufferedImage image, Orientation orientation, int longestPx) {
        double longest = Math.max(image.getWidth(), image.getHeight());
        double scale = Math.min(1, longestPx / longest);
        int wide = Math.max(1, (int) Math.round(image.getWidth() * scale));
        int high = Math.max(1, (int) Math.round(image.getHeight() * scale));
        boolean turned = orientation.isTurned();
        var upright =
                new BufferedImage(
                        turned ? high : wide, turned ? wide : high, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = upright.createGraphics();
        try {
            pen.setColor(Color.WHITE);
            pen.fillRect(0, 0, upright.getWidth(), upright.getHeight());
            pen.setRenderingHint(
                    RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
            AffineTransform to = orientation.upright(wide, high);
            to.scale(wide / (double) image.getWidth(), high / (double) image.getHeight());
            pen.drawImage(image, to, null);
        } finally {
            pen.dispose();
        }
        return upright;
    }

    private static byte[] jpeg(BufferedImage image) {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        var bytes = new ByteArrayOutputStream();
        try (var out = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(out);
            ImageWriteParam param = writer.getDefaultWriteParam();
            param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            param.setCompressionQuality(QUALITY);
            writer.write(null, new IIOImage(image, null, null), param);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}

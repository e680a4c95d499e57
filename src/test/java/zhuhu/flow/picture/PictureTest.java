package zhuhu.flow.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import zhuhu.base.Outcome;

/// What becomes of a picture file.
class PictureTest {

    private static final String SECRET = "GPS 104.9N where the family lives";

    @TempDir Path folder;

    /// Red at the left, blue at the right.
    private static BufferedImage flag(int width, int height) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var pen = image.createGraphics();
        pen.setColor(Color.RED);
        pen.fillRect(0, 0, width / 2, height);
        pen.setColor(Color.BLUE);
        pen.fillRect(width / 2, 0, width - width / 2, height);
        pen.dispose();
        return image;
    }

    private static byte[] file(BufferedImage image, String format) throws IOException {
        var out = new ByteArrayOutputStream();
        ImageIO.write(image, format, out);
        return out.toByteArray();
    }

    /// With an EXIF part as telephones write it: how it was held, and a text.
    private static byte[] held(byte[] jpeg, int orientation) throws IOException {
        byte[] text = SECRET.getBytes(StandardCharsets.US_ASCII);
        var tiff = new ByteArrayOutputStream();
        tiff.write(new byte[] {'M', 'M', 0, 42, 0, 0, 0, 8, 0, 1});
        tiff.write(new byte[] {0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, (byte) orientation, 0, 0});
        tiff.write(new byte[4]);
        tiff.write(text);
        int length = 2 + 6 + tiff.size();
        var out = new ByteArrayOutputStream();
        out.write(jpeg, 0, 2);
        out.write(new byte[] {(byte) 0xFF, (byte) 0xE1, (byte) (length >> 8), (byte) length});
        out.write(new byte[] {'E', 'x', 'i', 'f', 0, 0});
        out.write(tiff.toByteArray());
        out.write(jpeg, 2, jpeg.length - 2);
        return out.toByteArray();
    }

    private static Picture done(Outcome<Picture> outcome) {
        return switch (outcome) {
            case Outcome.Done<Picture>(Picture picture) -> picture;
            case Outcome.Failed<Picture>(var problems) ->
                    throw new AssertionError(problems.toString());
        };
    }

    private static BufferedImage image(Picture picture) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(picture.bytes()));
    }

    private String refused(String name, byte[] bytes) throws IOException {
        Path file = folder.resolve(name);
        Files.write(file, bytes);
        return switch (Picture.read(file, 1600)) {
            case Outcome.Done<Picture> _ -> "";
            case Outcome.Failed<Picture>(var problems) -> problems.getFirst().code();
        };
    }

    @ParameterizedTest
    @CsvSource({"4000,3000,1600,1600,1200", "300,900,600,200,600", "640,480,1600,640,480"})
    void itsLongestSideIsNoLongerThanAsked(int wide, int high, int most, int isWide, int isHigh)
            throws IOException {
        BufferedImage small = image(done(Picture.of("a.jpg", file(flag(wide, high), "jpg"), most)));
        assertThat(small.getWidth()).isEqualTo(isWide);
        assertThat(small.getHeight()).isEqualTo(isHigh);
    }

    @ParameterizedTest
    @CsvSource({"1,left", "2,right", "3,right", "4,left", "5,top", "6,top", "7,bottom", "8,bottom"})
    void itStandsUprightHoweverTheTelephoneWasHeld(int orientation, String red) throws IOException {
        byte[] file = held(file(flag(400, 200), "jpg"), orientation);
        BufferedImage upright = image(done(Picture.of("a.jpg", file, 1600)));
        boolean turned = orientation >= 5;
        assertThat(upright.getWidth()).isEqualTo(turned ? 200 : 400);
        int x = red.equals("left") ? 20 : red.equals("right") ? upright.getWidth() - 20 : 100;
        int y = red.equals("top") ? 20 : red.equals("bottom") ? upright.getHeight() - 20 : 100;
        var colour = new Color(upright.getRGB(x, y));
        assertThat(colour.getRed()).isGreaterThan(200);
        assertThat(colour.getBlue()).isLessThan(60);
    }

    @Test
    void whereItWasTakenStaysBehind() throws IOException {
        byte[] file = held(file(flag(40, 20), "jpg"), 6);
        assertThat(new String(file, StandardCharsets.ISO_8859_1)).contains(SECRET);
        byte[] kept = done(Picture.of("a.jpg", file, 1600)).bytes();
        assertThat(new String(kept, StandardCharsets.ISO_8859_1)).doesNotContain("Exif", "GPS");
    }

    @Test
    void theSamePictureHasTheSameName() throws IOException {
        byte[] file = file(flag(40, 20), "png");
        Picture picture = done(Picture.of("a.png", file, 1600));
        assertThat(picture.name())
                .matches("[0-9a-f]{64}\\.jpg")
                .isEqualTo(done(Picture.of("b.png", file, 1600)).name());
    }

    @Test
    void whatIsNoPictureIsRefusedInWords() throws IOException {
        assertThat(refused("a.jpg", "just words".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("pictureKind");
        assertThat(refused("a.HEIC", "just words".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("pictureApple");
        byte[] whole = file(flag(400, 200), "png");
        assertThat(refused("a.png", java.util.Arrays.copyOf(whole, 60))).isEqualTo("pictureBroken");
        assertThat(refused("a.jpg", new byte[0])).isEqualTo("pictureKind");
        Path away = folder.resolve("away.jpg");
        assertThat(Picture.read(away, 1600)).isInstanceOf(Outcome.Failed.class);
    }
}

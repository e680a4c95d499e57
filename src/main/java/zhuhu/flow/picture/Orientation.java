package zhuhu.flow.picture;

import java.awt.geom.AffineTransform;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// How a camera was held, as the EXIF part of a JPEG tells: telephones save every picture lying and
/// say how to turn it. Shape: `exif` 1 (upright) to 8.
record Orientation(int exif) {

    private static final Orientation UPRIGHT = new Orientation(1);
    private static final int START = 0xFFD8;
    private static final int EXIF = 0xFFE1;
    private static final int SCAN = 0xFFDA;
    private static final int TAG = 0x0112;

    /// Upright for what says nothing, or nothing readable.
    static Orientation of(byte[] file) {
        try {
            return read(ByteBuffer.wrap(file));
        } catch (RuntimeException e) {
            // Reason: a broken EXIF part is no reason to refuse a picture.
            return UPRIGHT;
        }
    }

    private static Orientation read(ByteBuffer file) {
        if (file.remaining() < 4 || unsigned(file) != START) {
            return UPRIGHT;
        }
        while (file.remaining() > 4) {
            int marker = unsigned(file);
            int length = unsigned(file) - 2;
            if (marker == SCAN || length < 0) {
                return UPRIGHT;
            }
            ByteBuffer segment = file.slice(file.position(), length);
            if (marker == EXIF && segment.remaining() > 14 && segment.getInt(0) == 0x45786966) {
                return exif(segment.slice(6, length - 6));
            }
            file.position(file.position() + length);
        }
        return UPRIGHT;
    }

    private static Orientation exif(ByteBuffer tiff) {
        tiff.order(tiff.getShort(0) == 0x4949 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int at = tiff.getInt(4);
        int entries = tiff.getShort(at);
        for (int i = 0; i < entries; i++) {
            int entry = at + 2 + 12 * i;
            if (Short.toUnsignedInt(tiff.getShort(entry)) == TAG) {
                int says = tiff.getShort(entry + 8);
                return says >= 1 && says <= 8 ? new Orientation(says) : UPRIGHT;
            }
        }
        return UPRIGHT;
    }

    private static int unsigned(ByteBuffer buffer) {
        return Short.toUnsignedInt(buffer.getShort());
    }

    /// Whether width and height change places.
    boolean isTurned() {
        return exif >= 5;
    }

    /// Puts a picture of that size, as it was saved, upright.
    AffineTransform upright(int width, int height) {
        return switch (exif) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
            case 8 -> new AffineTransform(0, -1, 1, 0, 0, width);
            default -> new AffineTransform();
        };
    }
}

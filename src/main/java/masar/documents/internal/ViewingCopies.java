package masar.documents.internal;

import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.concurrent.Semaphore;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import masar.shared.Refused;
import org.springframework.stereotype.Component;

/**
 * Makes pictures again from their points alone: turned upright, not larger than a screen needs, without any metadata.
 * Works in memory only, never in a temporary file, and on one picture at a time: a large one takes 200 MB for a second.
 */
@Component
class ViewingCopies {

    /** Longest side, in points. */
    private static final int SIDE = 2048;

    private static final float QUALITY = 0.85f;

    private final Semaphore oneAtATime = new Semaphore(1, true);

    byte[] ofJpeg(JpegFile file) {
        return copy("jpeg", file.bare(), file.width(), file.height(), file.orientation());
    }

    byte[] ofPng(PngFile file) {
        return copy("png", file.bare(), file.width(), file.height(), 1);
    }

    private byte[] copy(String format, byte[] bare, int width, int height, int orientation) {
        oneAtATime.acquireUninterruptibly();
        try {
            int every = Math.max(1, Math.max(width, height) / SIDE);
            return write(format, upright(read(format, bare, every), orientation));
        } catch (IOException
                | IllegalArgumentException
                | IndexOutOfBoundsException
                | NegativeArraySizeException wrong) {
            throw JpegFile.broken();
        } finally {
            oneAtATime.release();
        }
    }

    /** Every so many points only, so that no more than four times the copy is ever unpacked. */
    private static BufferedImage read(String format, byte[] bare, int every) throws IOException {
        ImageReader reader = ImageIO.getImageReadersByFormatName(format).next();
        try (var stream = new MemoryCacheImageInputStream(new ByteArrayInputStream(bare))) {
            reader.setInput(stream, true, true);
            var wanted = reader.getDefaultReadParam();
            wanted.setSourceSubsampling(every, every, 0, 0);
            return reader.read(0, wanted);
        } catch (RuntimeException wrong) {
            throw wrong instanceof Refused ? wrong : JpegFile.broken();
        } finally {
            reader.dispose();
        }
    }

    private static BufferedImage upright(BufferedImage picture, int orientation) {
        double scale = Math.min(1, (double) SIDE / Math.max(picture.getWidth(), picture.getHeight()));
        int width = Math.max(1, (int) Math.round(picture.getWidth() * scale));
        int height = Math.max(1, (int) Math.round(picture.getHeight() * scale));
        boolean lying = orientation >= 5;
        var copy = new BufferedImage(lying ? height : width, lying ? width : height, BufferedImage.TYPE_INT_RGB);
        var pen = copy.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, copy.getWidth(), copy.getHeight());
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        var place = turn(orientation, width, height);
        place.scale((double) width / picture.getWidth(), (double) height / picture.getHeight());
        pen.drawImage(picture, place, null);
        pen.dispose();
        return copy;
    }

    /** Where a point goes for each way a camera can be held (Exif 2.3, tag 274). */
    private static AffineTransform turn(int orientation, int width, int height) {
        return switch (orientation) {
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

    private static byte[] write(String format, BufferedImage picture) throws IOException {
        var writer = ImageIO.getImageWritersByFormatName(format).next();
        var bytes = new ByteArrayOutputStream();
        try (var stream = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(stream);
            var how = writer.getDefaultWriteParam();
            if (format.equals("jpeg")) {
                how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
                how.setCompressionQuality(QUALITY);
            }
            writer.write(null, new IIOImage(picture, null, null), how);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}

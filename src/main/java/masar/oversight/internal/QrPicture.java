package masar.oversight.internal;

import io.nayuki.qrcodegen.QrCode;

/** A word as a picture that a phone reads: for a page, and for a terminal. */
final class QrPicture {

    private static final int MARGIN = 4;

    private QrPicture() {}

    /** An SVG of black squares on white, sized by whoever shows it. */
    static String svg(String word) {
        var code = QrCode.encodeText(word, QrCode.Ecc.MEDIUM);
        int side = code.size + 2 * MARGIN;
        var svg = new StringBuilder(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" shape-rendering=\"crispEdges\"><rect width=\"%d\" height=\"%d\" fill=\"#fff\"/><path fill=\"#000\" d=\""
                        .formatted(side, side, side, side));
        for (int y = 0; y < code.size; y++) {
            for (int x = 0; x < code.size; x++) {
                if (code.getModule(x, y)) {
                    svg.append("M%d %dh1v1h-1z".formatted(x + MARGIN, y + MARGIN));
                }
            }
        }
        return svg.append("\"/></svg>").toString();
    }

    /** Two rows of the picture to a line, light on dark as terminals are: empty squares are drawn. */
    static String text(String word) {
        var code = QrCode.encodeText(word, QrCode.Ecc.LOW);
        var text = new StringBuilder();
        for (int y = -2; y < code.size + 2; y += 2) {
            for (int x = -2; x < code.size + 2; x++) {
                boolean upper = !code.getModule(x, y);
                boolean lower = !code.getModule(x, y + 1);
                text.append(upper ? lower ? '█' : '▀' : lower ? '▄' : ' ');
            }
            text.append('\n');
        }
        return text.toString();
    }
}

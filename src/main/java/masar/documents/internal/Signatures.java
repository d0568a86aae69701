package masar.documents.internal;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import masar.shared.Refused;
import org.jspecify.annotations.Nullable;

/** Beginnings by which files are told apart, and traces of one file hidden in another. */
final class Signatures {

    /** The harmless test file by which scanners are tried; kept nowhere, even inside something else. Spelt in two. */
    private static final byte[] EICAR = bytes("$EICAR-STANDARD-" + "ANTIVIRUS-TEST-FILE!$H+H*");

    private static final byte[] ZIP_ENTRY = {'P', 'K', 3, 4};
    private static final byte[] ZIP_END = {'P', 'K', 5, 6};

    /** Markup and scripts that a browser or a server would run, in small letters. */
    private static final List<byte[]> MARKUP = List.of(
            bytes("<!doctype"),
            bytes("<html"),
            bytes("<script"),
            bytes("<svg"),
            bytes("<iframe"),
            bytes("<body"),
            bytes("<?php"),
            bytes("javascript:"));

    /** What programs and archives begin with. */
    private static final List<byte[]> PROGRAMS = List.of(
            bytes("MZ"),
            new byte[] {0x7F, 'E', 'L', 'F'},
            bytes("#!"),
            new byte[] {(byte) 0xCA, (byte) 0xFE, (byte) 0xBA, (byte) 0xBE},
            new byte[] {(byte) 0xCF, (byte) 0xFA, (byte) 0xED, (byte) 0xFE},
            new byte[] {'d', 'e', 'x', '\n'});

    private static final List<byte[]> ARCHIVES = List.of(
            new byte[] {'7', 'z', (byte) 0xBC, (byte) 0xAF},
            bytes("Rar!"),
            new byte[] {0x1F, (byte) 0x8B},
            bytes("BZh"),
            new byte[] {(byte) 0xFD, '7', 'z', 'X', 'Z'},
            new byte[] {0x28, (byte) 0xB5, 0x2F, (byte) 0xFD},
            ZIP_END);

    private static final byte[] OLD_OFFICE = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};
    private static final byte[] PDF = bytes("%PDF-");
    private static final byte[] JPEG = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF};
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};

    private Signatures() {}

    /** What the first bytes say; office documents are told from archives later. Null when they say nothing known. */
    static @Nullable FileType family(byte[] content) {
        if (startsWith(content, PDF)) {
            return FileType.PDF;
        }
        if (startsWith(content, JPEG)) {
            return FileType.JPEG;
        }
        if (startsWith(content, PNG)) {
            return FileType.PNG;
        }
        return startsWith(content, ZIP_ENTRY) ? FileType.DOCX : null;
    }

    /** Why a file whose beginning is none of ours is refused, as exactly as can be told. */
    static Refused unknown(byte[] content) {
        if (startsWith(content, OLD_OFFICE)) {
            return Refused.because("documents.refused.old.office");
        }
        if (ARCHIVES.stream().anyMatch(each -> startsWith(content, each))) {
            return Refused.because("documents.refused.archive");
        }
        if (PROGRAMS.stream().anyMatch(each -> startsWith(content, each))) {
            return Refused.because("documents.refused.program");
        }
        if (holdsMarkup(content, 0, Math.min(content.length, 4096)) || beginsWithAngle(content)) {
            return Refused.because("documents.refused.markup");
        }
        return Refused.because("documents.refused.unknown.type");
    }

    static void refuseTestVirus(byte[] content) {
        Refused.unless(indexOf(content, EICAR, 0, content.length) < 0, "documents.refused.malware");
    }

    /** Refuses when this stretch of a file shows traces of another one that a program might open instead. */
    static void refuseAnother(byte[] content, int from, int to) {
        boolean hidden = holdsMarkup(content, from, to)
                || indexOf(content, PDF, from, to) >= 0
                || indexOf(content, ZIP_ENTRY, from, to) >= 0;
        Refused.unless(!hidden, "documents.refused.hides.another");
    }

    /** Refuses a file at whose end a program for archives would find one. */
    static void refuseArchiveAtEnd(byte[] content) {
        int from = Math.max(0, content.length - 66_000);
        Refused.unless(indexOf(content, ZIP_END, from, content.length) < 0, "documents.refused.hides.another");
    }

    static boolean holdsMarkup(byte[] content, int from, int to) {
        byte[] small = new String(content, from, to - from, StandardCharsets.ISO_8859_1)
                .toLowerCase(Locale.ROOT)
                .getBytes(StandardCharsets.ISO_8859_1);
        return MARKUP.stream().anyMatch(each -> indexOf(small, each, 0, small.length) >= 0);
    }

    static int indexOf(byte[] content, byte[] wanted, int from, int to) {
        for (int at = Math.max(0, from); at <= to - wanted.length; at++) {
            if (content[at] == wanted[0] && matches(content, wanted, at)) {
                return at;
            }
        }
        return -1;
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static boolean startsWith(byte[] content, byte[] beginning) {
        return content.length >= beginning.length && matches(content, beginning, 0);
    }

    private static boolean matches(byte[] content, byte[] wanted, int at) {
        for (int i = 0; i < wanted.length; i++) {
            if (content[at + i] != wanted[i]) {
                return false;
            }
        }
        return true;
    }

    /** XML of whatever kind, also in UTF-16 or after a byte order mark and blanks. */
    private static boolean beginsWithAngle(byte[] content) {
        for (int at = 0; at < Math.min(content.length, 64); at++) {
            byte each = content[at];
            boolean skipped = each <= ' ' || each == (byte) 0xEF || each == (byte) 0xBB || each == (byte) 0xBF;
            if (!skipped) {
                return each == '<';
            }
        }
        return false;
    }
}

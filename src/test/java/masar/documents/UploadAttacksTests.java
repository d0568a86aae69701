package masar.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import masar.people.MasarTest;
import masar.people.Persona;
import masar.people.Selam;
import masar.people.TestDatabase;
import masar.people.Visitor;
import masar.shared.Language;
import masar.shell.Texts;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionLaunch;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionURI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Files that would harm whoever opens them, or Masar itself. Each is refused with cause and cure; none is kept. */
@MasarTest
class UploadAttacksTests {

    private static final String ZIP_IN = "PK\3\4 and the rest";
    private static final String EICAR =
            "X5O!P%@AP[4\\PZX54(P^)7CC)7}" + "$EICAR-STANDARD-" + "ANTIVIRUS-TEST-FILE!$H+H*";

    @Autowired
    Selam selam;

    @Autowired
    Texts texts;

    @LocalServerPort
    int port;

    static Stream<Arguments> taken() {
        return Stream.of(
                arguments("a PDF", "a.pdf", InventedFiles.pdf("words")),
                arguments("a PDF with packed objects", "a.pdf", InventedFiles.packedPdf(document -> {})),
                arguments("a PDF with its table in a stream", "a.pdf", InventedFiles.pdfWithTableStream(0, 0)),
                arguments("a PDF with an address to click on", "a.PDF", clickable()),
                arguments("a JPEG", "a.jpeg", InventedFiles.jpeg(64, 48)),
                arguments("a photo with what phones add at its end", "a.jpg", withTrailer()),
                arguments("a PNG", "a.png", InventedFiles.png(64, 48)),
                arguments("a PNG without a name's ending", "scan", InventedFiles.png(64, 48)),
                arguments("a text document", "a.docx", InventedFiles.docx()),
                arguments("a table", "a.xlsx", xlsx()));
    }

    static Stream<Arguments> refused() {
        byte[] jpeg = InventedFiles.jpeg(64, 48);
        byte[] png = InventedFiles.png(64, 48);
        byte[] pdf = InventedFiles.pdf("words");
        return Stream.of(
                arguments("nothing at all", "a.pdf", new byte[0], "empty"),
                arguments("SVG", "a.svg", InventedFiles.latin("<svg xmlns='x' onload='alert(1)'/>"), "markup"),
                arguments("SVG as PNG", "a.png", InventedFiles.latin("<?xml version='1.0'?><svg/>"), "markup"),
                arguments("HTML", "a.html", InventedFiles.latin("<!DOCTYPE html><script>1</script>"), "markup"),
                arguments("HTML after blanks as PDF", "a.pdf", InventedFiles.latin("\n\n  <html></html>"), "markup"),
                arguments("the scanners' test file", "a.txt", InventedFiles.latin(EICAR), "malware"),
                arguments("the test file in a PDF", "a.pdf", InventedFiles.pdf(EICAR.replace("(", "\\(")), "malware"),
                arguments("a program of Windows", "a.pdf", InventedFiles.latin("MZ\0\0 and so on"), "program"),
                arguments("a script of a shell", "a.png", InventedFiles.latin("#!/bin/sh\nrm -r /"), "program"),
                arguments("plain text", "a.txt", InventedFiles.latin("hello"), "unknown.type"),
                arguments("GIF", "a.gif", InventedFiles.latin("GIF89a and so on"), "unknown.type"),
                arguments("an archive", "a.zip", InventedFiles.zip(Map.of("x.txt", new byte[3])), "archive"),
                arguments("an archive as text document", "a.docx", zipOf("x.txt", "x"), "archive"),
                arguments("7z", "a.7z", InventedFiles.latin("7z\u00bc\u00af\u0027\u001c and so on"), "archive"),
                arguments(
                        "old Office", "a.doc", InventedFiles.latin("\u00d0\u00cf\u0011\u00e0 and so on"), "old.office"),
                arguments("a picture named as a PDF", "a.pdf", jpeg, "wrong.ending"),
                arguments("a PDF named as a page", "a.html", pdf, "wrong.ending"),
                arguments("a text document named as a table", "a.xlsx", InventedFiles.docx(), "wrong.ending"),
                arguments("a PDF after a JPEG", "a.jpg", InventedFiles.joined(jpeg, pdf), "hides.another"),
                arguments("HTML after a JPEG", "a.jpg", after(jpeg, "<html><script>"), "hides.another"),
                arguments(
                        "HTML in a comment of a JPEG", "a.jpg", commented(jpeg, "<script>1</script>"), "hides.another"),
                arguments(
                        "an archive after a JPEG",
                        "a.jpg",
                        InventedFiles.joined(jpeg, InventedFiles.docx()),
                        "hides.another"),
                arguments("an archive in a segment of a JPEG", "a.jpg", commented(jpeg, ZIP_IN), "hides.another"),
                arguments(
                        "an archive after a PNG",
                        "a.png",
                        InventedFiles.joined(png, InventedFiles.docx()),
                        "hides.another"),
                arguments(
                        "a page in the text of a PNG",
                        "a.png",
                        withChunk(png, "tEXt", "Comment\0<script>"),
                        "hides.another"),
                arguments(
                        "an archive after a PDF",
                        "a.pdf",
                        InventedFiles.joined(pdf, InventedFiles.docx()),
                        "hides.another"),
                arguments("a page before the objects of a PDF", "a.pdf", pageInPdf(), "hides.another"),
                arguments(
                        "a program before an office document",
                        "a.docx",
                        InventedFiles.joined(InventedFiles.docx(), png),
                        "hides.another"),
                arguments("too many points", "a.png", hugePng(), "too.many.pixels"),
                arguments("too many points said by a JPEG", "a.jpg", hugeJpeg(), "too.many.pixels"),
                arguments("a cut JPEG", "a.jpg", java.util.Arrays.copyOf(jpeg, jpeg.length / 2), "broken"),
                arguments("a cut PNG", "a.png", java.util.Arrays.copyOf(png, png.length / 2), "broken"),
                arguments("a cut PDF", "a.pdf", java.util.Arrays.copyOf(pdf, 60), "broken"),
                arguments("a JPEG with a thousand scans", "a.jpg", manyScans(jpeg), "broken"));
    }

    static Stream<Arguments> refusedPdf() {
        return Stream.of(
                arguments(
                        "script on opening",
                        InventedFiles.pdf("x", List.of("<< /S /JavaScript /JS (app.alert(1)) >>"), "/OpenAction 5 0 R"),
                        "acts"),
                arguments(
                        "script by an escaped name",
                        InventedFiles.pdf("x", List.of("<< /S /J#61vaScript /J#53 (1) >>"), "/OpenAction 5 0 R"),
                        "acts"),
                arguments(
                        "a program to start",
                        InventedFiles.pdf("x", List.of("<< /S /Launch /F (cmd.exe) >>"), "/OpenAction 5 0 R"),
                        "acts"),
                arguments(
                        "an address opened at once",
                        InventedFiles.pdf("x", List.of("<< /S /URI /URI (http://x) >>"), "/OpenAction 5 0 R"),
                        "acts"),
                arguments(
                        "a form that sends",
                        InventedFiles.pdf("x", List.of("<< /S /SubmitForm /F (http://x) >>")),
                        "acts"),
                arguments(
                        "a form of scripts (XFA)",
                        InventedFiles.pdf("x", List.of(), "/AcroForm << /XFA (x) /Fields [] >>"),
                        "acts"),
                arguments(
                        "acts on closing",
                        InventedFiles.pdf("x", List.of(), "/AA << /WC << /S /Named /N /Print >> >>"),
                        "acts"),
                arguments(
                        "another file opened",
                        InventedFiles.pdf("x", List.of("<< /S /GoToR /F (//host/share) >>"), "/OpenAction 5 0 R"),
                        "acts"),
                arguments(
                        "a file within",
                        InventedFiles.pdf("x", List.of("<< /Type /Filespec /F (a.exe) >>")),
                        "holds.files"),
                arguments(
                        "a portfolio", InventedFiles.pdf("x", List.of(), "/Collection << /View /D >>"), "holds.files"),
                arguments(
                        "rich media",
                        InventedFiles.pdf("x", List.of("<< /Type /Annot /Subtype /RichMedia >>")),
                        "acts"),
                arguments("script in packed objects", InventedFiles.packedPdf(UploadAttacksTests::script), "acts"),
                arguments("a program in packed objects", InventedFiles.packedPdf(UploadAttacksTests::launch), "acts"),
                arguments(
                        "a file in packed objects",
                        InventedFiles.packedPdf(UploadAttacksTests::attached),
                        "holds.files"),
                arguments("script of an older revision", overwritten(), "acts"),
                arguments("an object in a pack that is not there", InventedFiles.pdfWithTableStream(2, 9), "broken"),
                arguments("a password to open", protectedPdf("secret"), "encrypted"),
                arguments("a password to change", protectedPdf(""), "encrypted"),
                arguments("a bomb of packed objects", bombPdf("/Filter /FlateDecode"), "bomb"),
                arguments("a bomb packed twice", bombPdf("/Filter [/FlateDecode /FlateDecode]"), "bomb"));
    }

    static Stream<Arguments> refusedOffice() {
        return Stream.of(
                arguments("macros", docxWith("word/vbaProject.bin", "x"), "macros"),
                arguments(
                        "macros by type only",
                        docxTyped("application/vnd.ms-word.document.macroEnabled.main+xml"),
                        "macros"),
                arguments("something embedded", docxWith("word/embeddings/oleObject1.bin", "x"), "macros"),
                arguments("ActiveX", docxWith("word/activeX/activeX1.xml", "<x/>"), "macros"),
                arguments("a program inside", docxWith("word/media/a.exe", "MZ"), "holds.files"),
                arguments("an archive inside", docxWith("word/media/a.bin", ZIP_IN), "holds.files"),
                arguments("a page inside", docxWith("word/afchunk.html", "<html>"), "holds.files"),
                arguments(
                        "a template from elsewhere",
                        docxWith("word/_rels/document.xml.rels", outside("attachedTemplate")),
                        "fetches"),
                arguments(
                        "a picture from elsewhere",
                        docxWith("word/_rels/document.xml.rels", outside("image")),
                        "fetches"),
                arguments(
                        "a field that starts a program",
                        docxText("<w:instrText>DDEAUTO c:\\\\windows\\\\cmd.exe</w:instrText>"),
                        "macros"),
                arguments(
                        "a field in two pieces",
                        docxText("<w:instrText>DDE</w:instrText><w:instrText>AUTO x</w:instrText>"),
                        "macros"),
                arguments(
                        "an entity from elsewhere",
                        docxWith("word/x.xml", "<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><a>&b;</a>"),
                        "broken"),
                arguments("no XML", docxWith("word/x.xml", "<a><b></a>"), "broken"),
                arguments("a slip", docxWith("../../etc/cron.d/x", "x"), "archive"),
                arguments("a slip with drives", docxWith("C:\\windows\\x", "x"), "archive"),
                arguments("an absolute name", docxWith("/etc/x", "x"), "archive"),
                arguments("a bomb", docxBomb(), "bomb"),
                arguments("very many parts", docxOfMany(), "bomb"),
                arguments("a password of an archive", encryptedZip(), "encrypted"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("taken")
    void whatPeopleBringIsTaken(String what, String name, byte[] content) {
        var way = selam.lives();
        var answer = upload(Visitor.signedIn(port, Persona.SAMIR), way, name, content);
        assertThat(problem(answer)).isEmpty();
        assertThat(answer.status()).as(what).isEqualTo(303);
    }

    @Test
    void whatIsNotOneOfTheFewTypesOrHidesAnotherIsRefused() {
        refuseAll(refused().map(Arguments::get).toList());
    }

    @Test
    void aPdfThatActsByItselfIsRefused() {
        refuseAll(refusedPdf().map(Arguments::get).map(UploadAttacksTests::pdf).toList());
    }

    @Test
    void anOfficeDocumentThatActsOrFetchesIsRefused() {
        refuseAll(refusedOffice()
                .map(Arguments::get)
                .map(UploadAttacksTests::docx)
                .toList());
    }

    private static Object[] pdf(Object[] attack) {
        return new Object[] {attack[0], "a.pdf", attack[1], attack[2]};
    }

    private static Object[] docx(Object[] attack) {
        return new Object[] {attack[0], "a.docx", attack[1], attack[2]};
    }

    private void refuseAll(List<Object[]> attacks) {
        var way = selam.lives();
        var samir = Visitor.signedIn(port, Persona.SAMIR);
        var wrong = new ArrayList<String>();
        for (Object[] attack : attacks) {
            var answer = upload(samir, way, (String) attack[1], (byte[]) attack[2]);
            String expected = beginning("documents.refused." + attack[3]);
            if (answer.status() != 422 || !answer.body().contains(expected)) {
                wrong.add(attack[0] + ": " + answer.status() + " " + problem(answer));
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(TestDatabase.count(
                        "select count(*) from documents.document where case_id = ?",
                        way.caseId().value()))
                .as("only what was there before")
                .isEqualTo(1);
        assertThat(TestDatabase.count(
                        "select count(*) from audit.entry where subject = ? and act = 'documents.add' and kind = 'refused'",
                        way.caseId().value()))
                .isEqualTo(attacks.size());
    }

    /** Seeded: two hundred files of five types with bytes changed, cut out, repeated or put in. */
    @Test
    void twoHundredMutatedFilesMakeNoAccidentAndNothingUnrecognisedIsServed() {
        var random = new Random(20261122);
        var way = selam.lives();
        var samir = Visitor.signedIn(port, Persona.SAMIR);
        var seeds = List.of(
                InventedFiles.photo("words"),
                InventedFiles.png(64, 48),
                InventedFiles.pdf("words"),
                InventedFiles.packedPdf(document -> {}),
                InventedFiles.docx());
        var wrong = new ArrayList<String>();
        int kept = 0;
        for (int i = 0; i < 200; i++) {
            byte[] mutated = mutated(seeds.get(i % seeds.size()), random);
            var answer = upload(samir, way, "file", mutated);
            if (answer.status() != 303 && answer.status() != 422) {
                wrong.add(i + ": " + answer.status());
            } else if (answer.status() == 303) {
                kept++;
                serve(samir, way, mutated, problem -> wrong.add(problem));
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(kept).as("a mutation is not always seen").isBetween(1, 150);
    }

    private void serve(Visitor samir, Selam.Way way, byte[] sent, Consumer<String> wrong) {
        String newest = TestDatabase.text(
                "select id from documents.document where case_id = '%s' order by xmin::text::bigint desc limit 1"
                        .formatted(way.caseId().value()));
        String page = way.page("/documents/" + newest);
        samir.anyForm(page + "/opening")
                .with("part", "original", "reason", "to-understand")
                .post(samir);
        var original = samir.fetch(page + "/original");
        if (original.status() != 200 || !java.util.Arrays.equals(original.content(), sent)) {
            wrong.accept(newest + " is not what was sent: " + original.status());
        }
        String type = original.header("Content-Type");
        if (!type.matches("application/pdf|image/jpeg|image/png|application/vnd.openxmlformats.*")
                || !original.header("Content-Disposition").startsWith("attachment")) {
            wrong.accept(newest + " is served as " + type);
        }
        var copy = samir.fetch(page + "/view");
        boolean picture = copy.status() == 200 && copy.header("Content-Type").matches("image/(jpeg|png)");
        if (!picture && copy.status() != 404) {
            wrong.accept(newest + " is shown as " + copy.header("Content-Type"));
        }
        if (new String(copy.content(), StandardCharsets.ISO_8859_1).contains(InventedFiles.CAMERA)) {
            wrong.accept(newest + " is shown with metadata");
        }
    }

    private static byte[] mutated(byte[] seed, Random random) {
        byte[] file = seed.clone();
        int changes = 1 + random.nextInt(4);
        for (int i = 0; i < changes; i++) {
            int at = random.nextInt(Math.max(1, file.length - 8));
            switch (random.nextInt(4)) {
                case 0 -> file[at] = (byte) random.nextInt(256);
                case 1 ->
                    file = InventedFiles.joined(
                            java.util.Arrays.copyOf(file, at), java.util.Arrays.copyOfRange(file, at + 7, file.length));
                case 2 ->
                    file = InventedFiles.joined(
                            java.util.Arrays.copyOf(file, at + 5), java.util.Arrays.copyOfRange(file, at, file.length));
                default -> ByteBuffer.wrap(file, at, 4).putInt(random.nextInt());
            }
        }
        return file;
    }

    private Visitor.Answer upload(Visitor samir, Selam.Way way, String name, byte[] content) {
        String list = way.page("/documents");
        return samir.anyForm(list)
                .with("kind", "other", "title", "a paper", "class", "ordinary")
                .postWith(samir, name, content);
    }

    private String beginning(String key) {
        return texts.say(Language.AR, key, "|", "|").split("[|]")[0].strip();
    }

    private static String problem(Visitor.Answer answer) {
        var found = Pattern.compile("id=\"file-error\">([^<]*)").matcher(answer.body());
        return found.find() ? found.group(1) : "";
    }

    private static byte[] after(byte[] file, String words) {
        return InventedFiles.joined(file, InventedFiles.latin(words));
    }

    /** A trailer as cameras write it: blocks of their own, here with a second small picture. */
    private static byte[] withTrailer() {
        return InventedFiles.joined(
                InventedFiles.jpeg(64, 48), InventedFiles.latin("SEFH\0\0camera data"), InventedFiles.jpeg(16, 16));
    }

    private static byte[] commented(byte[] jpeg, String comment) {
        byte[] words = InventedFiles.latin(comment);
        byte[] segment = {(byte) 0xFF, (byte) 0xFE, (byte) ((words.length + 2) >> 8), (byte) (words.length + 2)};
        return InventedFiles.joined(
                java.util.Arrays.copyOf(jpeg, 2), segment, words, java.util.Arrays.copyOfRange(jpeg, 2, jpeg.length));
    }

    private static byte[] manyScans(byte[] jpeg) {
        String text = new String(jpeg, StandardCharsets.ISO_8859_1);
        int scan = text.indexOf("\u00ff\u00da");
        byte[] head = java.util.Arrays.copyOf(jpeg, scan);
        byte[] body = java.util.Arrays.copyOfRange(jpeg, scan, jpeg.length - 2);
        var pieces = new ArrayList<byte[]>();
        pieces.add(head);
        for (int i = 0; i < 1000; i++) {
            pieces.add(body);
        }
        pieces.add(new byte[] {(byte) 0xFF, (byte) 0xD9});
        return InventedFiles.joined(pieces.toArray(byte[][]::new));
    }

    private static byte[] hugeJpeg() {
        byte[] jpeg = InventedFiles.jpeg(64, 48);
        int frame = new String(jpeg, StandardCharsets.ISO_8859_1).indexOf("\u00ff\u00c0");
        ByteBuffer.wrap(jpeg, frame + 5, 4).putShort((short) 60_000).putShort((short) 60_000);
        return jpeg;
    }

    private static byte[] hugePng() {
        byte[] header = ByteBuffer.allocate(13)
                .putInt(30_000)
                .putInt(30_000)
                .put(new byte[] {8, 2, 0, 0, 0})
                .array();
        byte[] png = InventedFiles.png(8, 8);
        return InventedFiles.joined(
                java.util.Arrays.copyOf(png, 8),
                chunk("IHDR", header),
                chunk("IDAT", packed(new byte[100_000])),
                chunk("IEND", new byte[0]));
    }

    private static byte[] withChunk(byte[] png, String name, String words) {
        return InventedFiles.joined(
                java.util.Arrays.copyOf(png, 33),
                chunk(name, InventedFiles.latin(words)),
                java.util.Arrays.copyOfRange(png, 33, png.length));
    }

    private static byte[] chunk(String name, byte[] content) {
        byte[] named = InventedFiles.joined(InventedFiles.latin(name), content);
        var check = new CRC32();
        check.update(named);
        return InventedFiles.joined(
                ByteBuffer.allocate(4).putInt(content.length).array(),
                named,
                ByteBuffer.allocate(4).putInt((int) check.getValue()).array());
    }

    private static byte[] packed(byte[] content) {
        var deflater = new Deflater(9);
        deflater.setInput(content);
        deflater.finish();
        byte[] out = new byte[content.length / 500 + 1000];
        int length = deflater.deflate(out);
        deflater.end();
        return java.util.Arrays.copyOf(out, length);
    }

    private static byte[] pageInPdf() {
        return InventedFiles.joined(
                InventedFiles.latin("%PDF-1.7\n% <html><script>alert(1)</script>\n"), InventedFiles.pdf("words"));
    }

    private static byte[] clickable() {
        return InventedFiles.packedPdf(document -> {
            var link = new org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink();
            var action = new PDActionURI();
            action.setURI("https://example.org");
            link.setAction(action);
            document.getPage(0).getAnnotations().add(link);
        });
    }

    private static void script(PDDocument document) {
        document.getDocumentCatalog().setOpenAction(new PDActionJavaScript("app.alert(1)"));
    }

    private static void launch(PDDocument document) {
        document.getDocumentCatalog().setOpenAction(new PDActionLaunch());
    }

    private static void attached(PDDocument document) throws IOException {
        var file = new PDComplexFileSpecification();
        file.setFile("a.exe");
        file.setEmbeddedFile(new PDEmbeddedFile(document));
        var tree = new PDEmbeddedFilesNameTreeNode();
        tree.setNames(Map.of("a", file));
        var names = new PDDocumentNameDictionary(document.getDocumentCatalog());
        names.setEmbeddedFiles(tree);
        document.getDocumentCatalog().setNames(names);
    }

    /** The script's object is written again without it: the newest table knows nothing of the old one. */
    private static byte[] overwritten() {
        byte[] first = InventedFiles.pdf("x", List.of("<< /S /JavaScript /JS (1) >>"), "/OpenAction 5 0 R");
        String text = new String(first, StandardCharsets.ISO_8859_1);
        String old = text.substring(text.lastIndexOf("startxref") + 10).split("\n")[0];
        int catalogue = first.length;
        String again = "1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n5 0 obj\n<< >>\nendobj\n";
        int table = catalogue + again.length();
        return after(
                first,
                again
                        + "xref\n1 1\n%010d 00000 n \n5 1\n%010d 00000 n \n"
                                .formatted(catalogue, catalogue + again.indexOf("5 0"))
                        + "trailer\n<< /Size 6 /Root 1 0 R /Prev " + old + " >>\nstartxref\n" + table + "\n%%EOF\n");
    }

    private static byte[] protectedPdf(String password) {
        return InventedFiles.packedPdf(
                document -> document.protect(new StandardProtectionPolicy("owner", password, new AccessPermission())));
    }

    private static byte[] bombPdf(String filter) {
        byte[] once = packed(new byte[150_000_000]);
        byte[] packed = filter.contains("[") ? packed(once) : once;
        String stream = "<< /Type /ObjStm /N 1 /First 10 " + filter + " /Length " + packed.length + " >>\nstream\n"
                + new String(packed, StandardCharsets.ISO_8859_1) + "\nendstream";
        return new String(InventedFiles.pdf("x", List.of("MARK")), StandardCharsets.ISO_8859_1)
                .replace("MARK", stream)
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] zipOf(String name, String words) {
        return InventedFiles.zip(Map.of(name, InventedFiles.latin(words)));
    }

    private static byte[] docxWith(String part, String words) {
        var parts = new LinkedHashMap<>(InventedFiles.docxParts());
        parts.put(part, InventedFiles.latin(words));
        return InventedFiles.zip(parts);
    }

    private static byte[] docxText(String inner) {
        return docxWith(
                "word/document.xml",
                "<w:document xmlns:w=\"w\"><w:body><w:p>" + inner + "</w:p></w:body></w:document>");
    }

    private static byte[] docxTyped(String type) {
        return docxWith(
                "[Content_Types].xml",
                "<Types><Override PartName=\"/word/document.xml\" ContentType=\"" + type + "\"/></Types>");
    }

    private static String outside(String type) {
        return new String(
                InventedFiles.relationships(type, "http://198.51.100.7/t.dotm", true), StandardCharsets.ISO_8859_1);
    }

    private static byte[] docxBomb() {
        var parts = new LinkedHashMap<>(InventedFiles.docxParts());
        parts.put("word/media/a.bin", new byte[101_000_000]);
        return InventedFiles.zip(parts);
    }

    private static byte[] docxOfMany() {
        var parts = new LinkedHashMap<>(InventedFiles.docxParts());
        for (int i = 0; i < 2_100; i++) {
            parts.put("word/media/" + i + ".bin", new byte[1]);
        }
        return InventedFiles.zip(parts);
    }

    /** The first bit of the flags, in the entries and in the table at the end, says that a password is needed. */
    private static byte[] encryptedZip() {
        byte[] zip = InventedFiles.docx();
        for (int at = 0; at < zip.length - 10; at++) {
            if (zip[at] == 'P' && zip[at + 1] == 'K' && zip[at + 2] == 3 && zip[at + 3] == 4) {
                zip[at + 6] |= 1;
            }
            if (zip[at] == 'P' && zip[at + 1] == 'K' && zip[at + 2] == 1 && zip[at + 3] == 2) {
                zip[at + 8] |= 1;
            }
        }
        return zip;
    }

    private static byte[] xlsx() {
        var parts = new LinkedHashMap<String, byte[]>();
        parts.put("[Content_Types].xml", InventedFiles.latin("<Types/>"));
        parts.put("xl/workbook.xml", InventedFiles.latin("<workbook/>"));
        return InventedFiles.zip(parts);
    }
}

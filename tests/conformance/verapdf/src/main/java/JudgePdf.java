import java.io.FileInputStream;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/** Says of each file whether it is PDF/A-3a and PDF/UA-1, by an independent validator; ends with 1 when one is not, 2 without files. */
public final class JudgePdf {
  public static void main(String[] files) throws Exception {
    VeraGreenfieldFoundryProvider.initialise();
    boolean good = true;
    for (String file : files) {
      boolean all = true;
      StringBuilder faults = new StringBuilder();
      for (PDFAFlavour flavour : new PDFAFlavour[] {PDFAFlavour.PDFA_3_A, PDFAFlavour.PDFUA_1}) {
        try (FileInputStream bytes = new FileInputStream(file);
            PDFAParser parser = Foundries.defaultInstance().createParser(bytes, flavour)) {
          ValidationResult result = Foundries.defaultInstance().createValidator(flavour, false).validate(parser);
          all &= result.isCompliant();
          result.getTestAssertions().stream()
              .filter(test -> test.getStatus() == TestAssertion.Status.FAILED)
              .limit(10)
              .forEach(test -> faults.append("  " + flavour + " " + test.getRuleId().getClause() + " " + test.getMessage() + "\n"));
        }
      }
      good &= all;
      System.out.print((all ? "PDF/A-3a PDF/UA-1  " : "refused            ") + file + "\n" + faults);
    }
    System.exit(files.length == 0 ? 2 : good ? 0 : 1);
  }
}

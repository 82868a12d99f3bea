import java.io.FileInputStream;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/** Says of each file whether it is PDF/A-3b, by an independent validator; ends with 1 when one is not, 2 without files. */
public final class JudgePdf {
  public static void main(String[] files) throws Exception {
    VeraGreenfieldFoundryProvider.initialise();
    boolean good = true;
    for (String file : files) {
      try (FileInputStream bytes = new FileInputStream(file);
          PDFAParser parser = Foundries.defaultInstance().createParser(bytes, PDFAFlavour.PDFA_3_B)) {
        ValidationResult result = Foundries.defaultInstance().createValidator(PDFAFlavour.PDFA_3_B, false).validate(parser);
        good &= result.isCompliant();
        System.out.println((result.isCompliant() ? "PDF/A-3b  " : "refused   ") + file);
        result.getTestAssertions().stream()
            .filter(test -> test.getStatus() == TestAssertion.Status.FAILED)
            .limit(10)
            .forEach(test -> System.out.println("  " + test.getRuleId().getClause() + " " + test.getMessage()));
      }
    }
    System.exit(files.length == 0 ? 2 : good ? 0 : 1);
  }
}

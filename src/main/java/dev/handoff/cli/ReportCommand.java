package dev.handoff.cli;

import dev.handoff.report.StoredReport;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code handoff report}: makes the page of a result again, and a workbook on request, without simulating. */
@Command(
        name = "report",
        description = "Make report.html of a result again from its stored files, without simulating.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        exitCodeListHeading = ExitCodes.HEADING,
        exitCodeList = {ExitCodes.DONE, ExitCodes.DEFECT, ExitCodes.WRONG_INPUT},
        footer = "\nExample:\n  handoff report output/my-firm-1 --xlsx")
final class ReportCommand implements Callable<Integer> {
    @Parameters(paramLabel = "DIR", description = "The folder of the result.")
    private Path folder;

    @Option(names = "--xlsx", description = "Write results.xlsx too, a workbook with the tables and charts.")
    private boolean xlsx;

    @Option(names = "--quiet", description = "Print nothing but errors.")
    private boolean quiet;

    @Override
    public Integer call() {
        tell(StoredReport.renew(folder));
        if (xlsx) {
            tell(StoredReport.renewWorkbook(folder));
        }
        return Main.DONE;
    }

    private void tell(Path written) {
        if (!quiet) {
            Output.print("Written to " + written + "\n");
        }
    }
}

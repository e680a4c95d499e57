package zhuhu.screen.printing;

import java.nio.file.Path;
import zhuhu.base.Outcome;
import zhuhu.flow.Progress;
import zhuhu.flow.paper.PrintHouseholds;
import zhuhu.flow.paper.PrintTable;
import zhuhu.flow.paper.Printed;

/// What printing asks. Called on the workspace's thread.
public interface Printing {

    Outcome<Printed> households(PrintHouseholds.Order order, Progress progress);

    Outcome<Printed> table(Path out, PrintTable.Sheet sheet);
}

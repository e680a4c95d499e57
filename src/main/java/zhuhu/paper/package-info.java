/// Pages to print, as PDF. The only room that knows OpenPDF.
@NullMarked
package zhuhu.paper;

import org.jspecify.annotations.NullMarked;

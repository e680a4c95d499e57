package zhuhu.flow;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import zhuhu.base.Outcome;
import zhuhu.base.Problem;
import zhuhu.flow.picture.BookPictures;
import zhuhu.workbook.verify.BookVerifier;

/// Tells whether a workbook is whole: every fact as it was written, none missing. Changes nothing.
public final class VerifyBook {

    private VerifyBook() {}

    /// All problems, none if it is whole; Failed if it is no workbook, or its password is wrong.
    public static Outcome<List<Problem>> verify(Path book, Optional<String> password) {
        return BookVerifier.verify(book, password)
                .map(problems ->
                        Stream.concat(
                                        problems.stream(),
                                        BookPictures.damaged(BookPictures.folder(book)).stream())
                                .toList());
    }
}

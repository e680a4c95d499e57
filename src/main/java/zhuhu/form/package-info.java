/// XLSForm in, XForm out, and the session that runs it. The only room that knows JavaRosa.
@NullMarked
package zhuhu.form;

import org.jspecify.annotations.NullMarked;

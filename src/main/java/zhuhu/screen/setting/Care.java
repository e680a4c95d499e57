package zhuhu.screen.setting;

import java.util.List;
import zhuhu.base.Problem;

/// What the settings page does with the open file. Called on the workspace's thread.
public interface Care {

    About about();

    /// Everything that is wrong with the file.
    List<Problem> verify();

    /// Makes all derived tables anew.
    void rebuild();

    /// The file and the campaign it carries.
    record About(String file, String campaign, String issuer, String source, List<Form> forms) {
        public About {
            forms = List.copyOf(forms);
        }
    }

    record Form(String id, String title, String version) {}
}

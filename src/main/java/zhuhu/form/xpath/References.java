package zhuhu.form.xpath;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// `${name}` in texts that people read: labels, hints, messages.
public final class References {

    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_.-]*");
    private static final Pattern SHAPE = Pattern.compile("\\$\\{([^}]*)\\}?");

    private References() {}

    /// A `${name}` in a text, or what stands where one should be.
    public record Mention(String name, boolean lastSaved, boolean wellFormed, int at, int end) {}

    /// Whether a name can be an XForm node: a letter or `_`, then letters, digits, `_`, `-`, `.`.
    public static boolean isName(String text) {
        return NAME.matcher(text).matches();
    }

    /// Every mention in reading order.
    public static List<Mention> in(String text) {
        var mentions = new ArrayList<Mention>();
        var matcher = SHAPE.matcher(text);
        while (matcher.find()) {
            String inside = matcher.group(1);
            boolean lastSaved = inside.startsWith("last-saved#");
            String name = lastSaved ? inside.substring("last-saved#".length()) : inside;
            boolean wellFormed = isName(name) && matcher.group().endsWith("}");
            mentions.add(new Mention(name, lastSaved, wellFormed, matcher.start(), matcher.end()));
        }
        return mentions;
    }
}

package zhuhu.form.compile;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What the header cells of a sheet are called. Shape: `known` from a header in lower case with
/// underscores to its column; `later` the ones that the standard has and this program has not.
record Headers(Map<String, Column> known, Set<String> later, boolean takesOthers) {

    static final Headers SURVEY =
            new Headers(
                    Map.ofEntries(
                            Map.entry("type", Column.TYPE),
                            Map.entry("command", Column.TYPE),
                            Map.entry("name", Column.NAME),
                            Map.entry("tag", Column.NAME),
                            Map.entry("value", Column.NAME),
                            Map.entry("label", Column.LABEL),
                            Map.entry("caption", Column.LABEL),
                            Map.entry("hint", Column.HINT),
                            Map.entry("relevant", Column.RELEVANT),
                            Map.entry("relevance", Column.RELEVANT),
                            Map.entry("bind::relevant", Column.RELEVANT),
                            Map.entry("constraint", Column.CONSTRAINT),
                            Map.entry("bind::constraint", Column.CONSTRAINT),
                            Map.entry("constraint_message", Column.CONSTRAINT_MESSAGE),
                            Map.entry("constraining_message", Column.CONSTRAINT_MESSAGE),
                            Map.entry("bind::jr:constraintmsg", Column.CONSTRAINT_MESSAGE),
                            Map.entry("required", Column.REQUIRED),
                            Map.entry("bind::required", Column.REQUIRED),
                            Map.entry("required_message", Column.REQUIRED_MESSAGE),
                            Map.entry("requiredmsg", Column.REQUIRED_MESSAGE),
                            Map.entry("bind::jr:requiredmsg", Column.REQUIRED_MESSAGE),
                            Map.entry("read_only", Column.READ_ONLY),
                            Map.entry("readonly", Column.READ_ONLY),
                            Map.entry("bind::readonly", Column.READ_ONLY),
                            Map.entry("default", Column.DEFAULT),
                            Map.entry("calculation", Column.CALCULATION),
                            Map.entry("calculate", Column.CALCULATION),
                            Map.entry("bind::calculate", Column.CALCULATION),
                            Map.entry("choice_filter", Column.CHOICE_FILTER),
                            Map.entry("appearance", Column.APPEARANCE),
                            Map.entry("control::appearance", Column.APPEARANCE),
                            Map.entry("body::appearance", Column.APPEARANCE),
                            Map.entry("save_to", Column.SAVE_TO),
                            Map.entry("bind::entities:saveto", Column.SAVE_TO),
                            Map.entry("guidance_hint", Column.GUIDANCE_HINT),
                            Map.entry("repeat_count", Column.REPEAT_COUNT),
                            Map.entry("count", Column.REPEAT_COUNT),
                            Map.entry("jr:count", Column.REPEAT_COUNT),
                            Map.entry("trigger", Column.TRIGGER),
                            Map.entry("parameters", Column.PARAMETERS)),
                    Set.of(
                            "image",
                            "big-image",
                            "audio",
                            "video",
                            "media",
                            "autoplay",
                            "rows",
                            "intent",
                            "no_app_error_string",
                            "body",
                            "bind",
                            "instance",
                            "control",
                            "compact_tag",
                            "disabled",
                            "query"),
                    false);

    static final Headers CHOICES =
            new Headers(
                    Map.of(
                            "list_name", Column.LIST_NAME,
                            "name", Column.NAME,
                            "value", Column.NAME,
                            "label", Column.LABEL,
                            "caption", Column.LABEL),
                    Set.of("image", "big-image", "audio", "video", "media", "sms_option"),
                    true);

    static final Headers ENTITIES =
            new Headers(
                    Map.of(
                            "list_name", Column.LIST_NAME,
                            "dataset", Column.LIST_NAME,
                            "label", Column.LABEL,
                            "entity_id", Column.ENTITY_ID,
                            "create_if", Column.CREATE_IF,
                            "update_if", Column.UPDATE_IF),
                    Set.of("repeat"),
                    false);

    static final Headers SETTINGS =
            new Headers(
                    Map.ofEntries(
                            Map.entry("form_title", Column.FORM_TITLE),
                            Map.entry("title", Column.FORM_TITLE),
                            Map.entry("set_form_title", Column.FORM_TITLE),
                            Map.entry("form_id", Column.FORM_ID),
                            Map.entry("id_string", Column.FORM_ID),
                            Map.entry("set_form_id", Column.FORM_ID),
                            Map.entry("version", Column.VERSION),
                            Map.entry("default_language", Column.DEFAULT_LANGUAGE),
                            Map.entry("instance_name", Column.INSTANCE_NAME),
                            Map.entry("namespaces", Column.NAMESPACES),
                            Map.entry("name", Column.NAME),
                            Map.entry("style", Column.STYLE),
                            Map.entry("allow_choice_duplicates", Column.ALLOW_CHOICE_DUPLICATES)),
                    Set.of(
                            "public_key",
                            "submission_url",
                            "auto_send",
                            "auto_delete",
                            "sms_keyword",
                            "sms_separator",
                            "sms_allow_media",
                            "sms_date_format",
                            "sms_datetime_format",
                            "sms_response",
                            "prefix",
                            "delimiter",
                            "instance_xmlns",
                            "omit_instanceid",
                            "clean_text_values",
                            "client_editable",
                            "add_none_option",
                            "attribute"),
                    false);

    /// What a header cell means. Shape: `column` empty where it is not known; `language` "" where
    /// none is named.
    record Meaning(Optional<Column> column, String language, boolean isLater) {}

    Meaning meaning(String header) {
        String plain = header.strip().toLowerCase(Locale.ROOT).replaceAll("[\\s_]+", "_");
        Column whole = known.get(plain);
        if (whole != null) {
            return new Meaning(Optional.of(whole), "", false);
        }
        int colon = header.indexOf(':');
        if (colon > 0) {
            Column base = known.get(plain.substring(0, plain.indexOf(':')));
            if (base != null && base.isTranslatable()) {
                String language = header.substring(colon).replaceFirst("^:+", "").strip();
                return new Meaning(Optional.of(base), language, false);
            }
        }
        String head = plain.split(":", -1)[0];
        boolean isLater = later.contains(plain) || later.contains(head);
        return new Meaning(Optional.empty(), "", isLater);
    }
}

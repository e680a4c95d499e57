package zhuhu.form.compile;

/// The columns that are understood, of every sheet.
enum Column {
    TYPE,
    NAME,
    LABEL,
    HINT,
    RELEVANT,
    CONSTRAINT,
    CONSTRAINT_MESSAGE,
    REQUIRED,
    REQUIRED_MESSAGE,
    READ_ONLY,
    DEFAULT,
    CALCULATION,
    CHOICE_FILTER,
    APPEARANCE,
    SAVE_TO,
    GUIDANCE_HINT,
    REPEAT_COUNT,
    TRIGGER,
    PARAMETERS,
    LIST_NAME,
    ENTITY_ID,
    CREATE_IF,
    UPDATE_IF,
    FORM_TITLE,
    FORM_ID,
    VERSION,
    DEFAULT_LANGUAGE,
    INSTANCE_NAME,
    NAMESPACES,
    STYLE,
    ALLOW_CHOICE_DUPLICATES;

    /// Whether a language may follow the header.
    boolean isTranslatable() {
        return this == LABEL
                || this == HINT
                || this == GUIDANCE_HINT
                || this == CONSTRAINT_MESSAGE
                || this == REQUIRED_MESSAGE;
    }
}

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
                || this == CONSTRAINT_MESSAGE
                || this == REQUIRED_MESSAGE;
    }
}

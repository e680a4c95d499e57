package zhuhu.flow.link;

/// Why two records may be one, the strongest first. The words stand under `links.why.NAME`.
enum Why {
    SAME_ID("sameId"),
    DISABILITY_ID("disabilityId"),
    OLD_ID("oldId"),
    SAME_NUMBER("sameNumber"),
    SAME_HEAD("sameHead"),
    DAMAGED_ID("damagedId"),
    NEAR_ID("nearId"),
    NAME_AND_BIRTH("nameAndBirth"),
    SAME_NAME("sameName"),
    SAME_SOUND("sameSound"),
    SHARED_MEMBERS("sharedMembers"),
    SPLIT("split"),
    JOINED("joined"),
    TWO_HOMES("twoHomes");

    private final String key;

    Why(String key) {
        this.key = "links.why." + key;
    }

    String key() {
        return key;
    }
}

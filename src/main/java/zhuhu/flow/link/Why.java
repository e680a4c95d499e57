package zhuhu.flow.link;

/// Why two records may be one, the strongest first. `key` finds the words.
enum Why {
    SAME_ID("links.why.sameId"),
    DISABILITY_ID("links.why.disabilityId"),
    OLD_ID("links.why.oldId"),
    SAME_PERSON_NO("links.why.samePersonNo"),
    SAME_NUMBER("links.why.sameNumber"),
    SAME_HEAD("links.why.sameHead"),
    DAMAGED_ID("links.why.damagedId"),
    NEAR_ID("links.why.nearId"),
    NAME_AND_BIRTH("links.why.nameAndBirth"),
    SAME_NAME("links.why.sameName"),
    SAME_SOUND("links.why.sameSound"),
    SHARED_MEMBERS("links.why.sharedMembers"),
    SPLIT("links.why.split"),
    JOINED("links.why.joined"),
    TWO_HOMES("links.why.twoHomes");

    private final String key;

    Why(String key) {
        this.key = key;
    }

    String key() {
        return key;
    }
}

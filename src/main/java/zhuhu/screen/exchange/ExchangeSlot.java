package zhuhu.screen.exchange;

import zhuhu.base.Texts;
import zhuhu.screen.part.Icon;

/// The pages of 交换, in their order. A page is listed once it is there.
public enum ExchangeSlot {
    ROSTERS(Group.IN, Icon.IMPORT, false),
    MERGE(Group.IN, Icon.MERGE, true),
    TASK(Group.IN, Icon.TASK, true),
    WAITING(Group.IN, Icon.HAND, false),
    CONFLICTS(Group.IN, Icon.SPLIT, false),
    DUPLICATES(Group.IN, Icon.COPY, false),
    HANDOUT(Group.OUT, Icon.TASK, false),
    REVIEW(Group.OUT, Icon.RETURN, true),
    CHANGES(Group.UP, Icon.EDIT, false),
    COUNTY(Group.UP, Icon.TABLE, false),
    HAND_IN(Group.UP, Icon.EXPORT, true),
    ACCOUNT(Group.UP, Icon.SHIELD, false),
    PAST(Group.PAST, Icon.CLOCK, true);

    /// What a page is about.
    public enum Group {
        IN,
        OUT,
        UP,
        PAST;

        String words(Texts texts) {
            return switch (this) {
                case IN -> texts.of("upward.group.in");
                case OUT -> texts.of("upward.group.out");
                case UP -> texts.of("upward.group.up");
                case PAST -> texts.of("upward.group.past");
            };
        }
    }

    private final Group group;
    private final Icon icon;
    private final boolean ofVillage;

    ExchangeSlot(Group group, Icon icon, boolean ofVillage) {
        this.group = group;
        this.icon = icon;
        this.ofVillage = ofVillage;
    }

    public Group group() {
        return group;
    }

    Icon icon() {
        return icon;
    }

    /// Whether a village's laptop shows it without being asked.
    boolean isOfVillage() {
        return ofVillage;
    }

    String words(Texts texts) {
        return switch (this) {
            case ROSTERS -> texts.of("upward.page.rosters");
            case MERGE -> texts.of("upward.page.merge");
            case TASK -> texts.of("handout.take");
            case WAITING -> texts.of("upward.page.waiting");
            case CONFLICTS -> texts.of("upward.page.conflicts");
            case DUPLICATES -> texts.of("upward.page.duplicates");
            case HANDOUT -> texts.of("upward.page.handout");
            case REVIEW -> texts.of("upward.page.review");
            case CHANGES -> texts.of("upward.page.changes");
            case COUNTY -> texts.of("upward.page.county");
            case HAND_IN -> texts.of("upward.page.handIn");
            case ACCOUNT -> texts.of("upward.page.account");
            case PAST -> texts.of("upward.page.past");
        };
    }

    /// What is done there, in a sentence.
    String why(Texts texts) {
        return switch (this) {
            case ROSTERS -> texts.of("upward.page.rosters.why");
            case MERGE -> texts.of("upward.page.merge.why");
            case TASK -> texts.of("handout.take.why");
            case WAITING -> texts.of("upward.page.waiting.why");
            case CONFLICTS -> texts.of("upward.page.conflicts.why");
            case DUPLICATES -> texts.of("upward.page.duplicates.why");
            case HANDOUT -> texts.of("upward.page.handout.why");
            case REVIEW -> texts.of("upward.page.review.why");
            case CHANGES -> texts.of("upward.page.changes.why");
            case COUNTY -> texts.of("upward.page.county.why");
            case HAND_IN -> texts.of("upward.page.handIn.why");
            case ACCOUNT -> texts.of("upward.page.account.why");
            case PAST -> texts.of("upward.page.past.why");
        };
    }
}

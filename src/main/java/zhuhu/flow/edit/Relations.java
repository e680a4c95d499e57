package zhuhu.flow.edit;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import zhuhu.flow.edit.Members.Member;
import zhuhu.record.RecordId;

/// What each member is to a new head, told from what both were to the old one. Where the list of
/// relations has no word (brothers, nephews) it is 99 其他; where the old relations do not tell
/// (whose wife, of several sons?) nothing is proposed. Pure; any thread.
final class Relations {

    private static final Optional<String> ASK = Optional.empty();
    private static final Optional<String> OTHER = Optional.of("99");

    private final Member head;
    private final Member old;
    private final Collection<Member> family;

    /// `family` holds the old head and the new one.
    private Relations(Member head, Member old, Collection<Member> family) {
        this.head = head;
        this.old = old;
        this.family = family;
    }

    /// Shape: for everybody in `family` but the new head. All empty where there is no old head.
    static Map<RecordId, Optional<String>> toNewHead(List<Member> family, Member head) {
        Optional<Member> old = Members.head(family);
        var proposed = new LinkedHashMap<RecordId, Optional<String>>();
        for (Member member : family) {
            if (!member.id().equals(head.id())) {
                proposed.put(
                        member.id(), old.flatMap(o -> new Relations(head, o, family).of(member)));
            }
        }
        long spouses = proposed.values().stream().filter(Optional.of("02")::equals).count();
        if (spouses > 1) {
            proposed.replaceAll((_, said) -> said.equals(Optional.of("02")) ? ASK : said);
        }
        return proposed;
    }

    private Optional<String> of(Member member) {
        String was = member.relation();
        return switch (head.relation()) {
            case "01" -> Optional.of(was).filter(r -> !r.isEmpty());
            case "02" -> toSpouse(member, was);
            case "03", "04" -> toChild(member, was);
            case "05" -> toChildInLaw(member, was, "03", "15", "16", "07", "08");
            case "06" -> toChildInLaw(member, was, "04", "13", "14", "09", "10");
            case "07", "08" -> toGrandchild(member, was, "17", "18", "03", "05");
            case "09", "10" -> toGrandchild(member, was, "19", "20", "06", "04");
            case "11", "12" -> toParent(member, was);
            case "13", "14" -> toParentInLaw(member, was, "06", "09", "10");
            case "15", "16" -> toParentInLaw(member, was, "05", "07", "08");
            case "17", "18" -> toGrandparent(member, was, "07", "08", "03", "05");
            case "19", "20" -> toGrandparent(member, was, "09", "10", "06", "04");
            default -> ASK;
        };
    }

    private Optional<String> toSpouse(Member member, String was) {
        return switch (was) {
            case "01" -> Optional.of("02");
            case "03", "04", "05", "06", "07", "08", "09", "10" -> Optional.of(was);
            case "11" -> bySex(head, "13", "15");
            case "12" -> bySex(head, "14", "16");
            case "13", "15" -> Optional.of("11");
            case "14", "16" -> Optional.of("12");
            default -> member.relation().isEmpty() ? ASK : OTHER;
        };
    }

    private Optional<String> toChild(Member member, String was) {
        boolean son = head.relation().equals("03");
        boolean only = only(head.relation());
        return switch (was) {
            case "01", "02" -> bySex(member, "11", "12");
            case "03", "04" -> OTHER;
            case "05" -> son ? sure(only, "02") : OTHER;
            case "06" -> son ? OTHER : sure(only, "02");
            case "07", "08" -> son ? sure(only, was.equals("07") ? "03" : "04") : OTHER;
            case "09", "10" -> son ? OTHER : sure(only, was.equals("09") ? "03" : "04");
            case "11" -> bySex(old, "17", "19");
            case "12" -> bySex(old, "18", "20");
            case "13" -> Optional.of("19");
            case "14" -> Optional.of("20");
            case "15" -> Optional.of("17");
            case "16" -> Optional.of("18");
            default -> was.isEmpty() ? ASK : OTHER;
        };
    }

    /// `partner` is what the child was to the old head; `boy` and `girl` the child's children.
    private Optional<String> toChildInLaw(
            Member member,
            String was,
            String partner,
            String father,
            String mother,
            String boy,
            String girl) {
        if (was.equals("01") || was.equals("02")) {
            return bySex(member, father, mother);
        }
        boolean only =
                only(head.relation())
                        && family.stream().filter(m -> m.relation().equals(partner)).count() <= 1;
        if (was.equals(partner)) {
            return sure(only, "02");
        }
        if (was.equals(boy) || was.equals(girl)) {
            return sure(only, was.equals(boy) ? "03" : "04");
        }
        return was.isEmpty() ? ASK : OTHER;
    }

    private Optional<String> toGrandchild(
            Member member,
            String was,
            String grandfather,
            String grandmother,
            String father,
            String mother) {
        if (was.equals("01") || was.equals("02")) {
            return bySex(member, grandfather, grandmother);
        }
        if (was.equals(father) || was.equals(mother)) {
            return sure(only(was), was.equals(father) ? "11" : "12");
        }
        return was.isEmpty() ? ASK : OTHER;
    }

    private Optional<String> toParent(Member member, String was) {
        boolean father = head.relation().equals("11");
        return switch (was) {
            case "01" -> bySex(member, "03", "04");
            case "02" -> bySex(old, "05", "06");
            case "11", "12" -> Optional.of("02");
            case "03" -> bySex(old, "07", "09");
            case "04" -> bySex(old, "08", "10");
            case "17" -> Optional.of(father ? "11" : "15");
            case "18" -> Optional.of(father ? "12" : "16");
            case "19" -> Optional.of(father ? "13" : "11");
            case "20" -> Optional.of(father ? "14" : "12");
            default -> was.isEmpty() ? ASK : OTHER;
        };
    }

    /// The old head married the new head's child; `inLaw` is what the old head is now.
    private Optional<String> toParentInLaw(
            Member member, String was, String inLaw, String boy, String girl) {
        return switch (was) {
            case "01" -> Optional.of(inLaw);
            case "02" -> bySex(member, "03", "04");
            case "03" -> Optional.of(boy);
            case "04" -> Optional.of(girl);
            case "13", "14", "15", "16" -> Optional.of("02");
            default -> was.isEmpty() ? ASK : OTHER;
        };
    }

    /// `father` and `mother` are what the old head's parents are to their own (or their in-laws')
    /// parents.
    private Optional<String> toGrandparent(
            Member member, String was, String boy, String girl, String father, String mother) {
        boolean paternal = boy.equals("07");
        List<String> couple = paternal ? List.of("17", "18") : List.of("19", "20");
        if (couple.contains(was)) {
            return Optional.of("02");
        }
        return switch (was) {
            case "01" -> bySex(member, boy, girl);
            case "11" -> Optional.of(father);
            case "12" -> Optional.of(mother);
            default -> was.isEmpty() ? ASK : OTHER;
        };
    }

    private boolean only(String relation) {
        return family.stream().filter(m -> m.relation().equals(relation)).count() == 1;
    }

    private static Optional<String> sure(boolean certain, String relation) {
        return certain ? Optional.of(relation) : ASK;
    }

    private static Optional<String> bySex(Member member, String man, String woman) {
        return switch (member.sex()) {
            case "1" -> Optional.of(man);
            case "2" -> Optional.of(woman);
            default -> ASK;
        };
    }
}

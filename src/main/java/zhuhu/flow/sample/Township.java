package zhuhu.flow.sample;

import java.time.LocalDate;
import java.util.List;

/// An invented township and the people in it. Area prefix 522399 was never assigned to any county.
public record Township(
        String province, String city, String county, String name, List<Village> villages) {

    public Township {
        villages = List.copyOf(villages);
    }

    /// Shape: `code` 12 digits.
    public record Village(String name, String code, List<Household> households) {
        public Village {
            households = List.copyOf(households);
        }
    }

    /// Shape: `status`, `type`, `cause` are labels of the official lists; `members` head first;
    /// `income` 元 a head.
    public record Household(
            String number,
            String group,
            String status,
            int exitYear,
            String type,
            String cause,
            String phone,
            int income,
            List<Person> members) {
        public Household {
            members = List.copyOf(members);
        }

        Person head() {
            return members.getFirst();
        }
    }

    /// Shape: `relation`, `education` and so on are labels of the official lists; "" where blank.
    public record Person(
            String number,
            String name,
            boolean male,
            LocalDate birth,
            String idNo,
            String relation,
            String ethnicity,
            String education,
            String school,
            String health,
            String skill,
            String workArea,
            int workMonths) {

        Person withIdNo(String changed) {
            return new Person(
                    number,
                    name,
                    male,
                    birth,
                    changed,
                    relation,
                    ethnicity,
                    education,
                    school,
                    health,
                    skill,
                    workArea,
                    workMonths);
        }

        Person withHealth(String changed) {
            return new Person(
                    number,
                    name,
                    male,
                    birth,
                    idNo,
                    relation,
                    ethnicity,
                    education,
                    school,
                    changed,
                    skill,
                    workArea,
                    workMonths);
        }
    }
}

package zhuhu.flow.sample;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Random;
import java.util.Set;
import zhuhu.flow.sample.Township.Household;
import zhuhu.flow.sample.Township.Person;

/// Answers that a visitor might bring home from an invented household, for the form
/// `household_visit`.
final class SampleAnswers {

    private final Random chance;
    private final Set<Person> mended;

    /// `mended`: persons whose 证件号码 the roster got wrong and the visit puts right.
    SampleAnswers(Random chance, Set<Person> mended) {
        this.chance = chance;
        this.mended = mended;
    }

    ObjectNode of(Household household, RosterStyle style) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("visited_on", "2017-03-0" + (1 + chance.nextInt(9)));
        if (chance.nextInt(8) == 0) {
            return absent(json);
        }
        // Reason: heading set c has no column for 脱贫状态, so its households are asked as not exited.
        boolean exited = household.status().equals("脱贫") && style != RosterStyle.C;
        json.put("outcome", "01").put("mode", "01");
        json.put("visitors", "王示范、李示范");
        json.put("respondent", household.head().name()).put("respondent_relation", "01");
        int size = household.members().size();
        json.put("member_count", size).put("registered_count", size);
        json.put("resident_count", size).put("sharing_count", size);
        json.put("identification_conclusion", "01");
        if (exited) {
            json.put("exit_conclusion", "01");
        }
        members(json.putArray("members"), household, style);
        income(json, household);
        living(json);
        json.put("satisfaction", "4");
        return json;
    }

    private ObjectNode absent(ObjectNode json) {
        json.put("outcome", "02").put("visitors", "王示范");
        json.putArray("tries")
                .addObject()
                .put("date", json.path("visited_on").asText())
                .put("visitor", "王示范")
                .put("result", "家里没人，邻居说赶场去了");
        return json;
    }

    private void members(ArrayNode members, Household household, RosterStyle style) {
        for (Person person : household.members()) {
            String key = style == RosterStyle.A ? person.idNo() : person.number();
            ObjectNode row = members.addObject().put("person", key);
            if (mended.contains(person)) {
                row.put("id_no", person.idNo());
            }
            row.put("medical_insurance", "1");
            if (person.workMonths() > 0) {
                row.put("work_area", "03").put("work_months", person.workMonths());
            }
        }
    }

    private void income(ObjectNode json, Household household) {
        int size = household.members().size();
        int net = household.income() * size + chance.nextInt(200);
        int expense = 400 + chance.nextInt(600);
        int wage = net / 2;
        json.put("income_members", size);
        json.put("wage_income", wage);
        json.put("business_income", net - wage + expense);
        json.put("property_income", 0).put("dibao_income", 0);
        json.put("business_expense", expense);
    }

    private void living(ObjectNode json) {
        json.put("food_enough", "1").put("food_protein", "02");
        json.put("clothes_enough", "1").put("bedding_enough", "1");
        boolean unsafe = chance.nextInt(10) == 0;
        json.put("house_kind", "01").put("house_area", 60 + chance.nextInt(80));
        json.put("unsafe_house_grade", unsafe ? "C" : "B").put("unsafe_house", unsafe ? "1" : "0");
        json.put("water_difficult", "0").put("water_safe", "1");
        json.put("domestic_power", "1").put("broadcast_tv", "1");
    }
}

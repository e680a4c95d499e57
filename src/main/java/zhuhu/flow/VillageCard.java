package zhuhu.flow;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import zhuhu.pack.Schema;
import zhuhu.record.Kind;
import zhuhu.record.RecordId;
import zhuhu.record.Values;
import zhuhu.store.Workspace;

/// One village as its card shows it: sums of its households, who is stationed there, and its
/// sections of the register. Shape: `where` county and township; `state` as [VillageStates] gives
/// it; `stationed` always the five, empty words where nobody is named.
public record VillageCard(
        RecordId id,
        String key,
        String name,
        String where,
        String state,
        VillageFigures figures,
        List<Stationed> stationed,
        List<HouseholdCard.Block> sections) {

    private static final List<String> POSTS =
            List.of(
                    "county_leader",
                    "support_unit",
                    "first_secretary",
                    "work_team_leader",
                    "agronomist");

    public VillageCard {
        stationed = List.copyOf(stationed);
        sections = List.copyOf(sections);
    }

    /// Who is stationed. Shape: `post` in words.
    public record Stationed(String post, String name, String phone, String since) {}

    public static VillageCard of(Workspace workspace, RecordId village, LocalDate today) {
        String round = workspace.setting("round").orElse("");
        Values basics = workspace.section(village, "basics").shown();
        String where =
                Stream.of("county", "township")
                        .map(basics::plain)
                        .filter(word -> !word.isEmpty())
                        .collect(Collectors.joining(" "));
        return new VillageCard(
                village,
                village.shortKey(),
                Labels.of(workspace, village),
                where,
                VillageStates.of(workspace, round).of(village.text()),
                VillageFigures.of(workspace, village, round),
                stationed(workspace, village),
                HouseholdCard.of(workspace, village, today).sections());
    }

    private static List<Stationed> stationed(Workspace workspace, RecordId village) {
        Values values = workspace.section(village, "stationed").shown();
        var stationed = new ArrayList<Stationed>();
        for (String post : POSTS) {
            String label =
                    workspace
                            .schema()
                            .property(Kind.VILLAGE, post)
                            .map(Schema.Property::label)
                            .orElse(post);
            stationed.add(
                    new Stationed(
                            label,
                            values.plain(post),
                            values.plain(post + "_phone"),
                            values.plain(post + "_since")));
        }
        return stationed;
    }
}

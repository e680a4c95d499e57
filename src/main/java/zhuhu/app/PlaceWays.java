package zhuhu.app;

import java.util.Optional;
import java.util.function.Consumer;
import zhuhu.flow.VillageCard;
import zhuhu.flow.paper.PrintTable;
import zhuhu.record.RecordId;
import zhuhu.screen.Place;
import zhuhu.screen.ShellModel;
import zhuhu.screen.home.HomeWays;
import zhuhu.screen.household.HouseholdsModel;
import zhuhu.screen.printing.PrintDialog;
import zhuhu.screen.village.VillageModel;
import zhuhu.screen.village.VillageWays;

/// The ways between the places of the rail. The window's thread only.
record PlaceWays(
        ShellModel shell, HouseholdsModel list, VillageModel villages, Consumer<RecordId> open)
        implements HomeWays {

    @Override
    public void exchange() {
        shell.place().set(Place.EXCHANGE);
    }

    @Override
    public void state(String state) {
        list.clear();
        list.state().set(Optional.of(state));
        shell.place().set(Place.HOUSEHOLDS);
    }

    @Override
    public void visit(RecordId subject) {
        open.accept(subject);
    }

    @Override
    public void village(Optional<RecordId> village) {
        village.ifPresent(villages::choose);
        shell.place().set(Place.VILLAGE);
    }

    @Override
    public void backup() {
        shell.place().set(Place.SETTINGS);
    }

    @Override
    public void doubts() {
        shell.place().set(Place.CHECKS);
    }

    /// Those of the page of a village.
    VillageWays ofVillage(PrintDialog print, RecordPages pages) {
        return new VillageWays() {
            @Override
            public void visit(RecordId subject) {
                open.accept(subject);
            }

            @Override
            public void household(RecordId household) {
                list.clear();
                shell.place().set(Place.HOUSEHOLDS);
                list.show(household);
            }

            @Override
            public void print(PrintTable.Sheet sheet) {
                print.table(sheet);
            }

            @Override
            public void edit(VillageCard card, String section, String label) {
                pages.section(card.id(), section, card.name(), label, villages::refresh);
            }

            @Override
            public void exchange() {
                PlaceWays.this.exchange();
            }
        };
    }
}

package zhuhu.form.compile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import zhuhu.base.Problem;
import zhuhu.form.compile.Element.Asked;
import zhuhu.form.compile.Element.Container;

/// Finds each declared list the container its records stand in: deep enough for every answer that
/// is saved to it, in one repeat only, one list a container. Source: ODK Entities 2025.1. One use.
final class EntityPlaces {

    private final Container form;
    private final Names names;
    private final Map<String, Row> lists;
    private final Refusals refusals;
    private final Map<Container, String> taken = new HashMap<>();
    private final Map<Container, String> reserved = new HashMap<>();

    EntityPlaces(Container form, Names names, Map<String, Row> lists, Refusals refusals) {
        this.form = form;
        this.names = names;
        this.lists = lists;
        this.refusals = refusals;
    }

    List<EntityDeclaration> declarations() {
        var requests = requests();
        if (requests.size() == 1 && requests.getFirst().scope() == form) {
            taken.put(form, requests.getFirst().list());
        } else {
            requests.stream()
                    .sorted(Comparator.comparingInt(r -> r.row().number()))
                    .forEach(this::place);
        }
        var declarations = new ArrayList<EntityDeclaration>();
        lists.forEach((list, row) ->
                taken.forEach((container, its) -> {
                    if (its.equals(list)) {
                        declarations.add(new EntityDeclaration(row, list, container));
                    }
                }));
        return declarations;
    }

    private List<EntityRequest> requests() {
        Map<String, List<EntityUse>> uses = uses();
        var requests = new ArrayList<EntityRequest>();
        for (var declared : lists.entrySet()) {
            String list = declared.getKey();
            Row row = declared.getValue();
            List<EntityUse> its = uses.getOrDefault(list, List.of());
            if (its.isEmpty()) {
                requests.add(new EntityRequest(row, list, form, form, List.of()));
            } else {
                EntityRequest.of(list, its, row, refusals).ifPresent(requests::add);
            }
        }
        return requests;
    }

    private Map<String, List<EntityUse>> uses() {
        var referred = new LinkedHashMap<String, Set<String>>();
        lists.forEach((list, row) -> referred.put(list, EntityReader.referred(row)));
        var uses = new HashMap<String, List<EntityUse>>();
        for (Element element : names.all()) {
            Container around = element.parent().orElse(form);
            if (element instanceof Asked asked && asked.saveTo().isPresent()) {
                Optional<Cell> cell = asked.cell(Column.SAVE_TO);
                uses.computeIfAbsent(asked.saveTo().get().list(), _ -> new ArrayList<>())
                        .add(new EntityUse(around, element.name(), cell));
            }
            referred.forEach((list, its) -> {
                if (its.contains(element.name())) {
                    uses.computeIfAbsent(list, _ -> new ArrayList<>())
                            .add(new EntityUse(around, element.name(), Optional.empty()));
                }
            });
        }
        return uses;
    }

    /// As deep as asked for, else further up, but never out of its repeat.
    private void place(EntityRequest request) {
        List<Container> up = new ArrayList<>();
        up.add(request.wanted());
        up.addAll(request.wanted().around());
        String inTheWay = "";
        for (Container here : up.subList(0, up.indexOf(request.scope()) + 1)) {
            String other = taken.getOrDefault(here, reserved.get(here));
            if (other == null) {
                take(request, here);
                return;
            }
            inTheWay = other;
            boolean isSavedAcross =
                    request.lineages().stream().anyMatch(l -> reserved.containsKey(l));
            if (isSavedAcross) {
                break;
            }
        }
        refusals.add(
                Problem.of("formEntityNoPlace", request.list(), inTheWay),
                request.row().place(Column.LIST_NAME));
    }

    private void take(EntityRequest request, Container here) {
        taken.put(here, request.list());
        reserved.put(here, request.list());
        for (Container lineage : request.lineages()) {
            var up = new ArrayList<Container>();
            up.add(lineage);
            up.addAll(lineage.around());
            int end = up.indexOf(here);
            up.subList(0, end + 1).forEach(c -> reserved.put(c, request.list()));
        }
    }
}

package zhuhu.form.engine;

import java.util.List;
import java.util.Map;
import org.javarosa.core.model.condition.EvaluationContext;
import org.javarosa.core.model.condition.IFunctionHandler;
import zhuhu.form.ExternalList;

/// `pulldata('list', 'wanted column', 'key column', key)`: a cell of a list in a file; "" where no
/// row has the key.
record PullData(Map<String, ExternalList> lists) implements IFunctionHandler {

    @Override
    public String getName() {
        return "pulldata";
    }

    @Override
    public List<Class<?>[]> getPrototypes() {
        Class<?>[] four = {String.class, String.class, String.class, String.class};
        return List.<Class<?>[]>of(four);
    }

    @Override
    public Object eval(Object[] args, EvaluationContext context) {
        String name = args[0].toString().replaceFirst("\\.csv$", "");
        ExternalList list = lists.get(name);
        return list == null
                ? ""
                : list.pull(args[1].toString(), args[2].toString(), args[3].toString());
    }
}

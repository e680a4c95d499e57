package zhuhu.form.engine;

import java.util.List;
import java.util.Optional;
import zhuhu.base.Outcome;
import zhuhu.base.Problem;
import zhuhu.form.CompiledForm;
import zhuhu.form.FormCompiler;
import zhuhu.form.MarkdownForm;

/// Forms of the tests, from their Markdown.
final class Forms {

    private Forms() {}

    static CompiledForm of(String markdown) {
        Outcome<CompiledForm> outcome =
                MarkdownForm.read("test.md", markdown)
                        .then(sheets -> FormCompiler.compile(sheets, Optional.empty()));
        return switch (outcome) {
            case Outcome.Done<CompiledForm>(CompiledForm form) -> form;
            case Outcome.Failed<CompiledForm>(List<Problem> problems) ->
                    throw new AssertionError(problems.toString());
        };
    }

    /// A form whose XForm was changed behind the compiler's back.
    static CompiledForm tampered(CompiledForm form, String from, String to) {
        if (!form.xform().contains(from)) {
            throw new AssertionError("The XForm has no " + from);
        }
        return new CompiledForm(form.form(), form.xform().replace(from, to), form.hash());
    }

    /// With a default that is worked out when the form is begun, as pyxform writes it.
    static CompiledForm startingWith(CompiledForm form, String path, String expression) {
        return tampered(form, "</model>", setvalue("first-load", path, expression) + "</model>");
    }

    /// With a default that is worked out for each new row, as pyxform writes it.
    static CompiledForm rowStartingWith(
            CompiledForm form, String repeat, String path, String expression) {
        String end = "<repeat nodeset=\"" + repeat + "\">";
        return tampered(form, end, end + setvalue("new-repeat", path, expression));
    }

    private static String setvalue(String event, String path, String expression) {
        String kind = event.equals("first-load") ? "odk-instance-first-load" : "odk-new-repeat";
        return "<setvalue event=\"%s\" ref=\"%s\" value=\"%s\"/>".formatted(kind, path, expression);
    }

    /// A small visit: the family with its members, the house, issues found, and tries.
    static CompiledForm visit() {
        return Compiled.VISIT;
    }

    private static final String VISIT =
            """
            | survey |
            | | type | name | label | hint | required | required_message | relevant | constraint | constraint_message | calculation | choice_filter | default | appearance | save_to |
            | | start | start | | | | | | | | | | | | |
            | | username | asker | | | | | | | | | | | | |
            | | deviceid | laptop | | | | | | | | | | | | |
            | | hidden | poverty_status | | | | | | | | | | | | |
            | | begin_group | doorstep | 入户 | | | | | | | | | | | |
            | | begin_group | s_family | 家庭 | | | | | | | | | | field-list | |
            | | text | phone | 电话 | 手机或座机 | | | | | | | | 未留 | | household#phone |
            | | integer | people | 人数 | | yes | 请填${phone}的人数 | | . >= count(${members}) | R06 人数少于下列 ${counted} 名成员 | | | | | |
            | | note | told | 共 ${counted} 人 | | | | | | | | | | | |
            | | begin_repeat | members | 家庭成员 | | | | | | | | | | | |
            | | text | person_name | 姓名 | | yes | | | | | | | | | person#person_name |
            | | begin_group | health_group | 健康 | | | | | | | | | | | |
            | | select_multiple health | health | ${person_name}的健康状况 | | | | | not(selected(., '01') and count-selected(.) > 1) | 健康与其他不能同选 | | | | | person#health |
            | | date | birth_date | 出生日期 | | | | | . <= today() | R23 出生日期在将来 | | | | | |
            | | calculate | age | | | | | | | | int((today() - ${birth_date}) div 365.25) | | | | |
            | | end_group | | | | | | | | | | | | | |
            | | end_repeat | | | | | | | | | | | | | |
            | | calculate | counted | | | | | | | | count(${members}) | | | | |
            | | end_group | | | | | | | | | | | | | |
            | | begin_group | s_home | 住房 | | | | ${poverty_status} != '1' | | | | | | field-list | |
            | | select_one town | town | 乡镇 | | | | | | | | | | | |
            | | select_one place | place | 村 | | | | | | | | town = ${town} | | | |
            | | decimal | area | 面积 | | | | | | | | | | | |
            | | date | visited_on | 走访日期 | | | | | | | | | | | |
            | | acknowledge | seen | 已看过 | | | | | | | | | | | |
            | | end_group | | | | | | | | | | | | | |
            | | end_group | | | | | | | | | | | | | |
            | | begin_group | closing | 收尾 | | | | | | | | | | | |
            | | begin_repeat | issues | 问题 | | | | | | | | | | | |
            | | text | title | 问题 | | | | | | | | | | | issue#title |
            | | select_one yes_no | real | 属实 | | | | | | | | | | | |
            | | end_repeat | | | | | | | | | | | | | |
            | | begin_group | s_tries | 上门 | | | | | | | | | | field-list | |
            | | begin_repeat | tries | 每次上门 | | | | | | | | | | | |
            | | date | tried_on | 日期 | | | | | | | | | | | |
            | | text | result | 结果 | | | | | | | | | | | |
            | | end_repeat | | | | | | | | | | | | | |
            | | end_group | | | | | | | | | | | | | |
            | | end_group | | | | | | | | | | | | | |

            | choices |
            | | list_name | name | label | town |
            | | yes_no | 1 | 是 | |
            | | yes_no | 0 | 否 | |
            | | yes_no | unknown | 不清楚 | |
            | | health | 01 | 健康 | |
            | | health | 02 | 长期慢性病 | |
            | | health | 03 | 大病 | |
            | | health | 04 | 残疾 | |
            | | town | t1 | 甲镇 | |
            | | town | t2 | 乙镇 | |
            | | place | p1 | 甲村 | t1 |
            | | place | p2 | 乙村 | t2 |

            | settings |
            | | form_id | form_title | version |
            | | small | 小回访 | 1 |

            | entities |
            | | list_name | label | create_if |
            | | household | ${phone} | |
            | | person | ${person_name} | |
            | | issue | ${title} | ${real} = '1' |
            """;

    // Reason: compiled once, since nearly every test opens it.
    private static final class Compiled {
        static final CompiledForm VISIT =
                startingWith(of(Forms.VISIT), "/data/doorstep/s_home/visited_on", "today()");
    }
}

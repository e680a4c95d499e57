package zhuhu.form.engine;

import java.util.List;
import java.util.Optional;
import zhuhu.form.AnswerKind;
import zhuhu.form.CheckedForm;
import zhuhu.form.Choice;
import zhuhu.form.CompiledForm;
import zhuhu.form.FormNode;
import zhuhu.form.FormNode.Group;
import zhuhu.form.FormNode.Question;
import zhuhu.form.FormNode.Repeat;
import zhuhu.form.FormNode.SaveTo;

/// A small visit, written out by hand: an XForm and the checked form it comes from.
final class Visits {

    private static final List<Choice> YES_NO =
            List.of(new Choice("1", "是"), new Choice("0", "否"), new Choice("unknown", "不清楚"));
    private static final List<Choice> HEALTH =
            List.of(
                    new Choice("01", "健康"),
                    new Choice("02", "长期慢性病"),
                    new Choice("03", "大病"),
                    new Choice("04", "残疾"));
    private static final List<Choice> TOWNS =
            List.of(new Choice("t1", "甲镇"), new Choice("t2", "乙镇"));
    private static final List<Choice> PLACES =
            List.of(new Choice("p1", "甲村"), new Choice("p2", "乙村"));

    private Visits() {}

    static CompiledForm small() {
        var form =
                new CheckedForm(
                        "small",
                        "1",
                        "小回访",
                        "data",
                        List.of("household", "person", "issue"),
                        List.of(
                                hidden("poverty_status"),
                                meta("start"),
                                meta("username"),
                                meta("deviceid"),
                                group(
                                        "doorstep",
                                        "入户",
                                        "",
                                        family(),
                                        group(
                                                "s_home",
                                                "住房",
                                                "field-list",
                                                asked("town", "select_one", AnswerKind.ONE, TOWNS),
                                                asked(
                                                        "place",
                                                        "select_one",
                                                        AnswerKind.ONE,
                                                        PLACES),
                                                asked("area", "decimal", AnswerKind.DECIMAL),
                                                asked("visited_on", "date", AnswerKind.DATE),
                                                asked(
                                                        "done",
                                                        "acknowledge",
                                                        AnswerKind.ACKNOWLEDGE))),
                                group(
                                        "closing",
                                        "收尾",
                                        "",
                                        issues(),
                                        group(
                                                "s_tries",
                                                "上门",
                                                "field-list",
                                                new Repeat(
                                                        "tries",
                                                        "每次上门",
                                                        "",
                                                        "",
                                                        Optional.empty(),
                                                        List.of(
                                                                asked(
                                                                        "tried_on",
                                                                        "date",
                                                                        AnswerKind.DATE),
                                                                asked(
                                                                        "result",
                                                                        "text",
                                                                        AnswerKind.TEXT)))))));
        return new CompiledForm(form, XFORM, "0".repeat(64));
    }

    private static FormNode family() {
        var members =
                new Repeat(
                        "members",
                        "家庭成员",
                        "",
                        "",
                        Optional.of("person"),
                        List.of(
                                saved("person_name", "text", AnswerKind.TEXT, List.of(), "person"),
                                group(
                                        "health_group",
                                        "健康",
                                        "",
                                        saved(
                                                "health",
                                                "select_multiple",
                                                AnswerKind.MANY,
                                                HEALTH,
                                                "person"),
                                        asked("birth_date", "date", AnswerKind.DATE),
                                        calculated("age"))));
        return group(
                "s_family",
                "家庭",
                "field-list",
                saved("phone", "text", AnswerKind.TEXT, List.of(), "household"),
                asked("people", "integer", AnswerKind.INTEGER),
                note("told"),
                members,
                calculated("counted"));
    }

    private static FormNode issues() {
        return new Repeat(
                "issues",
                "问题",
                "",
                "",
                Optional.of("issue"),
                List.of(
                        saved("title", "text", AnswerKind.TEXT, List.of(), "issue"),
                        asked("real", "select_one", AnswerKind.ONE, YES_NO)));
    }

    private static Group group(String name, String label, String appearance, FormNode... children) {
        return new Group(name, label, "", appearance, List.of(children));
    }

    private static Question hidden(String name) {
        return question(name, "hidden", AnswerKind.TEXT, List.of(), false, Optional.empty());
    }

    private static Question meta(String name) {
        return question(name, name, AnswerKind.TEXT, List.of(), false, Optional.empty());
    }

    private static Question note(String name) {
        return question(name, "note", AnswerKind.NONE, List.of(), false, Optional.empty());
    }

    private static Question calculated(String name) {
        return question(name, "calculate", AnswerKind.TEXT, List.of(), true, Optional.empty());
    }

    private static Question asked(String name, String type, AnswerKind kind) {
        return asked(name, type, kind, List.of());
    }

    private static Question asked(String name, String type, AnswerKind kind, List<Choice> choices) {
        return question(name, type, kind, choices, false, Optional.empty());
    }

    private static Question saved(
            String name, String type, AnswerKind kind, List<Choice> choices, String list) {
        return question(name, type, kind, choices, false, Optional.of(new SaveTo(list, name)));
    }

    private static Question question(
            String name,
            String type,
            AnswerKind kind,
            List<Choice> choices,
            boolean calculated,
            Optional<SaveTo> saveTo) {
        return new Question(
                name, type, kind, name, "", "", "", choices, calculated, false, false, saveTo);
    }

    private static final String XFORM =
            """
            <?xml version="1.0"?>
            <h:html xmlns="http://www.w3.org/2002/xforms" xmlns:ev="http://www.w3.org/2001/xml-events" xmlns:h="http://www.w3.org/1999/xhtml" xmlns:jr="http://openrosa.org/javarosa" xmlns:odk="http://www.opendatakit.org/xforms" xmlns:entities="http://www.opendatakit.org/xforms/entities" xmlns:orx="http://openrosa.org/xforms" xmlns:xsd="http://www.w3.org/2001/XMLSchema">
              <h:head>
                <h:title>小回访</h:title>
                <model odk:xforms-version="1.0.0" entities:entities-version="2025.1.0">
                  <instance>
                    <data id="small" version="1">
                      <poverty_status/>
                      <start/>
                      <username/>
                      <deviceid/>
                      <doorstep>
                        <s_family>
                          <phone>未留</phone>
                          <people/>
                          <told/>
                          <members jr:template="">
                            <person_name/>
                            <health_group><health/><birth_date/><age/></health_group>
                            <meta><entity dataset="person" create="1" id=""><label/></entity></meta>
                          </members>
                          <members>
                            <person_name/>
                            <health_group><health/><birth_date/><age/></health_group>
                            <meta><entity dataset="person" create="1" id=""><label/></entity></meta>
                          </members>
                          <counted/>
                        </s_family>
                        <s_home><town/><place/><area/><visited_on/><done/></s_home>
                      </doorstep>
                      <closing>
                        <issues jr:template="">
                          <title/>
                          <real/>
                          <meta><entity dataset="issue" create="" id=""><label/></entity></meta>
                        </issues>
                        <issues>
                          <title/>
                          <real/>
                          <meta><entity dataset="issue" create="" id=""><label/></entity></meta>
                        </issues>
                        <s_tries>
                          <tries jr:template=""><tried_on/><result/></tries>
                          <tries><tried_on/><result/></tries>
                        </s_tries>
                      </closing>
                      <meta><instanceID/><entity dataset="household" update="1" id=""/></meta>
                    </data>
                  </instance>
                  <instance id="places">
                    <root>
                      <item><name>p1</name><label>甲村</label><town>t1</town></item>
                      <item><name>p2</name><label>乙村</label><town>t2</town></item>
                    </root>
                  </instance>
                  <instance id="health">
                    <root>
                      <item><name>01</name><label>健康</label></item>
                      <item><name>02</name><label>长期慢性病</label></item>
                      <item><name>03</name><label>大病</label></item>
                      <item><name>04</name><label>残疾</label></item>
                    </root>
                  </instance>
                  <bind nodeset="/data/poverty_status" type="string"/>
                  <bind nodeset="/data/start" type="dateTime" jr:preload="timestamp" jr:preloadParams="start"/>
                  <bind nodeset="/data/username" type="string" jr:preload="property" jr:preloadParams="username"/>
                  <bind nodeset="/data/deviceid" type="string" jr:preload="property" jr:preloadParams="deviceid"/>
                  <bind nodeset="/data/doorstep/s_family/phone" type="string"/>
                  <bind nodeset="/data/doorstep/s_family/people" type="int" required="true()" jr:requiredMsg="请填人数" constraint=". &gt;= count( /data/doorstep/s_family/members )" jr:constraintMsg="R06 人数少于下列成员"/>
                  <bind nodeset="/data/doorstep/s_family/told" type="string" readonly="true()"/>
                  <bind nodeset="/data/doorstep/s_family/members/person_name" type="string" required="true()"/>
                  <bind nodeset="/data/doorstep/s_family/members/health_group/health" type="string" constraint="not(selected(., '01') and count-selected(.) &gt; 1)" jr:constraintMsg="健康与其他不能同选"/>
                  <bind nodeset="/data/doorstep/s_family/members/health_group/birth_date" type="date" constraint=". &lt;= today()" jr:constraintMsg="出生日期在将来"/>
                  <bind nodeset="/data/doorstep/s_family/members/health_group/age" type="string" calculate="int((today() -  ../birth_date ) div 365.25)"/>
                  <bind nodeset="/data/doorstep/s_family/members/meta/entity/@id" type="string" calculate="concat('x', position(..))"/>
                  <bind nodeset="/data/doorstep/s_family/counted" type="string" calculate="count( /data/doorstep/s_family/members )"/>
                  <bind nodeset="/data/doorstep/s_home" relevant=" /data/poverty_status != '1'"/>
                  <bind nodeset="/data/doorstep/s_home/town" type="string"/>
                  <bind nodeset="/data/doorstep/s_home/place" type="string"/>
                  <bind nodeset="/data/doorstep/s_home/area" type="decimal"/>
                  <bind nodeset="/data/doorstep/s_home/visited_on" type="date"/>
                  <setvalue event="odk-instance-first-load" ref="/data/doorstep/s_home/visited_on" value="today()"/>
                  <bind nodeset="/data/doorstep/s_home/done" type="string"/>
                  <bind nodeset="/data/closing/issues/title" type="string"/>
                  <bind nodeset="/data/closing/issues/real" type="string"/>
                  <bind nodeset="/data/closing/issues/meta/entity/@create" type="string" calculate=" ../../../real = '1'"/>
                  <bind nodeset="/data/closing/s_tries/tries/tried_on" type="date"/>
                  <bind nodeset="/data/closing/s_tries/tries/result" type="string"/>
                  <bind nodeset="/data/meta/instanceID" type="string" readonly="true()" jr:preload="uid"/>
                </model>
              </h:head>
              <h:body>
                <group ref="/data/doorstep">
                  <label>入户</label>
                  <group ref="/data/doorstep/s_family" appearance="field-list">
                    <label>家庭</label>
                    <input ref="/data/doorstep/s_family/phone"><label>电话</label><hint>手机或座机</hint></input>
                    <input ref="/data/doorstep/s_family/people"><label>人数</label></input>
                    <input ref="/data/doorstep/s_family/told"><label>共 <output value=" /data/doorstep/s_family/counted "/> 人</label></input>
                    <group ref="/data/doorstep/s_family/members">
                      <label>家庭成员</label>
                      <repeat nodeset="/data/doorstep/s_family/members">
                        <input ref="/data/doorstep/s_family/members/person_name"><label>姓名</label></input>
                        <group ref="/data/doorstep/s_family/members/health_group">
                          <label>健康</label>
                          <select ref="/data/doorstep/s_family/members/health_group/health">
                            <label><output value=" ../../person_name "/>的健康状况</label>
                            <itemset nodeset="instance('health')/root/item"><value ref="name"/><label ref="label"/></itemset>
                          </select>
                          <input ref="/data/doorstep/s_family/members/health_group/birth_date"><label>出生日期</label></input>
                        </group>
                        <setvalue event="odk-new-repeat" ref="/data/doorstep/s_family/members/meta/entity/@id" value="uuid()"/>
                      </repeat>
                    </group>
                  </group>
                  <group ref="/data/doorstep/s_home" appearance="field-list">
                    <label>住房</label>
                    <select1 ref="/data/doorstep/s_home/town">
                      <label>乡镇</label>
                      <item><label>甲镇</label><value>t1</value></item>
                      <item><label>乙镇</label><value>t2</value></item>
                    </select1>
                    <select1 ref="/data/doorstep/s_home/place">
                      <label>村</label>
                      <itemset nodeset="instance('places')/root/item[town =  /data/doorstep/s_home/town ]"><value ref="name"/><label ref="label"/></itemset>
                    </select1>
                    <input ref="/data/doorstep/s_home/area"><label>面积</label></input>
                    <input ref="/data/doorstep/s_home/visited_on"><label>走访日期</label></input>
                    <trigger ref="/data/doorstep/s_home/done"><label>已看过</label></trigger>
                  </group>
                </group>
                <group ref="/data/closing">
                  <label>收尾</label>
                  <group ref="/data/closing/issues">
                    <label>问题</label>
                    <repeat nodeset="/data/closing/issues">
                      <input ref="/data/closing/issues/title"><label>问题</label></input>
                      <select1 ref="/data/closing/issues/real">
                        <label>属实</label>
                        <item><label>是</label><value>1</value></item>
                        <item><label>否</label><value>0</value></item>
                        <item><label>不清楚</label><value>unknown</value></item>
                      </select1>
                    </repeat>
                  </group>
                  <group ref="/data/closing/s_tries" appearance="field-list">
                    <label>上门</label>
                    <group ref="/data/closing/s_tries/tries">
                      <label>每次上门</label>
                      <repeat nodeset="/data/closing/s_tries/tries">
                        <input ref="/data/closing/s_tries/tries/tried_on"><label>日期</label></input>
                        <input ref="/data/closing/s_tries/tries/result"><label>结果</label></input>
                      </repeat>
                    </group>
                  </group>
                </group>
              </h:body>
            </h:html>
            """;
}

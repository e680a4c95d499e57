-- 建档立卡数据核查：各战役共用。规则号和级别的由来见 docs/checks.md。
-- 家里可能真是这样的，一律是疑点（写原因）或提示，不是错误；回访改不了的（名册上的），也不是错误。
-- 年龄按走访那天算，没有走访的按查的那天算。

-- view: seen
-- 最近一次走访。战役自己的 checks.sql 可以用同名视图换掉它。
SELECT v.subject AS household, max(v.round) AS round, NULL AS day
FROM visit v WHERE v.finalised = 1 GROUP BY v.subject

-- view: home
-- 没有注销的户。
SELECT h.id AS household, h.village, h.address, h.group_name, h.head_name, h.head_id_no, h.household_no,
    h.registered, h.household_type, h.identify_year, h.poverty_status, h.exit_year, h.return_cause,
    h.not_exit_reason, h.main_cause, h.other_causes, h.only_child, h.two_daughters, h.member_count,
    h.phone, h.bank_account, h.arable_land, h.irrigated_land, h.forest_land, h.grain_to_green_land,
    h.house_area, h.unsafe_house, h.unsafe_house_grade, h.water_difficult, h.water_safe,
    h.domestic_power, h.broadcast_tv, h.road_distance, h.road_type, h.relocation_state,
    h.relocation_mode, h.settlement_mode, h.settlement_place, h.settlement_site,
    h.relocation_industry, h.relocation_job,
    coalesce((SELECT v.province FROM village v WHERE v.id = h.village), c.province) AS province,
    c.today, c.round, c.income_year
FROM household h CROSS JOIN context c WHERE coalesce(h.ended, '0') <> '1'

-- view: member
-- 在户的人，出生日期和走访那天的周岁。
SELECT b.*, CASE WHEN b.born IS NULL THEN NULL ELSE (b.day - b.born) / 10000 END AS age
FROM (
    SELECT p.id, p.household, p.person_name AS name, coalesce(p.person_name, '未填姓名') AS called,
        p.relation, p.sex, p.id_kind, p.id_no, p.id_no_raw, p.no_id_reason, p.birth_date, p.ethnicity,
        p.political_status, p.in_service, p.person_phone, p.person_no, p.education, p.school_status,
        p.dropout_reason, p.health, p.labour_skill, p.work_area, p.work_months, p.public_post_months,
        CASE WHEN length(p.id_no) IN (18, 20) THEN substr(p.id_no, 1, 18) END AS id18,
        p.medical_insurance, p.pension_insurance, p.dibao, p.change, p.change_reason, p.changed_on,
        CASE WHEN length(p.id_no) IN (18, 20)
            AND substr(p.id_no, 7, 8) GLOB '[0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9]'
            AND strftime('%Y%m%d', substr(p.id_no, 7, 4) || '-' || substr(p.id_no, 11, 2) || '-' || substr(p.id_no, 13, 2)) = substr(p.id_no, 7, 8)
            THEN CAST(substr(p.id_no, 7, 8) AS INTEGER)
            WHEN p.id_no IS NULL AND p.birth_date IS NOT NULL THEN CAST(replace(p.birth_date, '-', '') AS INTEGER)
            END AS born,
        CAST(replace(coalesce(s.day, h.today), '-', '') AS INTEGER) AS day
    FROM home h JOIN person p ON p.household = h.household LEFT JOIN seen s ON s.household = h.household
    WHERE coalesce(p.change, '0') <> '2'
) b

-- view: gone
-- 去世、嫁出、转出的人。
SELECT p.id, p.household, coalesce(p.person_name, '未填姓名') AS called, p.relation, p.change_reason, p.changed_on
FROM home h JOIN person p ON p.household = h.household WHERE p.change = '2'

-- view: family
-- 一户的人合起来看。
SELECT h.household, count(m.id) AS persons,
    total(m.relation = '01') AS heads,
    (SELECT count(*) FROM gone g WHERE g.household = h.household) AS gone,
    (SELECT count(*) FROM gone g WHERE g.household = h.household AND g.relation = '01') AS gone_heads,
    total(m.relation = '02') AS spouses,
    total(m.labour_skill IN ('01', '02')) AS labourers,
    total(m.labour_skill = '02') AS skilled,
    total(m.labour_skill IN ('01', '02') AND m.age BETWEEN 16 AND 59) AS able,
    total(m.school_status BETWEEN '02' AND '16') AS students,
    total(m.health LIKE '%02%' OR m.health LIKE '%03%') AS sick,
    total(m.health LIKE '%04%' OR length(m.id_no) = 20) AS disabled,
    total(m.age >= 60) AS old,
    total(m.age IS NULL) AS ageless,
    total(m.dibao = '1') AS dibao,
    total(m.work_months >= 3) AS long_workers,
    total(m.work_months) AS months,
    total(m.public_post_months) AS post_months
FROM home h LEFT JOIN member m ON m.household = h.household GROUP BY h.household

-- view: head
SELECT m.household, min(m.id) AS id, m.name, m.sex, m.age, m.id_no
FROM member m WHERE m.relation = '01' GROUP BY m.household

-- view: money
-- 最近一年算出的收入，和那一年的线。
SELECT n.*, (SELECT l.amount FROM poverty_line l WHERE l.year = n.year AND n.province LIKE l.province || '%' LIMIT 1) AS line
FROM (
    SELECT i.household, max(i.year) AS year, i.income_members, i.wage_income, i.business_income, i.property_income,
        i.family_planning_income, i.dibao_income, i.wubao_income, i.pension_income, i.ecological_income,
        i.other_transfer_income, i.business_expense, i.transfer_income, i.total_income, i.net_income,
        i.net_income_per_head, h.province
    FROM home h JOIN household_income i ON i.household = h.household GROUP BY i.household
) n

-- view: said_before
-- 更早一年的人均纯收入：算出的，没有就用名册上的。
SELECT n.household, n.year,
    coalesce((SELECT i.net_income_per_head FROM household_income i WHERE i.household = n.household AND i.year = n.year - 1),
        (SELECT s.stated_net_income_per_head FROM household_stated_income s WHERE s.household = n.household AND s.year = n.year - 1)) AS per_head
FROM money n

-- view: province_code
SELECT '北京' AS province, '11' AS code UNION ALL SELECT '天津', '12' UNION ALL SELECT '河北', '13' UNION ALL SELECT '山西', '14'
UNION ALL SELECT '内蒙古', '15' UNION ALL SELECT '辽宁', '21' UNION ALL SELECT '吉林', '22' UNION ALL SELECT '黑龙江', '23'
UNION ALL SELECT '上海', '31' UNION ALL SELECT '江苏', '32' UNION ALL SELECT '浙江', '33' UNION ALL SELECT '安徽', '34'
UNION ALL SELECT '福建', '35' UNION ALL SELECT '江西', '36' UNION ALL SELECT '山东', '37' UNION ALL SELECT '河南', '41'
UNION ALL SELECT '湖北', '42' UNION ALL SELECT '湖南', '43' UNION ALL SELECT '广东', '44' UNION ALL SELECT '广西', '45'
UNION ALL SELECT '海南', '46' UNION ALL SELECT '重庆', '50' UNION ALL SELECT '四川', '51' UNION ALL SELECT '贵州', '52'
UNION ALL SELECT '云南', '53' UNION ALL SELECT '西藏', '54' UNION ALL SELECT '陕西', '61' UNION ALL SELECT '甘肃', '62'
UNION ALL SELECT '青海', '63' UNION ALL SELECT '宁夏', '64' UNION ALL SELECT '新疆', '65' UNION ALL SELECT '台湾', '71'
UNION ALL SELECT '香港', '81' UNION ALL SELECT '澳门', '82'

-- view: digit
SELECT 1 AS n UNION ALL SELECT 2 UNION ALL SELECT 3 UNION ALL SELECT 4 UNION ALL SELECT 5 UNION ALL SELECT 6
UNION ALL SELECT 7 UNION ALL SELECT 8 UNION ALL SELECT 9 UNION ALL SELECT 10 UNION ALL SELECT 11 UNION ALL SELECT 12
UNION ALL SELECT 13 UNION ALL SELECT 14 UNION ALL SELECT 15 UNION ALL SELECT 16 UNION ALL SELECT 17 UNION ALL SELECT 18
UNION ALL SELECT 19

-- ==== 身份 ====

-- check: R01
-- level: error
-- title: 姓名空着，或有数字、空格
-- next: 对照户口簿填写姓名，不带数字和空格。
-- section: identity
-- question: person_name
SELECT m.id AS record, m.household, m.name AS words FROM member m WHERE m.name IS NULL OR m.name GLOB '*[0-9 ]*'

-- check: R02
-- level: error
-- title: 没有证件号码
-- next: 请填号码，或把证件类型选为“暂无”，或写明无证原因。
-- section: identity
-- question: id_no
SELECT m.id AS record, m.household, m.called AS words FROM member m
WHERE m.id_no IS NULL AND m.id_no_raw IS NULL AND coalesce(m.id_kind, '01') <> '09' AND m.no_id_reason IS NULL

-- check: R03
-- level: error
-- title: 证件号码位数不对
-- next: 身份证 18 位，残疾人证 20 位，请对照证件重填。
-- section: identity
-- question: id_no
SELECT m.id AS record, m.household, m.called || '，现在是 ' || length(m.id_no) || ' 位' AS words FROM member m
WHERE length(m.id_no) NOT IN (18, 20)

-- check: R04
-- level: error
-- title: 证件号码里有不该有的字
-- next: 前 17 位全是数字，第 18 位是数字或 X，请对照证件重填。
-- section: identity
-- question: id_no
SELECT m.id AS record, m.household, m.called AS words FROM member m
WHERE length(m.id_no) IN (18, 20)
    AND upper(m.id_no) NOT GLOB '[0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9X]*'

-- check: R05
-- level: error
-- title: 身份证号码校验位不对
-- next: 多半抄错了一位，请对照证件逐位核对。
-- section: identity
-- question: id_no
SELECT m.id AS record, m.household, m.called AS words FROM member m
WHERE length(m.id_no) IN (18, 20)
    AND upper(m.id_no) GLOB '[0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9X]*'
    AND upper(substr(m.id_no, 18, 1)) <> substr('10X98765432', 1 + (
        substr(m.id_no, 1, 1) * 7 + substr(m.id_no, 2, 1) * 9 + substr(m.id_no, 3, 1) * 10 + substr(m.id_no, 4, 1) * 5
        + substr(m.id_no, 5, 1) * 8 + substr(m.id_no, 6, 1) * 4 + substr(m.id_no, 7, 1) * 2 + substr(m.id_no, 8, 1) * 1
        + substr(m.id_no, 9, 1) * 6 + substr(m.id_no, 10, 1) * 3 + substr(m.id_no, 11, 1) * 7 + substr(m.id_no, 12, 1) * 9
        + substr(m.id_no, 13, 1) * 10 + substr(m.id_no, 14, 1) * 5 + substr(m.id_no, 15, 1) * 8 + substr(m.id_no, 16, 1) * 4
        + substr(m.id_no, 17, 1) * 2) % 11, 1)

-- check: R06
-- level: error
-- title: 出生日期不对
-- next: 没有这一天、晚于走访那天，或超过 120 岁，请对照证件核对。
-- section: identity
-- question: id_no
SELECT m.id AS record, m.household, m.called AS words, CASE WHEN m.id_no IS NULL THEN 'birth_date' ELSE 'id_no' END AS question
FROM member m
WHERE (length(m.id_no) IN (18, 20) AND m.id_no GLOB '[0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9]*' AND m.born IS NULL)
    OR m.born > m.day OR m.age > 120

-- check: R07
-- level: hint
-- title: 证件号码开头不是已知的省份代码
-- next: 请对照证件核对前两位；确实如此就不用改。
-- section: identity
-- question: id_no
SELECT m.id AS record, m.household, m.called AS words FROM member m
WHERE length(m.id_no) IN (18, 20) AND NOT EXISTS (SELECT 1 FROM province_code p WHERE p.code = substr(m.id_no, 1, 2))

-- check: R07
-- level: doubt
-- title: 证件号码是外省的
-- next: 婚入、外来的写明原因；抄错的请改号码。
-- section: identity
-- question: id_no
-- reasons: 外省迁来落户，号码不变 | 早年从外省嫁来 | 号码抄错，已报乡镇更正
SELECT m.id AS record, m.household, m.called AS words
FROM member m JOIN home h ON h.household = m.household
    JOIN province_code here ON h.province LIKE here.province || '%'
WHERE length(m.id_no) IN (18, 20) AND substr(m.id_no, 1, 2) <> here.code
    AND coalesce(m.relation, '') NOT IN ('02', '05', '06', '99')
    AND EXISTS (SELECT 1 FROM province_code p WHERE p.code = substr(m.id_no, 1, 2))

-- check: R08
-- level: doubt
-- title: 性别与证件号码对不上
-- next: 第 17 位单数是男、双数是女。对照户口簿改性别或号码；证件上确实如此，写明原因。
-- section: identity
-- question: sex
-- reasons: 证件上就是这样，已看原件 | 号码抄错，已报乡镇更正
SELECT m.id AS record, m.household, m.called AS words FROM member m
WHERE length(m.id_no) IN (18, 20) AND substr(m.id_no, 17, 1) GLOB '[0-9]'
    AND ((m.sex = '1' AND substr(m.id_no, 17, 1) % 2 = 0) OR (m.sex = '2' AND substr(m.id_no, 17, 1) % 2 = 1))

-- check: R09
-- level: doubt
-- scope: workspace
-- title: 证件号码与别人重复
-- next: 对照两人的证件，改正抄错的；同一个人登记了两次的，在一处作减少。
-- section: identity
-- question: id_no
-- reasons: 派出所重号，两人都有证件 | 同一个人在两户登记，已报乡镇
SELECT m.id AS record, m.household, m.called || '，与 ' || min(o.called) || ' 相同' AS words
FROM member m JOIN member o ON o.id_no = m.id_no AND o.id <> m.id
WHERE m.id_no IS NOT NULL GROUP BY m.id

-- check: R10
-- level: doubt
-- scope: workspace
-- title: 残疾人证号码与别人的身份证号码相同
-- next: 残疾人证前 18 位就是本人身份证号；多半是同一个人登记了两次。
-- section: identity
-- question: id_no
-- reasons: 同一个人登记了两次，已报乡镇
SELECT m.id AS record, m.household, m.called || '，与 ' || min(o.called) || ' 相同' AS words
FROM member m JOIN member o ON o.id18 = m.id18 AND o.id <> m.id
WHERE length(m.id_no) <> length(o.id_no) GROUP BY m.id

-- check: R11
-- level: doubt
-- scope: workspace
-- title: 同村有同名、同一天出生的人
-- next: 看看是不是同一个人登记了两次。
-- section: identity
-- question: person_name
-- reasons: 确实是两个人，已问村组干部
SELECT m.id AS record, m.household, m.called AS words
FROM member m JOIN member o ON o.name = m.name AND o.born = m.born AND o.id <> m.id
    JOIN home h ON h.household = m.household JOIN home k ON k.household = o.household AND k.village = h.village
WHERE coalesce(substr(m.id_no, 1, 18), '') <> coalesce(substr(o.id_no, 1, 18), '') GROUP BY m.id

-- check: R12
-- level: error
-- title: 残疾人证号码最后两位不对
-- next: 第 19 位是残疾类别（1—7），第 20 位是等级（1—4），请对照证件重填。
-- section: identity
-- question: id_no
SELECT m.id AS record, m.household, m.called AS words FROM member m
WHERE length(m.id_no) = 20 AND substr(m.id_no, 19, 2) NOT GLOB '[1-7][1-4]'

-- check: R13
-- level: doubt
-- title: 残疾与证件对不上
-- next: 有残疾人证的，健康状况应含“残疾”；说有残疾的，看看有没有办证。
-- section: health
-- question: health
-- reasons: 有残疾，还没有办证 | 证件已注销 | 残疾人证号码另记
SELECT m.id AS record, m.household,
    m.called || CASE WHEN length(m.id_no) = 20 THEN '，填的是残疾人证号码，健康状况没有选残疾' ELSE '，选了残疾，没有残疾人证号码' END AS words
FROM member m
WHERE (length(m.id_no) = 20 AND m.health IS NOT NULL AND m.health NOT LIKE '%04%' AND m.health <> 'unknown')
    OR (m.health LIKE '%04%' AND coalesce(length(m.id_no), 18) <> 20)

-- check: R14
-- level: hint
-- title: 民族不在 56 个民族之内
-- next: 对照户口簿看一看；未识别民族照实填。
-- section: identity
-- question: ethnicity
SELECT m.id AS record, m.household, m.called AS words FROM member m WHERE m.ethnicity IN ('97', '98')

-- check: R15
-- level: doubt
-- title: 政治面貌与年龄对不上
-- next: 党员满 18 岁，团员 14—28 岁；请向村支部核实。
-- section: situation
-- reasons: 已向村支部核实 | 超龄团员没有办离团
SELECT m.id AS record, m.household, m.called || '，' || m.age || ' 岁' AS words FROM member m
WHERE (m.political_status IN ('01', '02') AND m.age < 18)
    OR (m.political_status = '03' AND (m.age < 14 OR m.age > 28))

-- check: R16
-- level: error
-- title: 名册里的证件号码已损坏
-- next: Excel 把长号码变成了数字，末几位丢了。请看证件重填，或写明无证原因。
-- section: identity
-- question: id_no
SELECT m.id AS record, m.household, m.called AS words FROM member m
WHERE m.id_no IS NULL AND m.id_no_raw IS NOT NULL AND coalesce(m.id_kind, '01') <> '09' AND m.no_id_reason IS NULL

-- ==== 户的构成 ====

-- check: R17
-- level: error
-- title: 户内没有户主
-- next: 在“家庭成员”一屏中把一个人的“与户主关系”选为“户主”。
-- section: residence
-- question: relation
SELECT f.household AS record, f.household FROM family f WHERE f.persons > 0 AND f.heads = 0 AND f.gone_heads = 0

-- check: R18
-- level: error
-- title: 户主不止一个
-- next: 只留一人为“户主”，其余改成与户主的关系。
-- section: residence
-- question: relation
SELECT f.household AS record, f.household, (SELECT group_concat(m.called, '、') FROM member m WHERE m.household = f.household AND m.relation = '01') AS words
FROM family f WHERE f.heads > 1

-- check: R19
-- level: doubt
-- title: 家庭人口与成员表对不上
-- next: 对照户口簿数一数；漏登、多登的在成员表里增减。
-- section: members
-- question: member_count
-- reasons: 有人在外，户口在、不共享开支 | 系统人口未更新，已报乡镇
SELECT h.household AS record, h.household, '家庭人口 ' || h.member_count || ' 人，在户成员 ' || f.persons || ' 人' AS words
FROM home h JOIN family f ON f.household = h.household
WHERE h.member_count IS NOT NULL AND h.member_count <> f.persons AND f.persons > 0

-- check: R20
-- level: error
-- title: 户里一个人也没有登记
-- next: 在“家庭成员”一屏添人；确实没有这一户的，走访结果选“查无此户”。
-- section: members
-- question: identification_conclusion
SELECT f.household AS record, f.household FROM family f JOIN home h ON h.household = f.household
WHERE f.persons = 0 AND f.gone = 0 AND h.registered = '1'

-- check: R21
-- level: doubt
-- scope: workspace
-- title: 户编号与别的户重复
-- next: 请乡镇对照全国系统核对两户的编号。
-- section: number
-- reasons: 已报乡镇核对
SELECT h.household AS record, h.household, h.household_no || '，与“' || min(coalesce(o.head_name, '')) || '”户相同' AS words
FROM home h JOIN home o ON o.household_no = h.household_no AND o.household <> h.household GROUP BY h.household

-- check: R21
-- level: doubt
-- scope: workspace
-- title: 人编号与别人重复
-- next: 请乡镇对照全国系统核对两人的编号。
-- section: number
-- reasons: 已报乡镇核对
SELECT m.id AS record, m.household, m.called || '，与 ' || min(o.called) || ' 相同' AS words
FROM member m JOIN member o ON o.person_no = m.person_no AND o.id <> m.id GROUP BY m.id

-- check: R22
-- level: error
-- title: 户主已去世或转出
-- next: 请先另选一人为户主。
-- section: residence
-- question: relation
SELECT f.household AS record, f.household FROM family f WHERE f.persons > 0 AND f.heads = 0 AND f.gone_heads > 0

-- check: R22
-- level: doubt
-- title: 户主不满 18 岁
-- next: 核对出生日期；确实由未成年人当户主的，写明由谁照管。
-- section: residence
-- question: relation
-- reasons: 父母双亡或外出，由亲属照管
SELECT d.id AS record, d.household, coalesce(d.name, '') || '，' || d.age || ' 岁' AS words FROM head d WHERE d.age < 18

-- check: R23
-- level: error
-- title: 配偶不止一个，或与户主性别相同
-- next: 核对与户主关系和性别。
-- section: residence
-- question: relation
SELECT f.household AS record, f.household FROM family f
WHERE f.spouses > 1 OR EXISTS (
    SELECT 1 FROM member m JOIN head d ON d.household = m.household
    WHERE m.household = f.household AND m.relation = '02' AND m.sex = d.sex AND m.sex IN ('1', '2') AND f.heads = 1)

-- check: R23
-- level: doubt
-- title: 夫妻年龄少见
-- next: 核对两人的出生日期和与户主关系。
-- section: residence
-- question: relation
-- reasons: 确实如此，已看户口簿 | 没有领结婚证，按风俗成家 | 再婚
SELECT m.id AS record, m.household,
    m.called || '，' || m.age || ' 岁' || CASE WHEN abs(m.age - d.age) > 25 THEN '，与户主相差 ' || abs(m.age - d.age) || ' 岁' ELSE '' END AS words
FROM member m JOIN head d ON d.household = m.household
WHERE m.relation = '02' AND (abs(m.age - d.age) > 25 OR (m.sex = '1' AND m.age < 22) OR (m.sex = '2' AND m.age < 20))

-- check: R24
-- level: doubt
-- title: 子女与户主的年龄少见
-- next: 核对两人的出生日期和与户主关系（继子女、养子女写明）。
-- section: residence
-- question: relation
-- reasons: 继子女 | 养子女 | 确实如此，已看户口簿
SELECT m.id AS record, m.household, m.called || '，' || m.age || ' 岁，户主 ' || d.age || ' 岁' AS words
FROM member m JOIN head d ON d.household = m.household WHERE m.relation IN ('03', '04') AND d.age - m.age < 15

-- check: R25
-- level: doubt
-- title: 父母与户主的年龄少见
-- next: 核对两人的出生日期和与户主关系（继父母、养父母写明）。
-- section: residence
-- question: relation
-- reasons: 继父母 | 养父母 | 确实如此，已看户口簿
SELECT m.id AS record, m.household, m.called || '，' || m.age || ' 岁，户主 ' || d.age || ' 岁' AS words
FROM member m JOIN head d ON d.household = m.household WHERE m.relation IN ('11', '12') AND m.age - d.age < 15

-- check: R26
-- level: doubt
-- title: 孙辈与户主的年龄少见
-- next: 核对两人的出生日期和与户主关系。
-- section: residence
-- question: relation
-- reasons: 确实如此，已看户口簿 | 过继、收养
SELECT m.id AS record, m.household, m.called || '，' || m.age || ' 岁，户主 ' || d.age || ' 岁' AS words
FROM member m JOIN head d ON d.household = m.household WHERE m.relation IN ('07', '08', '09', '10') AND d.age - m.age < 30

-- check: R27
-- level: error
-- title: 与户主关系和性别对不上
-- next: 称谓是男的、性别却是女（或相反），请核对其中一个。
-- section: residence
-- question: relation
SELECT m.id AS record, m.household, m.called AS words FROM member m
WHERE (m.sex = '2' AND m.relation IN ('03', '06', '07', '09', '11', '13', '15', '17', '19'))
    OR (m.sex = '1' AND m.relation IN ('04', '05', '08', '10', '12', '14', '16', '18', '20'))

-- check: R28
-- level: doubt
-- title: 称谓与户主性别少见
-- next: 公公、婆婆是对女户主说的，岳父、岳母是对男户主说的，请核对与户主关系。
-- section: residence
-- question: relation
-- reasons: 上门女婿，按当地称呼 | 确实如此，已看户口簿
SELECT m.id AS record, m.household, m.called AS words FROM member m JOIN head d ON d.household = m.household
WHERE (m.relation IN ('15', '16') AND d.sex = '1') OR (m.relation IN ('13', '14') AND d.sex = '2')

-- check: R29
-- level: doubt
-- title: 户主姓名与成员表里的户主不同
-- next: 换了户主的，在户的“修改”里换户主；写错的请改正。
-- section: place
-- question: relation
-- reasons: 刚换户主，系统待改 | 小名、曾用名
SELECT d.id AS record, d.household, h.head_name || '，成员表是 ' || d.name AS words
FROM head d JOIN home h ON h.household = d.household
WHERE (h.head_name <> d.name) OR (substr(h.head_id_no, 1, 18) <> substr(d.id_no, 1, 18))

-- check: R30
-- level: doubt
-- title: 一人户，正当年、身体好，疑似拆户
-- next: 问清与父母、子女是不是真的分开过。
-- section: residence
-- question: relation
-- reasons: 确实单身独居，已问邻居 | 分户多年，各自开支
SELECT m.id AS record, m.household, m.called || '，' || m.age || ' 岁' AS words
FROM member m JOIN family f ON f.household = m.household JOIN home h ON h.household = m.household
WHERE f.persons = 1 AND m.age BETWEEN 18 AND 59 AND m.health = '01' AND coalesce(h.household_type, '') NOT IN ('03', '06')

-- check: R31
-- level: doubt
-- title: 家里超过 10 口人
-- next: 问清是不是都在一起吃住、共同开支。
-- section: members
-- question: member_count
-- reasons: 几代同堂，确实一起过
SELECT f.household AS record, f.household, f.persons || ' 人' AS words FROM family f WHERE f.persons > 10

-- check: R32
-- level: doubt
-- title: 电话号码不像电话
-- next: 手机 11 位；座机写区号。打一下试试。
-- section: contact
-- question: phone
-- reasons: 用村里短号
SELECT h.household AS record, h.household, h.phone AS words FROM home h
WHERE h.phone IS NOT NULL AND replace(replace(h.phone, '-', ''), ' ', '') NOT GLOB '1[3-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9]'
    AND replace(h.phone, '-', '') NOT GLOB '0[1-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9]'
    AND replace(h.phone, '-', '') NOT GLOB '0[1-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9]'
    AND replace(h.phone, '-', '') NOT GLOB '0[1-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9]'

-- check: R32
-- level: doubt
-- scope: workspace
-- title: 三户以上用同一个电话
-- next: 看看是不是都填了村干部的号码；请问家里常用的。
-- section: contact
-- question: phone
-- reasons: 家里没有电话，留的是亲属（村干部）号码
SELECT h.household AS record, h.household, h.phone || '，共 ' || n.homes || ' 户' AS words
FROM home h JOIN (SELECT k.phone, count(*) AS homes FROM home k WHERE k.phone IS NOT NULL GROUP BY k.phone HAVING count(*) >= 3) n ON n.phone = h.phone

-- check: R33
-- level: doubt
-- title: 银行卡号不对
-- next: 16—19 位数字，对照存折、卡面重填。
-- section: bank
-- reasons: 填的是存折账号
SELECT h.household AS record, h.household FROM home h
WHERE h.bank_account IS NOT NULL AND (
    length(h.bank_account) NOT BETWEEN 16 AND 19 OR h.bank_account GLOB '*[^0-9]*'
    OR (SELECT sum(CASE WHEN (length(h.bank_account) - g.n) % 2 = 0 THEN substr(h.bank_account, g.n, 1) * 1
            ELSE substr(h.bank_account, g.n, 1) * 2 - CASE WHEN substr(h.bank_account, g.n, 1) * 2 > 9 THEN 9 ELSE 0 END END)
        FROM digit g WHERE g.n <= length(h.bank_account)) % 10 <> 0)

-- check: R33
-- level: doubt
-- scope: workspace
-- title: 银行卡号与别的户重复
-- next: 对照两户的存折、卡面核对。
-- section: bank
-- reasons: 由亲属代领，已说明
SELECT h.household AS record, h.household, '与“' || min(coalesce(o.head_name, '')) || '”户相同' AS words
FROM home h JOIN home o ON o.bank_account = h.bank_account AND o.household <> h.household GROUP BY h.household

-- check: R34
-- level: doubt
-- scope: workspace
-- title: 同一地址的两户像是一家，疑似分户
-- next: 问清是不是一起吃住、共同开支。
-- section: place
-- reasons: 分户多年，各自开支 | 只是同一栋楼
SELECT h.household AS record, h.household, '与“' || min(o.head_name) || '”户同住 ' || h.address AS words
FROM home h JOIN home o ON o.address = h.address AND o.village = h.village AND o.household <> h.household
    JOIN head d ON d.household = h.household JOIN head e ON e.household = o.household
WHERE h.address IS NOT NULL AND substr(d.name, 1, 1) = substr(e.name, 1, 1) AND abs(d.age - e.age) >= 15 GROUP BY h.household

-- ==== 上学 ====

-- check: R35
-- level: error
-- title: 6—15 周岁的孩子不在校，没有写原因
-- next: 请写明失学或辍学原因；在校的改在校生状况。
-- section: education
-- question: dropout_reason
SELECT m.id AS record, m.household, m.called || '，' || m.age || ' 岁' AS words FROM member m
WHERE m.age BETWEEN 6 AND 15 AND m.school_status = '01' AND m.dropout_reason IS NULL

-- check: R36
-- level: doubt
-- title: 在校阶段与年龄少见
-- next: 核对出生日期和在校生状况；早读、晚读、复读写明。
-- section: education
-- question: school_status
-- reasons: 上学晚 | 留级、复读 | 读特教班
SELECT m.id AS record, m.household, m.called || '，' || m.age || ' 岁' AS words FROM member m
WHERE (m.school_status = '02' AND m.age NOT BETWEEN 3 AND 7)
    OR (m.school_status = '03' AND m.age NOT BETWEEN 6 AND 14)
    OR (m.school_status IN ('04', '05', '06') AND m.age NOT BETWEEN 11 AND 17)
    OR (m.school_status BETWEEN '07' AND '12' AND m.age NOT BETWEEN 14 AND 21)
    OR (m.school_status BETWEEN '13' AND '15' AND m.age NOT BETWEEN 16 AND 24)
    OR (m.school_status = '16' AND m.age NOT BETWEEN 17 AND 28)

-- check: R37
-- level: doubt
-- title: 文化程度与年龄对不上
-- next: 满 8 岁不再是学龄前儿童，不满 6 岁多半还没上小学，请核对。
-- section: education
-- question: education
-- reasons: 还没有上过学 | 上学早
SELECT m.id AS record, m.household, m.called || '，' || m.age || ' 岁' AS words FROM member m
WHERE (m.education = '06' AND m.age >= 8) OR (m.education BETWEEN '02' AND '05' AND m.age < 6)

-- check: R38
-- level: doubt
-- title: 上小学、初中的孩子在务工
-- next: 问清是不是辍学打工；确实有的写明情况，列入问题台账。
-- section: education
-- question: school_status
-- reasons: 假期帮工 | 名册有误，已报乡镇更正
SELECT m.id AS record, m.household, m.called || '，务工 ' || m.work_months || ' 个月' AS words FROM member m
WHERE m.school_status BETWEEN '03' AND '06' AND m.work_months > 0

-- check: R39
-- level: doubt
-- title: 在校学生务工超过 3 个月
-- next: 问清是勤工俭学，还是已经不读了。
-- section: labour
-- question: work_months
-- reasons: 半工半读、顶岗实习 | 今年刚考上 | 假期务工
SELECT m.id AS record, m.household, m.called || '，务工 ' || m.work_months || ' 个月' AS words FROM member m
WHERE m.school_status BETWEEN '07' AND '16' AND m.work_months > 3

-- check: R40
-- level: doubt
-- title: 文化程度是文盲或半文盲，却在读高中以上
-- next: 核对文化程度和在校生状况。
-- section: education
-- question: education
-- reasons: 名册有误，已报乡镇更正
SELECT m.id AS record, m.household, m.called AS words FROM member m WHERE m.education = '01' AND m.school_status BETWEEN '07' AND '16'

-- check: R41
-- level: doubt
-- title: 因学致贫，家里却没有在校生
-- next: 看看现在还是不是这个原因。
-- section: cause
-- question: main_cause
-- reasons: 孩子刚毕业，欠的学费还没还清
SELECT h.household AS record, h.household FROM home h JOIN family f ON f.household = h.household
WHERE h.main_cause = '03' AND f.persons > 0 AND f.students = 0

-- ==== 健康、劳动与务工 ====

-- check: R42
-- level: doubt
-- title: 不满 16 岁，登记为劳动力
-- next: 核对出生日期；名册写错的，在户的“修改”里改劳动技能。
-- section: labour
-- question: age
-- reasons: 名册有误，已报乡镇更正 | 确实在家干活
SELECT m.id AS record, m.household, m.called || '，' || m.age || ' 岁' AS words FROM member m
WHERE m.age < 16 AND m.labour_skill IN ('01', '02')

-- check: R43
-- level: doubt
-- title: 正当年、身体健康、不在校，却登记为没有劳动力
-- next: 问清为什么不能劳动；身体不好的改健康状况。
-- section: labour
-- question: labour_skill
-- reasons: 照顾老人、孩子脱不开身 | 有病没有确诊 | 孕期、哺乳期
SELECT m.id AS record, m.household, m.called || '，' || m.age || ' 岁' AS words FROM member m
WHERE m.age BETWEEN 16 AND 59 AND m.health = '01' AND coalesce(m.school_status, '01') = '01' AND m.labour_skill IN ('03', '04')

-- check: R44
-- level: hint
-- title: 60 岁以上登记为普通劳动力
-- next: 身体好、还在干活的，照实填。
-- section: labour
-- question: labour_skill
SELECT m.id AS record, m.household, m.called || '，' || m.age || ' 岁' AS words FROM member m
WHERE m.age BETWEEN 60 AND 69 AND m.labour_skill = '01'

-- check: R44
-- level: doubt
-- title: 70 岁以上登记为劳动力
-- next: 问清还干不干活；不干了的改成“无劳动力”。
-- section: labour
-- question: labour_skill
-- reasons: 身体好，还在种地
SELECT m.id AS record, m.household, m.called || '，' || m.age || ' 岁' AS words FROM member m
WHERE m.age >= 70 AND m.labour_skill IN ('01', '02')

-- check: R45
-- level: doubt
-- title: 一、二级残疾，登记为劳动力
-- next: 核对残疾人证等级和劳动技能。
-- section: labour
-- question: labour_skill
-- reasons: 能做手工、看店等轻活
SELECT m.id AS record, m.household, m.called AS words FROM member m
WHERE length(m.id_no) = 20 AND substr(m.id_no, 20, 1) IN ('1', '2') AND m.labour_skill IN ('01', '02')

-- check: R46
-- level: doubt
-- title: 上小学、初中的孩子，劳动技能不是“无劳动力”
-- next: 核对在校生状况和劳动技能。
-- section: labour
-- question: school_status
-- reasons: 名册有误，已报乡镇更正
SELECT m.id AS record, m.household, m.called AS words FROM member m
WHERE m.school_status BETWEEN '03' AND '06' AND m.labour_skill IN ('01', '02', '03')

-- check: R47
-- level: doubt
-- title: 登记为没有劳动力，却有务工时间
-- next: 问清是做轻活，还是劳动技能填错了。
-- section: labour
-- question: labour_skill
-- reasons: 做轻活、看门 | 务工后才失去劳动力
SELECT m.id AS record, m.household, m.called || '，务工 ' || m.work_months || ' 个月' AS words FROM member m
WHERE m.labour_skill IN ('03', '04') AND m.work_months > 0

-- check: R48
-- level: error
-- title: 务工区域和务工时间要一起填
-- next: 填了一样就要填另一样；说不清区域选“不清楚”。
-- section: labour
-- question: work_months
SELECT m.id AS record, m.household, m.called AS words FROM member m
WHERE coalesce(m.age, 16) >= 16
    AND ((m.work_months > 0 AND m.work_area IS NULL) OR (m.work_area <> 'unknown' AND coalesce(m.work_months, 0) = 0))

-- check: R49
-- level: error
-- title: 务工时间不在 0—12 个月之内
-- next: 一年最多 12 个月，请改正。
-- section: labour
-- question: work_months
SELECT m.id AS record, m.household, m.called || '，' || m.work_months || ' 个月' AS words FROM member m
WHERE m.work_months < 0 OR m.work_months > 12

-- check: R49
-- level: doubt
-- title: 年龄太小或太大，却有务工时间
-- next: 核对出生日期和务工时间；确实在务工的写明做什么。
-- section: labour
-- question: age
-- reasons: 护林、保洁等轻活 | 名册有误，已报乡镇更正 | 确实外出打工
SELECT m.id AS record, m.household, m.called || '，' || m.age || ' 岁，务工 ' || m.work_months || ' 个月' AS words FROM member m
WHERE m.work_months > 0 AND (m.age < 16 OR m.age >= 65)

-- check: R50
-- level: doubt
-- title: 务工与工资性收入对不上
-- next: 有人务工 3 个月以上，问清工资；没有人务工却有工资，问清从哪里来。
-- section: income
-- question: wage_income
-- reasons: 打零工，没有算整月 | 工资没有拿回家 | 工资还欠着
SELECT n.household AS record, n.household,
    CASE WHEN f.long_workers > 0 THEN '有人务工 3 个月以上，工资性收入是 0' ELSE '工资性收入 ' || n.wage_income || ' 元，没有人务工' END AS words
FROM money n JOIN family f ON f.household = n.household
WHERE (f.long_workers > 0 AND n.wage_income = 0) OR (n.wage_income > 0 AND f.months = 0 AND f.post_months = 0)

-- check: R51
-- level: doubt
-- title: 平均每月工资少见
-- next: 核对务工时间和工资性收入。
-- section: income
-- question: wage_income
-- reasons: 只算拿回家的 | 技术工，工资高 | 还有零工收入
SELECT n.household AS record, n.household, '每月约 ' || CAST(n.wage_income / (f.months + f.post_months) AS INTEGER) || ' 元' AS words
FROM money n JOIN family f ON f.household = n.household
WHERE f.months + f.post_months > 0 AND n.wage_income > 0
    AND (n.wage_income / (f.months + f.post_months) < 300 OR n.wage_income / (f.months + f.post_months) > 8000)

-- check: R52
-- level: doubt
-- title: 致贫原因与健康状况对不上
-- next: 因残要有残疾的成员，因病要有慢性病或大病的成员；请核对。
-- section: cause
-- question: main_cause
-- reasons: 病人已去世，欠债未还 | 有病没有确诊
SELECT h.household AS record, h.household, CASE h.main_cause WHEN '02' THEN '因残' ELSE '因病' END AS words
FROM home h JOIN family f ON f.household = h.household
WHERE f.persons > 0 AND ((h.main_cause = '02' AND f.disabled = 0) OR (h.main_cause = '01' AND f.sick = 0))

-- check: R53
-- level: doubt
-- title: 致贫原因与家里情况对不上
-- next: 看看现在还是不是这个原因，不是就改。
-- section: cause
-- question: main_cause
-- reasons: 识别时是这样，现在已改善 | 劳力要照顾病人
SELECT h.household AS record, h.household,
    CASE h.main_cause WHEN '08' THEN '缺劳力，却有 ' || CAST(f.labourers AS INTEGER) || ' 个劳动力' WHEN '07' THEN '缺技术，却有技能劳动力'
        WHEN '10' THEN '交通条件落后，却通了水泥路、沥青路' ELSE '缺水，饮水和灌溉却都有' END AS words
FROM home h JOIN family f ON f.household = h.household
WHERE (h.main_cause = '08' AND f.labourers >= 2) OR (h.main_cause = '07' AND f.skilled > 0)
    OR (h.main_cause = '10' AND h.road_type IN ('03', '04') AND h.road_distance < 1)
    OR (h.main_cause = '06' AND h.water_safe = '1' AND h.irrigated_land > 0)

-- check: R54
-- level: error
-- title: 其他致贫原因超过两项，或与主要致贫原因相同
-- next: 最多选两项，不与主要致贫原因重复。
-- section: cause
-- question: other_causes
SELECT h.household AS record, h.household FROM home h
WHERE length(trim(h.other_causes)) - length(replace(trim(h.other_causes), ' ', '')) > 1
    OR (' ' || h.other_causes || ' ') LIKE ('% ' || h.main_cause || ' %')

-- check: R55
-- level: hint
-- title: 主要致贫原因是“自身发展动力不足”
-- next: 再问一问背后有没有别的原因（病、残、缺技术）。
-- section: cause
-- question: main_cause
SELECT h.household AS record, h.household FROM home h WHERE h.main_cause = '11'

-- check: R56
-- level: doubt
-- title: 现役军人不满 17 岁，或同时在校
-- next: 向村里核实。
-- section: situation
-- reasons: 军校学员
SELECT m.id AS record, m.household, m.called AS words FROM member m
WHERE m.in_service = '1' AND (m.age < 17 OR m.school_status BETWEEN '02' AND '16')

-- ==== 户的类别 ====

-- check: R57
-- level: doubt
-- title: 五保户里有 16—59 岁的劳动力
-- next: 对照民政名册核实五保身份和家庭成员。
-- section: identification
-- question: household_type
-- reasons: 民政名册如此，已报乡镇核实
SELECT h.household AS record, h.household FROM home h JOIN family f ON f.household = h.household
WHERE h.household_type IN ('03', '06') AND f.able > 0

-- check: R58
-- level: doubt
-- title: 五保户超过 2 人
-- next: 对照民政名册核实五保身份和家庭成员。
-- section: identification
-- question: household_type
-- reasons: 民政名册如此，已报乡镇核实
SELECT h.household AS record, h.household, f.persons || ' 人' AS words FROM home h JOIN family f ON f.household = h.household
WHERE h.household_type IN ('03', '06') AND f.persons > 2

-- check: R59
-- level: doubt
-- title: 五保金与贫困户属性对不上
-- next: 对照存折和民政名册：五保户应有供养金，不是五保户的不应有。
-- section: income
-- question: wubao_income
-- reasons: 刚批下来，还没有领到 | 由敬老院代管 | 属性待改，已报乡镇
SELECT h.household AS record, h.household, CASE WHEN n.wubao_income > 0 THEN '不是五保户，有五保金' ELSE '是五保户，没有五保金' END AS words
FROM home h JOIN money n ON n.household = h.household
WHERE (h.household_type IN ('03', '06') AND coalesce(n.wubao_income, 0) = 0)
    OR (h.household_type IN ('01', '02', '04', '05') AND n.wubao_income > 0)

-- check: R60
-- level: doubt
-- title: 低保金与贫困户属性对不上
-- next: 对照存折和民政名册：低保户应有低保金，一般贫困户不应有。
-- section: income
-- question: dibao_income
-- reasons: 刚批下来，还没有领到 | 今年已停发 | 属性待改，已报乡镇
SELECT h.household AS record, h.household, CASE WHEN n.dibao_income > 0 THEN '一般贫困户，有低保金' ELSE '低保户，没有低保金' END AS words
FROM home h JOIN money n ON n.household = h.household JOIN family f ON f.household = h.household
WHERE (h.household_type IN ('02', '04') AND coalesce(n.dibao_income, 0) = 0 AND f.dibao = 0)
    OR (h.household_type = '01' AND n.dibao_income > 0)

-- check: R61
-- level: doubt
-- title: 养老金与年龄对不上
-- next: 有养老金的，家里应有 60 岁以上的人；60 岁以上参保的，应领养老金。
-- section: income
-- question: pension_income
-- reasons: 手续没有办完 | 领的是遗属补助 | 退休金
SELECT n.household AS record, n.household, CASE WHEN n.pension_income > 0 THEN '有养老金，没有 60 岁以上的人' ELSE '60 岁以上参保，没有养老金' END AS words
FROM money n JOIN family f ON f.household = n.household
WHERE (n.pension_income > 0 AND f.old = 0 AND f.ageless = 0)
    OR (n.pension_income = 0 AND EXISTS (SELECT 1 FROM member m WHERE m.household = n.household AND m.age >= 60 AND m.pension_insurance = '1'))

-- check: R62
-- level: doubt
-- title: 有计划生育金，不是独生子女户、双女户
-- next: 对照计生证件核实。
-- section: income
-- question: family_planning_income
-- reasons: 计生特殊家庭扶助
SELECT n.household AS record, n.household FROM money n JOIN home h ON h.household = n.household
WHERE n.family_planning_income > 0 AND h.only_child = '0' AND h.two_daughters = '0'

-- check: R63
-- level: doubt
-- title: 退耕还林与生态补偿金对不上
-- next: 有退耕还林的问补助；有补偿金的问是哪块地。
-- section: income
-- question: ecological_income
-- reasons: 补助期已满 | 公益林补偿 | 补助还没有发
SELECT n.household AS record, n.household,
    CASE WHEN h.grain_to_green_land > 0 THEN '退耕还林 ' || h.grain_to_green_land || ' 亩，没有生态补偿金' ELSE '有生态补偿金，没有退耕还林' END AS words
FROM money n JOIN home h ON h.household = n.household
WHERE (h.grain_to_green_land > 0 AND n.ecological_income = 0)
    OR (n.ecological_income > 0 AND h.grain_to_green_land = 0 AND coalesce(h.forest_land, 0) = 0)

-- check: R64
-- level: doubt
-- title: 一般农户，却登记为未脱贫
-- next: 请乡镇核实贫困户属性。
-- section: identification
-- question: household_type
-- reasons: 已报乡镇核实
SELECT h.household AS record, h.household FROM home h WHERE h.household_type = '05' AND h.poverty_status = '0'

-- ==== 收入 ====

-- check: R66
-- level: error
-- title: 年收入不等于四项之和
-- next: 打开收入一屏重新保存，程序会重算。
-- section: income
-- question: total_income
SELECT n.household AS record, n.household, n.year || ' 年' AS words FROM money n
WHERE abs(n.total_income - coalesce(n.wage_income, 0) - coalesce(n.business_income, 0) - coalesce(n.property_income, 0) - coalesce(n.transfer_income, 0)) > 0.5

-- check: R67
-- level: error
-- title: 纯收入不等于年收入减生产经营性支出
-- next: 打开收入一屏重新保存，程序会重算。
-- section: income
-- question: net_income
SELECT n.household AS record, n.household, n.year || ' 年' AS words FROM money n
WHERE abs(n.net_income - n.total_income + coalesce(n.business_expense, 0)) > 0.5

-- check: R68
-- level: error
-- title: 人均纯收入不等于纯收入除以人口
-- next: 打开收入一屏重新保存，程序会重算。
-- section: income
-- question: net_income_per_head
SELECT n.household AS record, n.household, n.year || ' 年' AS words FROM money n
WHERE n.income_members > 0 AND abs(n.net_income_per_head - n.net_income / (n.income_members * 1.0)) > 0.5

-- check: R69
-- level: doubt
-- title: 转移性收入合计不等于各项之和
-- next: 打开收入一屏重新保存，程序会重算。
-- section: income
-- question: transfer_income
-- reasons: 原表如此，已报乡镇核实
SELECT n.household AS record, n.household, n.year || ' 年' AS words FROM money n
WHERE abs(n.transfer_income - coalesce(n.family_planning_income, 0) - coalesce(n.dibao_income, 0) - coalesce(n.wubao_income, 0)
    - coalesce(n.pension_income, 0) - coalesce(n.ecological_income, 0) - coalesce(n.other_transfer_income, 0)) > 0.5

-- check: R70
-- level: error
-- title: 收入、支出不能是负数
-- next: 亏损时，把收入填 0，支出照实填。
-- section: income
-- question: wage_income
SELECT n.household AS record, n.household FROM money n
WHERE min(coalesce(n.wage_income, 0), coalesce(n.business_income, 0), coalesce(n.property_income, 0), coalesce(n.family_planning_income, 0),
    coalesce(n.dibao_income, 0), coalesce(n.wubao_income, 0), coalesce(n.pension_income, 0), coalesce(n.ecological_income, 0),
    coalesce(n.other_transfer_income, 0), coalesce(n.business_expense, 0)) < 0

-- check: R70
-- level: doubt
-- title: 生产经营性支出超过了生产经营性收入
-- next: 再核一遍；确实亏损就照实填，写明原因。
-- section: income
-- question: business_expense
-- reasons: 受灾、亏本 | 今年投入，明年才有收成 | 牲畜病死
SELECT n.household AS record, n.household, '支出 ' || n.business_expense || ' 元，收入 ' || coalesce(n.business_income, 0) || ' 元' AS words
FROM money n WHERE n.business_expense > coalesce(n.business_income, 0)

-- check: R71
-- level: doubt
-- title: 已脱贫，人均纯收入低于贫困线
-- next: 再算一遍收入；确实低于线的，结论应是错退或返贫，不是的写明理由。
-- section: income
-- question: net_income_per_head
-- reasons: 今年受灾，已申请救助 | 收入没有算全
SELECT n.household AS record, n.household, n.year || ' 年人均 ' || n.net_income_per_head || ' 元，线 ' || n.line || ' 元' AS words
FROM money n JOIN home h ON h.household = n.household
WHERE h.poverty_status = '1' AND n.net_income_per_head < n.line

-- check: R72
-- level: doubt
-- title: 未脱贫，人均纯收入已过线
-- next: 写明为什么还没有脱贫（如住房、看病没有保障，收入不稳）。
-- section: income
-- question: net_income_per_head
-- reasons: 住房没有保障 | 收入还不稳定 | 治病支出大 | 今年刚纳入
SELECT n.household AS record, n.household, n.year || ' 年人均 ' || n.net_income_per_head || ' 元，线 ' || n.line || ' 元' AS words
FROM money n JOIN home h ON h.household = n.household
WHERE h.registered = '1' AND h.poverty_status = '0' AND n.net_income_per_head >= n.line AND h.not_exit_reason IS NULL

-- check: R73
-- level: hint
-- title: 人均纯收入刚过贫困线
-- next: 再核一遍有没有漏算的支出；卡线的户要多看几次。
-- section: income
-- question: net_income_per_head
SELECT n.household AS record, n.household, n.year || ' 年人均 ' || n.net_income_per_head || ' 元，线 ' || n.line || ' 元' AS words
FROM money n WHERE n.net_income_per_head >= n.line AND n.net_income_per_head < n.line * 1.05

-- check: R74
-- level: doubt
-- title: 人均纯收入是 0，或超过贫困线三倍
-- next: 再算一遍收入；单位是元，看看是不是多写了一个 0。
-- section: income
-- question: net_income_per_head
-- reasons: 全靠亲友接济 | 有人在外做生意 | 一次性赔偿、补偿
SELECT n.household AS record, n.household, n.year || ' 年人均 ' || n.net_income_per_head || ' 元' AS words
FROM money n WHERE n.net_income_per_head <= 0 OR n.net_income_per_head > n.line * 3

-- check: R75
-- level: doubt
-- title: 人均纯收入与上一年相差很大
-- next: 比上年多五成以上或少三成以上，请问清原因。
-- section: income
-- question: net_income_per_head
-- reasons: 新增务工 | 受灾减产 | 家里添人、少人 | 上年没有算全
SELECT n.household AS record, n.household, '上年 ' || b.per_head || ' 元，' || n.year || ' 年 ' || n.net_income_per_head || ' 元' AS words
FROM money n JOIN said_before b ON b.household = n.household
WHERE b.per_head > 0 AND (n.net_income_per_head > b.per_head * 1.5 OR n.net_income_per_head < b.per_head * 0.7)

-- check: R76
-- level: doubt
-- scope: workspace
-- title: 同村三户以上人均纯收入完全相同
-- next: 逐户重算，不能照抄。
-- section: income
-- question: net_income_per_head
-- reasons: 同一产业分红，已逐户核对
SELECT n.household AS record, n.household, n.net_income_per_head || ' 元，共 ' || s.homes || ' 户' AS words
FROM money n JOIN home h ON h.household = n.household
    JOIN (SELECT k.village, o.year, o.net_income_per_head AS per_head, count(*) AS homes
        FROM money o JOIN home k ON k.household = o.household WHERE o.net_income_per_head > 0
        GROUP BY k.village, o.year, o.net_income_per_head HAVING count(*) >= 3) s
    ON s.village = h.village AND s.year = n.year AND s.per_head = n.net_income_per_head

-- check: R77
-- level: hint
-- title: 脱贫户的收入八成以上是转移性收入
-- next: 看看有没有稳得住的增收门路。
-- section: income
-- question: transfer_income
SELECT n.household AS record, n.household FROM money n JOIN home h ON h.household = n.household
WHERE h.poverty_status = '1' AND n.total_income > 0 AND n.transfer_income > n.total_income * 0.8

-- ==== 三保障与生活条件 ====

-- check: R78
-- level: doubt
-- title: 已脱贫，住房不安全
-- next: 核对房屋等级；确实是危房的，结论应是错退或返贫，或写明正在怎样解决。
-- section: housing
-- question: unsafe_house
-- reasons: 有安全住房，危房已不住人 | 危改正在施工 | 已列入搬迁
SELECT h.household AS record, h.household, coalesce(h.unsafe_house_grade || ' 级', '') AS words FROM home h
WHERE h.poverty_status = '1' AND (h.unsafe_house = '1' OR h.unsafe_house_grade IN ('C', 'D'))

-- check: R79
-- level: doubt
-- title: 已脱贫，有孩子失学、辍学
-- next: 能劝返的列入问题台账；确实不能上学的写明原因。
-- section: education
-- question: school_status
-- reasons: 因病休学、送教上门 | 已初中毕业 | 正在劝返
SELECT m.id AS record, m.household, m.called || '，' || m.age || ' 岁' || coalesce('，' || m.dropout_reason, '') AS words
FROM member m JOIN home h ON h.household = m.household
WHERE h.poverty_status = '1' AND m.age BETWEEN 6 AND 15 AND m.school_status = '01'

-- check: R80
-- level: doubt
-- title: 已脱贫，有人没有参加医疗保险
-- next: 看参合证、缴费收据；参加职工医保的写明。
-- section: insurance
-- question: medical_insurance
-- reasons: 参加了职工医保 | 在外地参保 | 刚出生、刚迁入，正在办
SELECT m.id AS record, m.household, m.called AS words FROM member m JOIN home h ON h.household = m.household
WHERE h.poverty_status = '1' AND m.medical_insurance = '0'

-- check: R81
-- level: doubt
-- title: 已脱贫，饮水困难或不安全
-- next: 核对饮水情况，写明正在怎样解决。
-- section: water
-- question: water_safe
-- reasons: 季节性缺水 | 工程正在施工
SELECT h.household AS record, h.household FROM home h WHERE h.poverty_status = '1' AND (h.water_difficult = '1' OR h.water_safe = '0')

-- check: R82
-- level: doubt
-- title: 已脱贫，没有通电或广播电视
-- next: 四川、广西的退出标准要求通生活用电、广播电视，请核对。
-- section: utilities
-- question: domestic_power
-- reasons: 家里没有买电视，信号已通 | 整户在外，已停电
SELECT h.household AS record, h.household FROM home h
WHERE h.poverty_status = '1' AND (h.province LIKE '四川%' OR h.province LIKE '广西%') AND (h.domestic_power = '0' OR h.broadcast_tv = '0')

-- check: R83
-- level: doubt
-- title: 房屋等级与“是不是危房户”对不上
-- next: C、D 级是危房，A、B 级不是；是危房的要有等级。
-- section: housing
-- question: unsafe_house
-- reasons: 没有鉴定 | 危房已不住人，另有住房
SELECT h.household AS record, h.household,
    CASE WHEN h.unsafe_house_grade IS NULL THEN '是危房户，没有等级' ELSE h.unsafe_house_grade || ' 级' END AS words
FROM home h
WHERE (h.unsafe_house = '1' AND (h.unsafe_house_grade IS NULL OR h.unsafe_house_grade IN ('A', 'B')))
    OR (h.unsafe_house = '0' AND h.unsafe_house_grade IN ('C', 'D'))

-- check: R84
-- level: doubt
-- title: 住房面积少见
-- next: 面积是 0 的问住哪里；搬迁房每人不超过 25 ㎡。
-- section: housing
-- question: house_area
-- reasons: 借住、租住 | 旧房还没有拆 | 与子女同住
SELECT h.household AS record, h.household,
    h.house_area || ' ㎡，' || f.persons || ' 人' AS words
FROM home h JOIN family f ON f.household = h.household
WHERE (h.house_area = 0 AND coalesce(h.relocation_state, '0') = '0')
    OR (h.province LIKE '广西%' AND h.house_area > 0 AND f.persons > 0 AND h.house_area < 13 * f.persons)
    OR (h.relocation_state = '3' AND f.persons > 0 AND h.house_area > 25 * f.persons)

-- check: R85
-- level: doubt
-- title: 饮水既困难又安全
-- next: 水质好、取水远的可以这样填，请再核一遍。
-- section: water
-- question: water_difficult
-- reasons: 水质好，取水远 | 季节性缺水
SELECT h.household AS record, h.household FROM home h WHERE h.water_difficult = '1' AND h.water_safe = '1'

-- check: R86
-- level: doubt
-- title: 土地面积少见
-- next: 灌溉面积一般不大于耕地，退耕一般不大于林地，人均耕地很少超过 30 亩，单位是亩。
-- section: production
-- question: arable_land
-- reasons: 流转、租种的地 | 退耕地另算 | 已看土地证
SELECT h.household AS record, h.household,
    CASE WHEN h.irrigated_land > h.arable_land THEN '灌溉 ' || h.irrigated_land || ' 亩，耕地 ' || h.arable_land || ' 亩'
        WHEN h.grain_to_green_land > h.forest_land THEN '退耕 ' || h.grain_to_green_land || ' 亩，林地 ' || h.forest_land || ' 亩'
        ELSE '耕地 ' || h.arable_land || ' 亩，' || f.persons || ' 人' END AS words
FROM home h JOIN family f ON f.household = h.household
WHERE h.irrigated_land > h.arable_land OR h.grain_to_green_land > h.forest_land OR (f.persons > 0 AND h.arable_land > 30 * f.persons)

-- check: R87
-- level: hint
-- title: 入户路类型或距离没有填
-- next: 请补上。
-- section: utilities
-- question: road_type
SELECT h.household AS record, h.household FROM home h JOIN seen s ON s.household = h.household
WHERE h.road_type IS NULL OR h.road_distance IS NULL

-- ==== 搬迁、帮扶、状态 ====

-- check: R88
-- level: doubt
-- title: 搬迁户没有填全方式、安置方式、安置地、安置点
-- next: 请补上；确实没有定的写明原因。
-- section: relocation
-- question: relocation_mode
-- reasons: 安置点还没有定 | 刚列入对象
SELECT h.household AS record, h.household FROM home h
WHERE h.relocation_state IN ('1', '2', '3')
    AND (h.relocation_mode IS NULL OR h.settlement_mode IS NULL OR h.settlement_place IS NULL OR h.settlement_site IS NULL)

-- check: R92
-- level: doubt
-- title: 结对帮扶的开始日期晚于结束日期
-- next: 请改正结对记录的日期。
-- section: pairing
-- reasons: 已报乡镇更正
SELECT h.household AS record, h.household, min(p.helper_name) AS words FROM home h JOIN pairing p ON p.household = h.household
WHERE p.since > p.until GROUP BY h.household

-- check: R92
-- level: hint
-- title: 结对帮扶已经到期，没有新的帮扶责任人
-- next: 请落实新的帮扶责任人。
-- section: pairing
SELECT h.household AS record, h.household, min(p.helper_name) AS words FROM home h JOIN pairing p ON p.household = h.household
WHERE p.until < h.today
    AND NOT EXISTS (SELECT 1 FROM pairing q WHERE q.household = h.household AND (q.until IS NULL OR q.until >= h.today))
GROUP BY h.household

-- check: R93
-- level: doubt
-- scope: workspace
-- title: 一个人结对的户太多
-- next: 一人结对超过 10 户（上限待核），请看看能不能调整。
-- section: pairing
-- reasons: 村干部包组 | 已报乡镇调整
SELECT p.household AS record, p.household, p.helper_name || '，' || n.homes || ' 户' AS words
FROM pairing p JOIN (
    SELECT q.helper_name, coalesce(q.helper_phone, '') AS phone, count(DISTINCT q.household) AS homes
    FROM pairing q WHERE q.until IS NULL GROUP BY q.helper_name, coalesce(q.helper_phone, '') HAVING count(DISTINCT q.household) > 10) n
    ON n.helper_name = p.helper_name AND n.phone = coalesce(p.helper_phone, '')
WHERE p.until IS NULL GROUP BY p.household

-- check: R97
-- level: doubt
-- title: 脱贫年度不对
-- next: 脱贫年度不早于识别年度、不晚于今年；已脱贫的要有年度。请乡镇核实。
-- section: status
-- question: exit_year
-- reasons: 已报乡镇核实
SELECT h.household AS record, h.household,
    CASE WHEN h.exit_year IS NULL THEN '已脱贫，没有年度' ELSE '识别 ' || coalesce(h.identify_year, '') || ' 年，脱贫 ' || h.exit_year || ' 年' END AS words
FROM home h
WHERE h.exit_year < h.identify_year OR h.exit_year > CAST(substr(h.today, 1, 4) AS INTEGER)
    OR (h.poverty_status = '1' AND h.exit_year IS NULL AND h.registered = '1')

-- check: R98
-- level: doubt
-- title: 返贫户没有返贫原因
-- next: 请乡镇补上返贫原因。
-- section: status
-- question: poverty_status
-- reasons: 已报乡镇补录
SELECT h.household AS record, h.household FROM home h WHERE h.poverty_status = '3' AND h.return_cause IS NULL

-- check: R101
-- level: doubt
-- title: 去世、转出的人没有写日期
-- next: 请补上增减日期；实在问不到的写明原因。
-- section: change
-- question: changed_on
-- reasons: 多年前的事，日期不清楚
SELECT g.id AS record, g.household, g.called AS words FROM gone g WHERE g.changed_on IS NULL

-- check: R102
-- level: doubt
-- title: 增加的原因与这个人对不上
-- next: 新生儿不超过 1 岁；嫁入的一般是配偶、儿媳、女婿。请核对。
-- section: change
-- question: change_reason
-- reasons: 补报的新生儿 | 随父母再婚迁入
SELECT m.id AS record, m.household, m.called || CASE WHEN m.change_reason = '06' THEN '，' || m.age || ' 岁' ELSE '' END AS words FROM member m
WHERE m.change = '1' AND ((m.change_reason = '06' AND m.age > 1) OR (m.change_reason = '07' AND m.relation NOT IN ('01', '02', '05', '06')))

-- check: R103
-- level: hint
-- title: 人都减少了，户还没有注销
-- next: 确实没有人了的，按整户注销办。
-- section: ended
SELECT f.household AS record, f.household FROM family f WHERE f.persons = 0 AND f.gone > 0

-- 黔西南州“四个逐村逐户”自己的核查。同号的规则，以这里的为准。

-- view: seen
-- 最近一次走访（见到人或电话访到的）。
SELECT v.subject AS household, max(v.round) AS round, v.id AS visit, v.visited_on AS day, v.outcome,
    v.identification_conclusion, v.exit_conclusion, v.four_have, v.four_have_note, v.helper_known,
    v.helper_said, v.current_helpers, v.measure_count, v.measures_done, v.bare_causes, v.off_causes,
    v.measures_fit, v.consolidation, v.signed,
    v.holds_income, v.holds_education, v.holds_medical, v.holds_housing
FROM visit v WHERE v.finalised = 1 AND v.outcome IN ('01', '04') GROUP BY v.subject

-- check: R65
-- level: doubt
-- title: 有“四有”情形，结论仍是“识别准确”
-- next: 写明谁名下的、干什么用、核查结论是什么；属实的结论应是“应剔除”。
-- section: identification
-- question: four_have
-- reasons: 农用车、货车，跑运输谋生 | 亲属借名登记，已查实 | 已注销、已转让
SELECT s.household AS record, s.household FROM seen s
WHERE s.four_have IS NOT NULL AND s.four_have NOT IN ('00', 'unknown') AND s.four_have_note IS NULL AND s.identification_conclusion = '01'

-- check: R71
-- level: doubt
-- title: 已脱贫，人均纯收入低于贫困线，退出结论却是准确
-- next: 再算一遍收入；确实低于线的，结论应是错退或返贫，不是的写明理由。
-- section: income
-- question: net_income_per_head
-- reasons: 今年受灾，已申请救助 | 收入没有算全
SELECT n.household AS record, n.household, n.year || ' 年人均 ' || n.net_income_per_head || ' 元，线 ' || n.line || ' 元' AS words
FROM money n JOIN home h ON h.household = n.household LEFT JOIN seen s ON s.household = n.household
WHERE h.poverty_status = '1' AND n.net_income_per_head < n.line AND coalesce(s.exit_conclusion, '01') = '01'

-- check: R78
-- level: doubt
-- title: 已脱贫，住房不安全，退出结论却是准确
-- next: 核对房屋等级；确实是危房的，结论应是错退或返贫，或写明正在怎样解决。
-- section: housing
-- question: unsafe_house
-- reasons: 有安全住房，危房已不住人 | 危改正在施工 | 已列入搬迁
SELECT h.household AS record, h.household, coalesce(h.unsafe_house_grade || ' 级', '') AS words
FROM home h LEFT JOIN seen s ON s.household = h.household
WHERE h.poverty_status = '1' AND coalesce(s.exit_conclusion, '01') = '01'
    AND (h.unsafe_house = '1' OR h.unsafe_house_grade IN ('C', 'D') OR s.holds_housing = '0')

-- check: R79
-- level: doubt
-- title: 已脱贫，有孩子失学、辍学，退出结论却是准确
-- next: 能劝返的列入问题台账；确实不能上学的写明原因。
-- section: education
-- question: school_status
-- reasons: 因病休学、送教上门 | 已初中毕业 | 正在劝返
SELECT m.id AS record, m.household, m.called || '，' || m.age || ' 岁' || coalesce('，' || m.dropout_reason, '') AS words
FROM member m JOIN home h ON h.household = m.household LEFT JOIN seen s ON s.household = m.household
WHERE h.poverty_status = '1' AND coalesce(s.exit_conclusion, '01') = '01' AND m.age BETWEEN 6 AND 15 AND m.school_status = '01'

-- check: R80
-- level: doubt
-- title: 已脱贫，有人没有医疗保险，退出结论却是准确
-- next: 看参合证、缴费收据；能补缴的列入问题台账。
-- section: insurance
-- question: medical_insurance
-- reasons: 参加了职工医保 | 在外地参保 | 刚出生、刚迁入，正在办
SELECT m.id AS record, m.household, m.called AS words
FROM member m JOIN home h ON h.household = m.household LEFT JOIN seen s ON s.household = m.household
WHERE h.poverty_status = '1' AND coalesce(s.exit_conclusion, '01') = '01' AND m.medical_insurance = '0'
    AND coalesce(s.holds_medical, '0') = '0'

-- check: R81
-- level: doubt
-- title: 已脱贫，饮水困难或不安全，退出结论却是准确
-- next: 核对饮水情况，写明正在怎样解决。
-- section: water
-- question: water_safe
-- reasons: 季节性缺水 | 工程正在施工
SELECT h.household AS record, h.household FROM home h LEFT JOIN seen s ON s.household = h.household
WHERE h.poverty_status = '1' AND coalesce(s.exit_conclusion, '01') = '01' AND (h.water_difficult = '1' OR h.water_safe = '0')

-- check: R90
-- level: doubt
-- title: 搬迁户的产业、就业还没有落实
-- next: 四号令要求搬迁前逐户落实到位；请列入问题台账，写明责任人和期限。
-- section: relocation
-- question: relocation_industry
-- reasons: 已列入问题台账 | 安置点还没有启动
SELECT h.household AS record, h.household FROM home h JOIN seen s ON s.household = h.household
WHERE h.relocation_state IN ('1', '2', '3') AND coalesce(h.relocation_industry, '0') <> '1' AND coalesce(h.relocation_job, '0') <> '1'

-- check: R91
-- level: doubt
-- title: 帮扶责任人没有登记，或与户主说的对不上
-- next: 没有的添上姓名、单位和开始日期；换了人的，给旧的填结束日期，再添一条新的。
-- section: help
-- question: helper_known
-- reasons: 责任人刚调整，户主还不知道 | 已报乡镇落实
SELECT s.household AS record, s.household,
    CASE WHEN s.current_helpers IS NULL THEN '没有登记' ELSE '户主说是' || s.helper_said || '，登记的是' || s.current_helpers END AS words
FROM home h JOIN seen s ON s.household = h.household
WHERE h.registered = '1' AND ((s.current_helpers IS NULL AND s.helper_known IS NOT NULL)
    OR (s.helper_said IS NOT NULL AND instr(s.current_helpers, s.helper_said) = 0))

-- check: R94
-- level: doubt
-- title: 今年没有帮扶措施，或措施与致贫原因不匹配
-- next: 在“帮扶措施”里一项一项添，对着致贫原因来，写清谁负责、什么时候办完。
-- section: livelihood_check
-- question: measures_fit
-- reasons: 措施正在研究 | 已脱贫，只做巩固 | 无劳动力，由低保兜底
SELECT s.household AS record, s.household,
    CASE WHEN s.measures_fit = '0' THEN '户主说对不上' WHEN s.measure_count = 0 AND s.measures_done IS NULL THEN '一项也没有'
        WHEN s.bare_causes IS NOT NULL THEN '没有措施对应：' || s.bare_causes ELSE '没有对准原因：' || s.off_causes END AS words
FROM home h JOIN seen s ON s.household = h.household
WHERE h.registered = '1' AND (s.measures_fit = '0' OR (s.measure_count = 0 AND s.measures_done IS NULL)
    OR s.bare_causes IS NOT NULL OR (s.off_causes IS NOT NULL AND h.main_cause IS NOT NULL))

-- check: R96
-- level: doubt
-- title: 2016 年脱贫户没有后续巩固措施
-- next: 在“返贫风险与巩固措施”里至少定一项，写明责任人和期限。
-- section: followup
-- question: consolidation
-- reasons: 收入稳定，暂不需要 | 正在研究
SELECT h.household AS record, h.household FROM home h JOIN seen s ON s.household = h.household CROSS JOIN context c
WHERE h.poverty_status = '1' AND (h.exit_year = c.exit_year OR h.exit_year IS NULL) AND s.consolidation IS NULL

-- check: R100
-- level: doubt
-- title: 户主没有签字（按印）
-- next: 把结果念给户主听，请他签；不肯签的写明原因。
-- section: signature
-- question: signed
-- reasons: 电话访，回来补签 | 不识字，已按印 | 户主不认可
SELECT s.household AS record, s.household FROM seen s WHERE coalesce(s.signed, '0') <> '1'

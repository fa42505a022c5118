-- Every figure once more, as plain SQL written from what the figure means and
-- never from how the program counts it. Each statement gives the ids of the
-- people or records behind the figure or, for a sum, ids and numbers; “of” gives
-- its whole, “named” the part of a sum that is known by name.
--
-- :at is the month asked for, :year its year, :day0 and :day1 the first and the
-- last day of that year up to the month, :half the first day of its half-year,
-- :recent the first of the last five years, :recent0 its first day, :term the
-- month of the last change of term. Units: 11 党委 13 政府 21 党委部门 22 政府部门
-- 23 群团 31 镇 32 乡 33 街道 51 所辖县区. managed 2 is 本级管理; how 1 提拔
-- 2 重用 5 挂职 6 兼任.

-- with
WITH
-- posts held in the month in their own right
held AS (
  SELECT a.cadre, a.since, a.term, p.managed, p.duty, p.team, p.name AS post, u.kind,
         CASE WHEN c.birth > 0 THEN (:at - c.birth) / 100 END AS age, c.birth
  FROM appointment a, cadre c, post p, unit u
  WHERE c.id = a.cadre AND p.id = a.post AND u.id = p.unit AND a.how NOT IN ('5', '6')
    AND a.since <= :at AND (a.until = 0 OR a.until > :at) AND (c.gone = 0 OR c.gone > :at)),
-- 党政正职 and the other members of the teams of departments and townships
leaders AS (
  SELECT * FROM held WHERE managed = '2' AND kind IN ('21', '22', '31', '32', '33') AND (duty = '党政正职' OR team = 1)),
-- promoted or put to heavier use this year, in posts managed here
promoted AS (
  SELECT a.cadre, c.birth, (a.since - c.birth) / 100 AS age_then
  FROM appointment a, cadre c, post p
  WHERE c.id = a.cadre AND p.id = a.post AND p.managed = '2' AND a.how IN ('1', '2') AND a.since / 100 = :year AND a.since <= :at),
-- on file: at work by then, not gone
here AS (
  SELECT * FROM cadre WHERE (gone = 0 OR gone > :at) AND (work_start = 0 OR work_start <= :at)),
-- the post each of them is known by: the main one, else the last
known AS (
  SELECT h.id, h.birth, h.work_start, p.level, p.managed FROM here h
  LEFT JOIN appointment a ON a.id = (
    SELECT b.id FROM appointment b WHERE b.cadre = h.id AND b.how NOT IN ('5', '6') AND b.since <= :at AND (b.until = 0 OR b.until > :at)
    ORDER BY b.main DESC, b.since DESC, b.id LIMIT 1)
  LEFT JOIN post p ON p.id = a.post),
inreserve AS (
  SELECT r.*, c.birth, c.sex FROM reserve r, cadre c
  WHERE c.id = r.cadre AND r.since <= :at AND (r.until = 0 OR r.until > :at) AND (c.gone = 0 OR c.gone > :at)),
-- committees that owe a dispatch meeting each half-year, and how many they held
committees AS (
  SELECT u.id, (SELECT COUNT(*) FROM dispatch d WHERE d.unit = u.id AND d.held BETWEEN :half AND :day1) AS meetings
  FROM unit u WHERE u.kind IN ('21', '22', '23', '31', '32', '33') AND u.since <= :at AND (u.until = 0 OR u.until > :at)),
-- lights of the last round of evaluation and of the one before
rounds AS (
  SELECT id, RANK() OVER (ORDER BY at DESC) AS back FROM evaluation WHERE at <= :at AND held <> 0),
lights AS (
  SELECT l.id, l.color, b.color AS before FROM light l
  LEFT JOIN light b ON b.unit = l.unit AND b.evaluation = (SELECT id FROM rounds WHERE back = 2)
  WHERE l.evaluation = (SELECT id FROM rounds WHERE back = 1)),
-- classes with those who sat in them, by name where names are kept
taught AS (
  SELECT k.*, (SELECT COUNT(*) FROM seat s WHERE s.class = k.id) AS names,
         (SELECT b.kind FROM base b WHERE b.id = k.base) AS base_kind FROM class k),
schooled AS (
  SELECT *, CASE WHEN names > 0 THEN names ELSE heads END AS people FROM taught WHERE start BETWEEN :recent0 AND :day1),
-- sent out at any time in the last five years: a name is one, else the number
away AS (
  SELECT s.id, s.kind, k.kind AS campaign, CASE WHEN s.cadre IS NULL THEN s.heads ELSE 1 END AS people,
         CASE WHEN s.cadre IS NULL THEN 0 ELSE 1 END AS names
  FROM sent s, campaign k WHERE k.id = s.campaign AND s.since <= :at AND (s.until = 0 OR s.until > :recent * 100 + 1)),
vetted_now AS (
  SELECT v.id, v.grade FROM vetted v, vetting b WHERE b.id = v.vetting AND b.held BETWEEN :day0 AND :day1),
posted AS (
  SELECT * FROM posting WHERE since BETWEEN :recent * 100 + 1 AND :at),
-- vacancies somebody was compared for this year; young ones put forward, and chosen once it is filled
compared AS (
  SELECT v.id, v.below, p.key,
         EXISTS (SELECT 1 FROM candidate c WHERE c.vacancy = v.id AND c.young = 1 AND c.compared <= :day1) AS put,
         v.filled BETWEEN 1 AND :day1 AND EXISTS (SELECT 1 FROM candidate c WHERE c.vacancy = v.id AND c.young = 1 AND c.chosen = 1 AND c.compared <= :day1) AS young
  FROM vacancy v, post p WHERE p.id = v.post AND v.id IN (SELECT vacancy FROM candidate WHERE compared BETWEEN :day0 AND :day1)),
-- who is followed: those in the reserve, and young ones in posts managed here
followed AS (
  SELECT k.id, k.birth, k.work_start FROM known k
  WHERE k.id IN (SELECT cadre FROM reserve WHERE since <= :at AND (until = 0 OR until > :at))
     OR k.managed = '2' AND k.birth > 0 AND (:at - k.birth) / 100 <= 40),
-- hours heard this year and hours owed at the level
hours AS (
  SELECT k.id, (SELECT COALESCE(SUM(s.hours), 0) FROM seat s, class c WHERE c.id = s.class AND s.cadre = k.id AND c.start BETWEEN :day0 AND :day1) AS heard,
         COALESCE((SELECT q.hours FROM quota q WHERE q.level = k.level AND q.since <= :at AND (q.until = 0 OR q.until > :at)),
                  (SELECT q.hours FROM quota q WHERE q.level = '' AND q.since <= :at AND (q.until = 0 OR q.until > :at))) AS owed
  FROM known k),
told AS (
  SELECT * FROM notice WHERE received BETWEEN :day0 AND :day1)

-- m0.principals 县管党政正职
SELECT DISTINCT cadre FROM leaders WHERE duty = '党政正职'

-- m0.principals.young
SELECT DISTINCT cadre FROM leaders WHERE duty = '党政正职' AND birth >= 198501
-- of
SELECT DISTINCT cadre FROM leaders WHERE duty = '党政正职'

-- m0.deputies 班子里正职以外的成员
SELECT DISTINCT cadre FROM leaders WHERE duty <> '党政正职'

-- m0.deputies.young
SELECT DISTINCT cadre FROM leaders WHERE duty <> '党政正职' AND birth >= 198501
-- of
SELECT DISTINCT cadre FROM leaders WHERE duty <> '党政正职'

-- m0.deputies.younger
SELECT DISTINCT cadre FROM leaders WHERE duty <> '党政正职' AND birth >= 199001
-- of
SELECT DISTINCT cadre FROM leaders WHERE duty <> '党政正职'

-- m1.1.briefings
SELECT id FROM briefing WHERE held BETWEEN :day0 AND :day1

-- m1.1.dispatches
SELECT id FROM dispatch WHERE held BETWEEN :half AND :day1

-- m1.1.dispatches.due 每半年每个一次
SELECT id, 1 FROM committees

-- m1.1.committees
SELECT id FROM committees

-- m1.1.short
SELECT id FROM committees WHERE meetings < 1
-- of
SELECT id FROM committees

-- m1.1.inspections
SELECT id FROM inspection WHERE held BETWEEN :half AND :day1

-- m1.1.inspections.mended
SELECT id FROM inspection WHERE held BETWEEN :half AND :day1 AND mended BETWEEN 1 AND :day1
-- of
SELECT id FROM inspection WHERE held BETWEEN :half AND :day1

-- m1.1.lights.red
SELECT id FROM lights WHERE color = '1'
-- of
SELECT id FROM lights

-- m1.1.lights.amber
SELECT id FROM lights WHERE color = '2'
-- of
SELECT id FROM lights

-- m1.1.lights.green
SELECT id FROM lights WHERE color = '3'
-- of
SELECT id FROM lights

-- m1.1.lights.better 红变黄、红变绿、黄变绿
SELECT id FROM lights WHERE before || color IN ('12', '13', '23')
-- of
SELECT id FROM lights

-- m1.1.lights.worse
SELECT id FROM lights WHERE before || color IN ('21', '31', '32')
-- of
SELECT id FROM lights

-- m1.1.letters
SELECT id FROM letter WHERE issued BETWEEN :day0 AND :day1

-- m1.1.letters.back
SELECT id FROM letter WHERE issued BETWEEN :day0 AND :day1 AND back <> 0 AND back <= :day1
-- of
SELECT id FROM letter WHERE issued BETWEEN :day0 AND :day1

-- m1.2.measures
SELECT id FROM measure WHERE since <= :at AND (until = 0 OR until > :at)

-- m1.2.articles 没有写条数的一件算一条
SELECT id, MAX(articles, 1) FROM measure WHERE kind = '1' AND since <= :at AND (until = 0 OR until > :at)

-- m1.2.items
SELECT id FROM task WHERE year = :year

-- m1.2.items.1
SELECT id FROM task WHERE year = :year AND list = '1'
-- of
SELECT id FROM task WHERE year = :year

-- m1.2.items.2
SELECT id FROM task WHERE year = :year AND list = '2'
-- of
SELECT id FROM task WHERE year = :year

-- m1.2.items.3
SELECT id FROM task WHERE year = :year AND list = '3'
-- of
SELECT id FROM task WHERE year = :year

-- m1.2.items.done
SELECT id FROM task WHERE year = :year AND done BETWEEN 1 AND :day1
-- of
SELECT id FROM task WHERE year = :year

-- m1.2.items.late 时限在以前月份，到时点没有完成
SELECT id FROM task WHERE year = :year AND deadline / 100 < :at AND NOT done BETWEEN 1 AND :day1
-- of
SELECT id FROM task WHERE year = :year

-- m1.2.floor 任职当月不满 36 岁
SELECT DISTINCT cadre FROM promoted WHERE birth > 0 AND age_then <= 35
-- of
SELECT DISTINCT cadre FROM promoted

-- m1.3.teams
SELECT DISTINCT unit FROM research WHERE held BETWEEN :day0 AND :day1

-- m1.3.suggestions
SELECT id FROM research WHERE held BETWEEN :day0 AND :day1 AND suggestion <> ''

-- m1.3.adopted
SELECT id FROM research WHERE held BETWEEN :day0 AND :day1 AND suggestion <> '' AND adopted BETWEEN 1 AND :day1
-- of
SELECT id FROM research WHERE held BETWEEN :day0 AND :day1 AND suggestion <> ''

-- m1.3.visits
SELECT id FROM visit WHERE kind = '1' AND held BETWEEN :day0 AND :day1

-- m1.3.meetings
SELECT id FROM visit WHERE kind = '2' AND held BETWEEN :day0 AND :day1

-- m1.3.score.patrol
SELECT id, points FROM score WHERE kind = '1' AND year = :year - 1
-- of
SELECT id, maximum FROM score WHERE kind = '1' AND year = :year - 1

-- m1.3.score.party
SELECT id, points FROM score WHERE kind = '2' AND year = :year - 1
-- of
SELECT id, maximum FROM score WHERE kind = '2' AND year = :year - 1

-- m2.1.seats 有学员名单的数名单，没有的按上报人次
SELECT id, people FROM schooled
-- named
SELECT id, names FROM schooled

-- m2.1.people
SELECT DISTINCT s.cadre FROM seat s, class k WHERE k.id = s.class AND k.start BETWEEN :day0 AND :day1

-- m2.1.sessions
SELECT id FROM session WHERE kind = '1' AND held BETWEEN :day0 AND :day1

-- m2.1.sessions.daily
SELECT id FROM session WHERE kind = '4' AND held BETWEEN :day0 AND :day1

-- m2.1.lectures
SELECT id FROM lecture WHERE kind IN ('1', '2') AND held BETWEEN :day0 AND :day1

-- m2.1.talks
SELECT id FROM lecture WHERE kind = '3' AND held BETWEEN :day0 AND :day1

-- m2.1.listed
SELECT id FROM look_back WHERE year = :year - 1

-- m2.1.closed 到时点为止
SELECT id FROM look_back WHERE year = :year - 1 AND closed <> 0 AND closed / 100 <= :at
-- of
SELECT id FROM look_back WHERE year = :year - 1

-- m2.2.bases
SELECT id FROM base WHERE since <= :at AND (until = 0 OR until > :at)

-- m2.2.classes
SELECT id FROM taught WHERE base IS NOT NULL AND start BETWEEN :day0 AND :day1

-- m2.2.seats
SELECT id, people FROM schooled WHERE base IS NOT NULL AND start >= :day0
-- named
SELECT id, names FROM schooled WHERE base IS NOT NULL AND start >= :day0

-- m2.2.academy 干部学院
SELECT id FROM schooled WHERE base_kind = '1'

-- m2.2.online
SELECT id FROM taught WHERE mode IN ('3', '4') AND start BETWEEN :day0 AND :day1
-- of
SELECT id FROM taught WHERE start BETWEEN :day0 AND :day1

-- m2.2.field
SELECT id FROM taught WHERE mode = '2' AND start BETWEEN :day0 AND :day1
-- of
SELECT id FROM taught WHERE start BETWEEN :day0 AND :day1

-- m2.3.items
SELECT id FROM quality_item WHERE since <= :at AND (until = 0 OR until > :at)

-- m2.3.items.bad
SELECT id FROM quality_item WHERE sign = '2' AND since <= :at AND (until = 0 OR until > :at)
-- of
SELECT id FROM quality_item WHERE since <= :at AND (until = 0 OR until > :at)

-- m2.3.vetted
SELECT id FROM vetted_now

-- m2.3.vetted.good
SELECT id FROM vetted_now WHERE grade = '1'
-- of
SELECT id FROM vetted_now

-- m2.3.vetted.fair
SELECT id FROM vetted_now WHERE grade = '2'
-- of
SELECT id FROM vetted_now

-- m2.3.refused 一般、差，经人核定才算
SELECT DISTINCT v.cadre FROM vetted v, vetting b
WHERE b.id = v.vetting AND b.held BETWEEN :recent0 AND :day1 AND v.grade IN ('3', '4') AND v.confirmed BETWEEN 1 AND :day1
-- of
SELECT DISTINCT v.cadre FROM vetted v, vetting b WHERE b.id = v.vetting AND b.held BETWEEN :recent0 AND :day1

-- m2.3.village
SELECT id, people FROM away WHERE kind = '1'
-- named
SELECT id, names FROM away WHERE kind = '1'

-- m2.3.front 下沉一线和专班
SELECT id, people FROM away WHERE kind <> '1'
-- named
SELECT id, names FROM away WHERE kind <> '1'

-- m2.3.front.epidemic
SELECT id, people FROM away WHERE kind <> '1' AND campaign = '1'
-- of
SELECT id, people FROM away WHERE kind <> '1'
-- named
SELECT id, names FROM away WHERE kind <> '1' AND campaign = '1'

-- m2.3.front.flood
SELECT id, people FROM away WHERE kind <> '1' AND campaign = '4'
-- of
SELECT id, people FROM away WHERE kind <> '1'
-- named
SELECT id, names FROM away WHERE kind <> '1' AND campaign = '4'

-- m2.3.front.project
SELECT id, people FROM away WHERE kind <> '1' AND campaign = '6'
-- of
SELECT id, people FROM away WHERE kind <> '1'
-- named
SELECT id, names FROM away WHERE kind <> '1' AND campaign = '6'

-- m3.1.reserve
SELECT DISTINCT cadre FROM inreserve

-- m3.1.reserve.1
SELECT DISTINCT cadre FROM inreserve WHERE tier = '1'

-- m3.1.reserve.1.young
SELECT DISTINCT cadre FROM inreserve WHERE tier = '1' AND birth >= 198001

-- m3.1.reserve.2
SELECT DISTINCT cadre FROM inreserve WHERE tier = '2'

-- m3.1.reserve.2.young
SELECT DISTINCT cadre FROM inreserve WHERE tier = '2' AND birth >= 198501

-- m3.1.reserve.3
SELECT DISTINCT cadre FROM inreserve WHERE tier = '3'

-- m3.1.reserve.3.young
SELECT DISTINCT cadre FROM inreserve WHERE tier = '3' AND birth >= 199001

-- m3.1.reserve.women
SELECT DISTINCT cadre FROM inreserve WHERE sex = '2'
-- of
SELECT DISTINCT cadre FROM inreserve

-- m3.1.in
SELECT DISTINCT cadre FROM reserve WHERE since / 100 = :year AND since <= :at

-- m3.1.out
SELECT DISTINCT cadre FROM reserve WHERE until / 100 = :year AND until <= :at

-- m3.1.out.promoted
SELECT DISTINCT cadre FROM reserve WHERE until / 100 = :year AND until <= :at AND exit = '01'

-- m3.1.out.age
SELECT DISTINCT cadre FROM reserve WHERE until / 100 = :year AND until <= :at AND exit = '02'

-- m3.1.out.other
SELECT DISTINCT cadre FROM reserve WHERE until / 100 = :year AND until <= :at AND exit > '02'

-- m3.1.rounds
SELECT id FROM round WHERE kind = '1' AND held BETWEEN :day0 AND :day1

-- m3.2.intake
SELECT DISTINCT cadre FROM recruit WHERE year BETWEEN :recent AND :year

-- m3.2.master
SELECT DISTINCT cadre FROM recruit WHERE year BETWEEN :recent AND :year AND degree IN ('1', '2')
-- of
SELECT DISTINCT cadre FROM recruit WHERE year BETWEEN :recent AND :year

-- m3.2.elite
SELECT DISTINCT cadre FROM recruit WHERE year BETWEEN :recent AND :year AND elite = 1
-- of
SELECT DISTINCT cadre FROM recruit WHERE year BETWEEN :recent AND :year

-- m3.2.serving
SELECT id FROM here WHERE selected = 1

-- m3.2.talents
SELECT id FROM talent WHERE kind = '1' AND year BETWEEN :recent AND :year

-- m3.2.top
SELECT id FROM talent WHERE kind = '2' AND year = :year

-- m3.2.top.young
SELECT id FROM talent WHERE kind = '2' AND year = :year AND birth > 0 AND (:at - birth) / 100 <= 40
-- of
SELECT id FROM talent WHERE kind = '2' AND year = :year

-- m3.3.down
SELECT DISTINCT cadre FROM posted WHERE kind = '1'

-- m3.3.down.principals
SELECT DISTINCT cadre FROM posted WHERE kind = '1' AND principal = 1
-- of
SELECT DISTINCT cadre FROM posted WHERE kind = '1'

-- m3.3.exchange
SELECT DISTINCT cadre FROM posted WHERE kind = '3'

-- m3.3.exchange.heads
SELECT DISTINCT cadre FROM posted WHERE kind = '3' AND level IN ('1A21', '1A31', '1A41')
-- of
SELECT DISTINCT cadre FROM posted WHERE kind = '3'

-- m3.3.exchange.down
SELECT DISTINCT cadre FROM posted WHERE kind = '3' AND place IN ('31', '32', '33', '51')
-- of
SELECT DISTINCT cadre FROM posted WHERE kind = '3'

-- m3.3.up
SELECT DISTINCT cadre FROM posted WHERE kind = '2'

-- m4.1.promoted
SELECT DISTINCT cadre FROM promoted

-- m4.1.promoted.85
SELECT DISTINCT cadre FROM promoted WHERE birth >= 198501

-- m4.1.promoted.90
SELECT DISTINCT cadre FROM promoted WHERE birth >= 199001

-- m4.1.vacancies
SELECT id FROM compared

-- m4.1.put
SELECT id FROM compared WHERE put
-- of
SELECT id FROM compared

-- m4.1.young
SELECT id FROM compared WHERE young
-- of
SELECT id FROM compared

-- m4.1.below
SELECT id FROM compared WHERE young AND below = 1
-- of
SELECT id FROM compared WHERE below = 1

-- m4.1.key
SELECT id FROM compared WHERE young AND key = 1
-- of
SELECT id FROM compared WHERE key = 1

-- m4.2.county.principals
SELECT DISTINCT cadre FROM held WHERE kind IN ('11', '13') AND team = 1 AND duty = '党政正职' AND age <= 41
-- of
SELECT DISTINCT cadre FROM held WHERE kind IN ('11', '13') AND team = 1 AND duty = '党政正职'

-- m4.2.county.principals.share
SELECT DISTINCT cadre FROM held WHERE kind IN ('11', '13') AND team = 1 AND duty = '党政正职' AND age <= 41
-- of
SELECT DISTINCT cadre FROM held WHERE kind IN ('11', '13') AND team = 1 AND duty = '党政正职'

-- m4.2.county.deputies
SELECT DISTINCT cadre FROM held WHERE kind IN ('11', '13') AND team = 1 AND duty <> '党政正职' AND age <= 41
-- of
SELECT DISTINCT cadre FROM held WHERE kind IN ('11', '13') AND team = 1

-- m4.2.county.deputies.share
SELECT DISTINCT cadre FROM held WHERE kind IN ('11', '13') AND team = 1 AND duty <> '党政正职' AND age <= 41
-- of
SELECT DISTINCT cadre FROM held WHERE kind IN ('11', '13') AND team = 1

-- m4.2.county.deputies.before 换届那个月的班子里，那以前就在任的
SELECT DISTINCT a.cadre FROM appointment a, cadre c, post p, unit u
WHERE c.id = a.cadre AND p.id = a.post AND u.id = p.unit AND u.kind IN ('11', '13') AND p.team = 1 AND a.how NOT IN ('5', '6')
  AND a.since <= :term AND (a.until = 0 OR a.until > :term) AND (c.gone = 0 OR c.gone > :term) AND a.since < :term
  AND p.duty <> '党政正职' AND c.birth > 0 AND (:term - c.birth) / 100 <= 41
-- of
SELECT DISTINCT a.cadre FROM appointment a, cadre c, post p, unit u
WHERE c.id = a.cadre AND p.id = a.post AND u.id = p.unit AND u.kind IN ('11', '13') AND p.team = 1 AND a.how NOT IN ('5', '6')
  AND a.since <= :term AND (a.until = 0 OR a.until > :term) AND (c.gone = 0 OR c.gone > :term)

-- m4.2.county.deputies.new
SELECT DISTINCT a.cadre FROM appointment a, cadre c, post p, unit u
WHERE c.id = a.cadre AND p.id = a.post AND u.id = p.unit AND u.kind IN ('11', '13') AND p.team = 1 AND p.duty <> '党政正职'
  AND a.how NOT IN ('5', '6') AND a.term = 1 AND a.since BETWEEN :term AND :at AND c.birth > 0 AND (:at - c.birth) / 100 <= 41

-- m4.2.town.principals
SELECT DISTINCT cadre FROM held WHERE kind IN ('31', '32', '33') AND duty = '党政正职' AND age <= 35
-- of
SELECT DISTINCT cadre FROM held WHERE kind IN ('31', '32', '33') AND duty = '党政正职'

-- m4.2.town.principals.share
SELECT DISTINCT cadre FROM held WHERE kind IN ('31', '32', '33') AND duty = '党政正职' AND age <= 35
-- of
SELECT DISTINCT cadre FROM held WHERE kind IN ('31', '32', '33') AND duty = '党政正职'

-- m4.2.town.secretaries
SELECT DISTINCT cadre FROM held WHERE kind IN ('31', '32', '33') AND duty = '党政正职' AND age <= 35 AND post LIKE '%书记%' AND post NOT LIKE '%副书记%'
-- of
SELECT DISTINCT cadre FROM held WHERE kind IN ('31', '32', '33') AND duty = '党政正职'

-- m4.2.town.members
SELECT DISTINCT cadre FROM held WHERE kind IN ('31', '32', '33') AND team = 1 AND age <= 35
-- of
SELECT DISTINCT cadre FROM held WHERE kind IN ('31', '32', '33') AND team = 1

-- m4.2.town.members.share
SELECT DISTINCT cadre FROM held WHERE kind IN ('31', '32', '33') AND team = 1 AND age <= 35
-- of
SELECT DISTINCT cadre FROM held WHERE kind IN ('31', '32', '33') AND team = 1

-- m4.2.town.members.30
SELECT DISTINCT cadre FROM held WHERE kind IN ('31', '32', '33') AND team = 1 AND age <= 30
-- of
SELECT DISTINCT cadre FROM held WHERE kind IN ('31', '32', '33') AND team = 1

-- m4.2.town.deputies.before
SELECT DISTINCT a.cadre FROM appointment a, cadre c, post p, unit u
WHERE c.id = a.cadre AND p.id = a.post AND u.id = p.unit AND u.kind IN ('31', '32', '33') AND p.team = 1 AND a.how NOT IN ('5', '6')
  AND a.since <= :term AND (a.until = 0 OR a.until > :term) AND (c.gone = 0 OR c.gone > :term) AND a.since < :term
  AND p.duty <> '党政正职' AND c.birth > 0 AND (:term - c.birth) / 100 <= 36
-- of
SELECT DISTINCT a.cadre FROM appointment a, cadre c, post p, unit u
WHERE c.id = a.cadre AND p.id = a.post AND u.id = p.unit AND u.kind IN ('31', '32', '33') AND p.team = 1 AND a.how NOT IN ('5', '6')
  AND a.since <= :term AND (a.until = 0 OR a.until > :term) AND (c.gone = 0 OR c.gone > :term)

-- m4.2.town.deputies.new
SELECT DISTINCT a.cadre FROM appointment a, cadre c, post p, unit u
WHERE c.id = a.cadre AND p.id = a.post AND u.id = p.unit AND u.kind IN ('31', '32', '33') AND p.team = 1 AND p.duty <> '党政正职'
  AND a.how NOT IN ('5', '6') AND a.term = 1 AND a.since BETWEEN :term AND :at AND c.birth > 0 AND (:at - c.birth) / 100 <= 36

-- m4.2.department.members.share
SELECT DISTINCT cadre FROM held WHERE kind IN ('21', '22', '23') AND team = 1 AND age <= 36
-- of
SELECT DISTINCT cadre FROM held WHERE kind IN ('21', '22', '23') AND team = 1

-- m4.3.exceptions
SELECT id FROM exceptional WHERE held BETWEEN :recent0 AND :day1

-- m4.3.exceptions.step 跨台阶、越级
SELECT id FROM exceptional WHERE held BETWEEN :recent0 AND :day1 AND kind IN ('2', '4')
-- of
SELECT id FROM exceptional WHERE held BETWEEN :recent0 AND :day1

-- m4.3.exceptions.last
SELECT id FROM exceptional WHERE held BETWEEN :recent0 AND :day1 AND kind = '3'
-- of
SELECT id FROM exceptional WHERE held BETWEEN :recent0 AND :day1

-- m5.1.classes
SELECT id FROM schooled WHERE kind = '1'

-- m5.1.people
SELECT id, people FROM schooled WHERE kind = '1'
-- named
SELECT id, names FROM schooled WHERE kind = '1'

-- m5.1.special
SELECT id FROM schooled WHERE kind IN ('2', '3')

-- m5.1.seats
SELECT id, people FROM schooled WHERE kind IN ('2', '3')
-- named
SELECT id, names FROM schooled WHERE kind IN ('2', '3')

-- m5.1.exchanged
SELECT DISTINCT cadre FROM posted WHERE kind = '4'

-- m5.1.short
SELECT id FROM hours WHERE heard < owed
-- of
SELECT id FROM hours WHERE owed > 0

-- m5.2.incentives
SELECT id, MAX(articles, 1) FROM measure WHERE kind = '4' AND since <= :at AND (until = 0 OR until > :at)

-- m5.2.rewards
SELECT r.id FROM reward r, cadre c WHERE c.id = r.cadre AND r.held BETWEEN :day0 AND :day1 AND c.birth > 0 AND (:at - c.birth) / 100 <= 40
-- of
SELECT id FROM reward WHERE held BETWEEN :day0 AND :day1

-- m5.2.ranks
SELECT DISTINCT cadre FROM promotion WHERE since / 100 = :year AND since <= :at

-- m5.2.tolerance 予以容错、部分容错
SELECT id FROM tolerance WHERE held BETWEEN :recent0 AND :day1 AND finding <> '3'

-- m5.3.files
SELECT id FROM followed

-- m5.3.files.complete 去年（一季度为前年）六月以前参加工作的，要有那年的考核
SELECT f.id FROM followed f WHERE f.birth > 0 AND f.work_start > 0 AND EXISTS (SELECT 1 FROM resume r WHERE r.cadre = f.id)
  AND (f.work_start > :appraised * 100 + 6 OR EXISTS (SELECT 1 FROM appraisal a WHERE a.cadre = f.id AND a.year = :appraised))
-- of
SELECT id FROM followed

-- m5.3.notices
SELECT id FROM told

-- m5.3.notices.discipline
SELECT id FROM told WHERE channel = '1'
-- of
SELECT id FROM told

-- m5.3.notices.law
SELECT id FROM told WHERE channel = '2'
-- of
SELECT id FROM told

-- m5.3.notices.petition
SELECT id FROM told WHERE channel = '3'
-- of
SELECT id FROM told

-- m5.3.notices.done
SELECT id FROM told WHERE handled BETWEEN 1 AND :day1
-- of
SELECT id FROM told

-- m5.3.notices.open
SELECT id FROM notice WHERE received BETWEEN :recent0 AND :day1 AND (handled = 0 OR handled > :day1)
-- of
SELECT id FROM notice WHERE received BETWEEN :recent0 AND :day1

-- m5.3.talks
SELECT id FROM talk WHERE held BETWEEN :day0 AND :day1

-- m5.3.warnings
SELECT id FROM warning WHERE held BETWEEN :day0 AND :day1

-- m5.3.warned
SELECT id, heads FROM warning WHERE held BETWEEN :day0 AND :day1

-- m5.3.frozen
SELECT id FROM here WHERE id IN (SELECT cadre FROM discipline WHERE decided <= :day1 AND ends / 100 >= :at)

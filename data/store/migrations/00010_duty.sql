-- +goose Up
-- The code of a post's duty (岗位类别), beside the words the office has written,
-- which stay as they are.

ALTER TABLE post ADD COLUMN duty_code TEXT NOT NULL DEFAULT '';

UPDATE post SET duty_code = CASE TRIM(duty)
    WHEN '党政正职' THEN '01'
    WHEN '人大正职' THEN '02'
    WHEN '政协正职' THEN '03'
    WHEN '人大政协正职' THEN '04'
    WHEN '法检正职' THEN '05'
    WHEN '专职副书记' THEN '06'
    WHEN '常务副职' THEN '07'
    WHEN '纪委书记' THEN '08'
    WHEN '纪委副书记' THEN '09'
    WHEN '组织部长' THEN '10'
    WHEN '组织委员' THEN '11'
    WHEN '宣传部长' THEN '12'
    WHEN '宣传委员' THEN '13'
    WHEN '统战部长' THEN '14'
    WHEN '统战委员' THEN '15'
    WHEN '政法委书记' THEN '16'
    WHEN '政法委员' THEN '17'
    WHEN '办公室主任' THEN '18'
    WHEN '秘书长' THEN '19'
    WHEN '武装部长' THEN '20'
    WHEN '人大主席' THEN '21'
    WHEN '人大副主席' THEN '22'
    WHEN '政府副职' THEN '23'
    WHEN '副职' THEN '24'
    WHEN '其他成员' THEN '25'
    ELSE '' END;

package rule

import (
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"

	"huoshui/data"
)

// idNumber checks the citizen's number (GB 11643). The date in it may differ
// from the date of birth the archive was found to hold, so that is a remark
// like the others.
func (c *checker) idNumber() {
	number := c.Cadre.IDNumber
	if number == "" {
		return
	}
	born, male, ok := readIDNumber(number)
	if !ok {
		c.cadre("身份证号应符合 GB 11643", "id_number", "应为 18 位，末位可为 X，出生日期应存在")
		return
	}
	if len(number) == 18 && strings.ToUpper(number[17:]) != checkCharacter(number) {
		c.cadre("身份证号校验位应符合 GB 11643", "id_number", "末位应为 %s", checkCharacter(number))
	}
	if c.Cadre.Birth != 0 && born != c.Cadre.Birth {
		c.cadre("出生年月与身份证一致，不一致的以档案认定为准", "birth", "出生年月 %s，身份证为 %s", c.Cadre.Birth, born)
	}
	if sex := c.Cadre.Sex; sex != "" && male != (sex == data.SexMan) {
		c.cadre("性别与身份证一致", "sex", "性别填为%s，身份证为%s", data.ListNamed("sex").Label(sex), map[bool]string{true: "男", false: "女"}[male])
	}
}

// ReadIDNumber returns what an ID number of 18 characters says about its
// holder, or says in words what is wrong with the part typed so far.
func ReadIDNumber(number string) (born data.Month, sex data.Code, problem string) {
	n := utf8.RuneCountInString(number)
	if n != 18 && n != 15 {
		return 0, "", fmt.Sprintf("已填 %d 位，应为 18 位", n)
	}
	born, male, ok := readIDNumber(number)
	switch {
	case !ok:
		return 0, "", "不符合 GB 11643：应为数字，末位可为 X，其中的出生日期应存在"
	case n == 15:
		return 0, "", ""
	case strings.ToUpper(number[17:]) != checkCharacter(number):
		return 0, "", "校验位不符，末位应为 " + checkCharacter(number) + "；请逐位核对"
	case male:
		return born, data.SexMan, ""
	}
	return born, data.SexWoman, ""
}

// readIDNumber takes apart a number of 18 places, or of 15 as they were before
// 1999, when all holders were born in the twentieth century.
func readIDNumber(number string) (born data.Month, male, ok bool) {
	if len(number) == 15 {
		number = number[:6] + "19" + number[6:] + "0"
	}
	if len(number) != 18 {
		return 0, false, false
	}
	if _, err := strconv.ParseUint(number[:17], 10, 64); err != nil {
		return 0, false, false
	}
	if last := number[17]; (last < '0' || last > '9') && last != 'X' && last != 'x' {
		return 0, false, false
	}
	day, err := strconv.Atoi(number[6:14])
	if err != nil || !data.Date(day).Valid() {
		return 0, false, false
	}
	return data.Date(day).Month(), (number[16]-'0')%2 == 1, true
}

// checkCharacter is the eighteenth place that belongs to the first seventeen.
func checkCharacter(number string) string {
	weights := [17]int{7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2}
	sum := 0
	for i, w := range weights {
		sum += w * int(number[i]-'0')
	}
	return "10X98765432"[sum%11 : sum%11+1]
}

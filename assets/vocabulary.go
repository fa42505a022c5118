package assets

import _ "embed"

// Criteria are the saved criteria (口径) that come with the program, as TOML.
//
//go:embed criteria.toml
var Criteria string

// Lists are the ready lists (常用名单): saved criteria over cadres, as TOML.
//
//go:embed lists.toml
var Lists string

// Pivots are the ready tables of the statistics page, as TOML.
//
//go:embed pivots.toml
var Pivots string

// Figures are the definitions of the figures (指标), as TOML.
//
//go:embed figures.toml
var Figures string

// Monitored are the monitored figures (动态监测), as TOML.
//
//go:embed monitored.toml
var Monitored string

// WorkReport is the template of the work report (工作汇报).
//
//go:embed report/work.txt
var WorkReport string

// Reminders are the definitions of the reminders (提醒), as TOML.
//
//go:embed reminders.toml
var Reminders string

// Targets are the staffing targets (配备目标) an office may take over, as TOML.
//
//go:embed targets.toml
var Targets string

// Lights are the rules by which teams are watched beside their targets, as TOML.
//
//go:embed lights.toml
var Lights string

// Eligibility are the rules of who may be given a post (任职资格), as TOML.
//
//go:embed eligibility.toml
var Eligibility string

package sample

// dutyWords is duty.toml.
type dutyWords struct {
	Congress map[string]string
	Briefing []briefingWords
	Dispatch struct{ Topics, Notes []string }

	Inspection struct {
		Team             string
		Findings, Mended []string
	}
	Visit    struct{ Topics, Area, Findings []string }
	Research struct{ Who, State, Weak, Suggestion []string }
	Measure  []measureWords
	Task     []struct {
		List, Unit string
		Items      []string
	}
	TaskWords struct {
		Progress, Result []string
		Late             string
	} `toml:"task_words"`
	LookBack struct {
		Sources, Matters []string
		Done, Open       string
	} `toml:"look_back"`
	Score struct {
		Items, Notes []string
		Maximum      []int
	}
	Evaluation struct {
		Note    string
		Answers []string
	}
	Scenario      []struct{ Name, Note string }
	ScenarioWords struct {
		Reason []string
		Retire string
	} `toml:"scenario_words"`
	OwnFigure []struct {
		Name, Subject, Condition, Whole, Note string
		Share                                 bool
	} `toml:"own_figure"`
}

type briefingWords struct {
	Month           int
	Topic, Resolved string
}

type measureWords struct {
	Name, Kind, Document, Unit, Since, Until, Progress string
	Articles                                           int
}

// lessonWords is lessons.toml.
type lessonWords struct {
	Base []struct{ Name, Place, Kind, Since, Until string }
	Old  struct {
		Source string
		Class  []struct {
			Start, Finish, Name, Kind, Mode string
			Hours, Heads                    int
		}
	}
	Classes  struct{ Special, Skill, Notes []string }
	Session  struct{ Topics1, Topics2, Topics3, Topics4 []string }
	Lecture  struct{ Topics, Places []string }
	Quota    struct{ Source string }
	Quality  []qualityWords
	Vetting  vettingWords
	Campaign []campaignWords
}

type qualityWords struct {
	Dimension string
	Good, Bad []string
}

type vettingWords struct {
	Who, Pending                      string
	Good, Fair, Bad, Evidence, Source []string
}

type campaignWords struct {
	Name, Kind, Since, Until, Sent, Source string
	People, Heads                          int
	Places                                 []string
}

// nurtureWords is nurture.toml.
type nurtureWords struct {
	Talent  struct{ Fields []string }
	Posting struct {
		Appraisal []string
		Study     string
		Above     map[string][]string
	}
	Vacancy     vacancyWords
	Criterion   []struct{ Name, Subject, Condition string }
	Exceptional struct {
		Last, Step string
		Results    []string
	}
	TermPlan []struct {
		Level, Name, Condition string
		Kinds                  []string
		Percent                int
	} `toml:"term_plan"`
	Tolerance  struct{ Matters, Effects []string }
	Accepted   struct{ Rule, Evidence, Reason, Who string }
	Discipline struct {
		Admonition              []string
		Who, Commission, Matter string
	}
	Notice  struct{ Matters, Results map[string]string }
	Talk    struct{ Contents map[string]string }
	Warning struct{ Topics map[string]string }
}

type vacancyWords struct {
	Reasons                               map[string]string
	Notes, Chosen, Other, Match           []string
	Short, Inexperienced, Pending, Vetted string
}

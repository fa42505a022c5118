# Every command of the project starts here; make without a target lists them.
#
# One set of tags and flags for building, testing and checking: a cold build of the C code in Fyne
# takes minutes, and every other flag would start it again.
TAGS    := migrated_fynedo,no_emoji
VERSION := $(shell sed -n 's/^ *Version = "\(.*\)"/\1/p' FyneApp.toml)
BUILD   := $(shell sed -n 's/^ *Build = //p' FyneApp.toml)
LDFLAGS := -s -w -X main.version=$(VERSION)

# A copy of go.mod that takes the engine with encryption from the parts. Without it, as under a bare
# "go build", the program opens nothing but the sample.
OWN_GOFLAGS    := $(filter-out -modfile=%,$(or $(GOFLAGS),$(shell go env GOFLAGS 2>/dev/null)))
export GOFLAGS := $(OWN_GOFLAGS) -modfile=$(CURDIR)/.cache/parts.mod

# Tools are installed by exact version into .cache/bin, outside go.mod and the user's own GOBIN.
TOOLS       := .cache/bin
GOFUMPT     := $(TOOLS)/gofumpt-v0.9.2/gofumpt
STATICCHECK := $(TOOLS)/staticcheck-v0.7.0/staticcheck
GOVULNCHECK := $(TOOLS)/govulncheck-v1.1.4/govulncheck
WINRES      := $(TOOLS)/go-winres-v0.3.3/go-winres
install      = GOFLAGS="$(OWN_GOFLAGS)" GOBIN="$(CURDIR)/$(@D)" go install

.PHONY: help parts build test short race check vet fmt staticcheck vuln lint demo windows wine fuzz bench pictures clean

help: ## 列出全部命令
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/  make \1\t\2/p' $(MAKEFILE_LIST) | expand -t 20

parts: ## 取来不是 Go 模块的部件（加密引擎），按名称、版本和校验值核对
	@tools/deps.sh build
	@tools/parts.sh

build: parts ## 编译，程序在 bin/huoshui
	go build -tags $(TAGS) -ldflags "$(LDFLAGS)" -o bin/huoshui .

test: parts ## 装齐软件包，检查代码，运行全部测试
	@tools/deps.sh test
	@$(MAKE) --no-print-directory check
	go test -tags $(TAGS) -timeout 15m ./...

short: parts ## 运行测试，长测试只取样或不运行（随机长走、真实窗口、用别的程序打开文件）
	TMPDIR=$$(tools/room.sh) go test -tags $(TAGS) -short -timeout 10m ./...

# What runs at the same time: the store and its writes, the desk's runner and queue, the widgets and
# rooms over them, and the command line. The race detector needs a build of its own.
RACE := ./data/store/... ./data/criteria ./data/figure ./data/batch ./data/exchange ./app ./app/desk/... \
	./app/kit/... ./app/filter ./app/form ./app/records ./app/person ./app/roster ./app/intake

race: parts ## 查并发读写（go test -race，另编译一套，很慢）
	go test -race -short -tags $(TAGS) -timeout 40m $(RACE)

check: vet fmt staticcheck

vet: parts
	go vet -tags $(TAGS) ./...

fmt: $(GOFUMPT)
	@echo gofumpt -l
	@bad=$$(find . -path './.*' -prune -o -name '*.go' -print0 | xargs -0 $(GOFUMPT) -l); \
	if [ -n "$$bad" ]; then \
		echo "以下文件没有按 gofumpt 排版，请运行 $(GOFUMPT) -w 文件名："; echo "$$bad"; exit 1; \
	fi

# These two ask go for its version outside of any module, where -modfile is an error.
staticcheck: $(STATICCHECK)
	GOFLAGS="$(OWN_GOFLAGS)" $(STATICCHECK) -tags $(TAGS) ./...

vuln: $(GOVULNCHECK)
	@GOFLAGS="$(OWN_GOFLAGS)" tools/vuln.sh $(GOVULNCHECK) -tags $(TAGS) ./...

lint: ## 静态检查：go vet、gofumpt、staticcheck、govulncheck
	@$(MAKE) --no-print-directory check vuln

demo: build ## 编出样例库、全部材料和各页面的图片（demo/），有显示器就打开窗口
	bin/huoshui demo --dir demo
	@if [ -n "$$DISPLAY$$WAYLAND_DISPLAY" ]; then \
		bin/huoshui --db "demo/清源县样例.db"; \
	else \
		echo "这里没有显示器，不打开窗口；各页面的图片在 demo/ 里。"; \
	fi

# What is handed out carries no path of this machine (-trimpath). Windows has a build cache of its
# own anyway, so this does not spoil the one set of flags above.
windows: parts rsrc_windows_amd64.syso ## 交叉编译 Windows 版，程序在 bin/huoshui.exe
	@tools/deps.sh windows
	CGO_ENABLED=1 GOOS=windows GOARCH=amd64 CC=x86_64-w64-mingw32-gcc \
	go build -tags $(TAGS) -trimpath -ldflags "$(LDFLAGS) -H=windowsgui -extldflags=-static" -o bin/huoshui.exe .

rsrc_windows_amd64.syso: $(WINRES) winres/winres.json winres/app.manifest assets/icon.png FyneApp.toml
	$(WINRES) make --in winres/winres.json --out rsrc --arch amd64 \
		--file-version $(VERSION).$(BUILD) --product-version $(VERSION).$(BUILD)

wine: ## 在 Wine 里运行 Windows 版：导入二十份任免表，打开窗口，截图
	@tools/deps.sh wine
	@$(MAKE) --no-print-directory build windows
	tools/wine.sh

fuzz: parts ## 每个 Fuzz 函数跑 10 秒
	tools/fuzz.sh $(TAGS)

bench: parts ## 运行全部基准测试
	go test -tags $(TAGS) -run '^$$' -bench . -benchmem -timeout 30m ./...

pictures: build ## 重画 README 里的图片（要有 ImageMagick）
	tools/pictures.sh bin/huoshui

clean: ## 删掉编译和运行留下的东西
	rm -rf bin demo .cache *.syso

$(GOFUMPT):
	$(install) mvdan.cc/gofumpt@v0.9.2
$(STATICCHECK):
	$(install) honnef.co/go/tools/cmd/staticcheck@v0.7.0
$(GOVULNCHECK):
	$(install) golang.org/x/vuln/cmd/govulncheck@v1.1.4
$(WINRES):
	$(install) github.com/tc-hib/go-winres@v0.3.3

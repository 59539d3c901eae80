# viva: build, run, test.  `make help` lists the targets.
#
# Needed flags stand apart from the user's CFLAGS.  Every variant builds in its own
# directory (BUILD=), so nothing has to be cleaned first.

VERSION   := 0.1.0
BUILD     ?= build
ifeq ($(origin CC),default)
CC        := gcc
endif
CFLAGS    ?= -O2 -g
JOBS      ?= $(shell nproc)
PREFIX    ?= /usr/local
DESTDIR   ?=

RUN_PACKAGES  := gcc make pkg-config libxml2-dev libsqlite3-dev libhpdf-dev libharfbuzz-dev \
                 libutf8proc-dev libmd-dev libjansson-dev libfribidi-dev libdeflate-dev libmicrohttpd-dev libseccomp-dev \
                 libqrencode-dev libncurses-dev fonts-lato fonts-dejavu-core fonts-wqy-microhei
TEST_PACKAGES := $(RUN_PACKAGES) python3 python3-pexpect python3-pyte libxml2-utils jing trang \
                 qpdf poppler-utils glpk-utils strace chromium chromium-driver python3-selenium zbar-tools \
                 bash zsh fish groff-base locales pango1.0-tools
LINT_PACKAGES := $(TEST_PACKAGES) clang clang-tidy cppcheck shellcheck libclang-rt-14-dev valgrind

LIBS_PC   := libxml-2.0 sqlite3 libutf8proc libmd jansson harfbuzz-subset fribidi libdeflate libmicrohttpd libseccomp \
             libqrencode ncursesw
# Asked only once the packages are there: the install targets run before this matters.
PC_CFLAGS  = $(shell pkg-config --cflags $(LIBS_PC) 2>/dev/null)
PC_LIBS    = $(shell pkg-config --libs $(LIBS_PC) 2>/dev/null)

FONT_DIR  ?= /usr/share/fonts/truetype

WARNINGS  := -Wall -Wextra -Wpedantic -Wshadow -Wstrict-prototypes -Wmissing-prototypes -Wvla \
             -Wformat=2 -Wwrite-strings -Wpointer-arith -Wundef
HARDENING := -fstack-protector-strong -fPIE -D_FORTIFY_SOURCE=2
HARDEN_LD := -pie -Wl,-z,relro,-z,now -Wl,-z,noexecstack
# No contraction of a*b+c: the draw must give the same bytes everywhere.
override ALL_CFLAGS = -std=c11 -D_GNU_SOURCE -DVIVA_VERSION='"$(VERSION)"' -DVIVA_SHARE_DIR='"$(PREFIX)/share/viva"' -ffp-contract=off \
             $(WARNINGS) $(HARDENING) $(CFLAGS) $(VARIANT_FLAGS) -Iinclude -Isrc $(PC_CFLAGS)
override ALL_LDFLAGS = $(HARDEN_LD) $(VARIANT_FLAGS) $(LDFLAGS)
override ALL_LIBS = $(PC_LIBS) -lhpdf -lm

SRC       := $(wildcard src/*/*.c)
ASM       := $(wildcard src/*/*.S)
MAIN_OBJ  := $(BUILD)/src/cli/main.o
LIB_OBJ   := $(filter-out $(MAIN_OBJ),$(SRC:%.c=$(BUILD)/%.o)) $(ASM:%.S=$(BUILD)/%.o)
# test_*.c are the unit tests; tool_*.c are programs that other tests run.
TEST_SRC  := $(wildcard tests/*/test_*.c tests/*/tool_*.c)
TEST_BIN  := $(TEST_SRC:%.c=$(BUILD)/%)

# One short line a step; V=1 shows the commands.
Q         := $(if $(V),,@)
say        = $(if $(V),@:,@printf '  %-5s %s\n')

all: $(BUILD)/viva

help:
	@echo "make            build $(BUILD)/viva"
	@echo "make run        install what is missing, build, start viva"
	@echo "make test       install what is missing, build, run every test"
	@echo "make check-asan the tests again under address and undefined sanitizers"
	@echo "make check-valgrind  unit tests, every command and the screens, once, under valgrind"
	@echo "make fuzz       fuzz each reader for FUZZ_SECONDS (default $(FUZZ_SECONDS))"
	@echo "make fuzz-coverage  which lines of each reader fuzzing has reached"
	@echo "make bench      time and memory of draws, reports, the screen and the page"
	@echo "make soak       the tests that have a larger version, at full size: hours"
	@echo "make lint       gcc, clang, clang-tidy, cppcheck, shellcheck, layering"
	@echo "make samples    write the sample reports in reports/"
	@echo "make bank-evidence  rerun the scripts behind the logs in the question sets"
	@echo "make man        write the manual page, src/cli/viva.1"
	@echo "make install    into PREFIX (default $(PREFIX)); uninstall takes it away"

$(BUILD)/viva: $(MAIN_OBJ) $(BUILD)/libviva.a
	$(say) LINK $@
	$(Q)$(CC) $(ALL_LDFLAGS) -o $@ $^ $(ALL_LIBS)

$(BUILD)/libviva.a: $(LIB_OBJ)
	@rm -f $@
	$(say) AR $@
	$(Q)$(AR) rcs $@ $^

$(BUILD)/%.o: %.c
	@mkdir -p $(@D)
	$(say) CC $<
	$(Q)$(CC) $(ALL_CFLAGS) -MMD -MP -c -o $@ $<

$(BUILD)/%.o: %.S
	@mkdir -p $(@D)
	$(say) AS $<
	$(Q)$(CC) $(ALL_CFLAGS) -DFONT_DIR='"$(FONT_DIR)"' -c -o $@ $<

# A unit test is one file; it sees the whole library and the harness in tests/lib.
$(BUILD)/tests/%: tests/%.c $(BUILD)/libviva.a tests/lib/test.h
	@mkdir -p $(@D)
	$(say) TEST $@
	$(Q)$(CC) $(ALL_CFLAGS) -Itests/lib -MMD -MP -MF $@.d $(ALL_LDFLAGS) -o $@ $< $(BUILD)/libviva.a $(ALL_LIBS)

$(BUILD)/src/serve/page.o: $(wildcard src/serve/page/*)

# Memory runs out where this one says.
$(BUILD)/tests/report/test_memory: override ALL_LDFLAGS += -Wl,--wrap=malloc,--wrap=calloc,--wrap=realloc

-include $(LIB_OBJ:.o=.d) $(MAIN_OBJ:.o=.d) $(TEST_BIN:=.d)

# ---- the two commands of the README ----

run:
	@.ci/packages $(RUN_PACKAGES)
	@$(MAKE) --no-print-directory -j$(JOBS) $(BUILD)/viva
	@$(BUILD)/viva $(ARGS); status=$$?; [ $$status -eq 3 ] || exit $$status   # 3: left early, saved

test:
	@.ci/packages $(TEST_PACKAGES)
	@$(MAKE) --no-print-directory -j$(JOBS) check

check: $(BUILD)/viva $(TEST_BIN)
	@BUILD=$(BUILD) /usr/bin/python3 tests/run.py $(TESTS)

# ---- variants ----

ASAN_FLAGS := -fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer

check-asan:
	@.ci/packages $(TEST_PACKAGES)
	@$(MAKE) --no-print-directory -j$(JOBS) check BUILD=$(BUILD)/asan CFLAGS="-O1 -g" \
	    HARDENING= VARIANT_FLAGS="$(ASAN_FLAGS)"

# One at a time: what runs side by side finds time limits, not faults.
# Only what is lost for certain: trees of the C library's tsearch(), as ncurses keeps, look lost when they are not.
# lax-ioctls: valgrind does not know TIOCGPTPEER, with which tests open terminals.
VALGRIND := valgrind -q --error-exitcode=99 --leak-check=full --errors-for-leak-kinds=definite \
            --show-leak-kinds=definite --sim-hints=lax-ioctls

check-valgrind:
	@.ci/packages $(LINT_PACKAGES)
	@$(MAKE) --no-print-directory -j$(JOBS) $(BUILD)/viva $(TEST_BIN)
	@BUILD=$(BUILD) VIVA_TEST_JOBS=1 VIVA_TEST_WRAPPER="$(VALGRIND)" /usr/bin/python3 tests/run.py --unit $(TESTS); \
	    units=$$?; /usr/bin/python3 tests/valgrind.py $(BUILD)/viva $(VALGRIND) && exit $$units

# Each tests/fuzz/fuzz_NAME.c is one libFuzzer target, with fuzz_NAME.dict and seeds in
# fuzz_NAME.seeds if there are any.  What it finds new stays in the build directory.
FUZZ_SECONDS ?= 20
FUZZ_EXTRA   ?=         # -fno-sanitize-coverage=trace-cmp: no help with comparisons, but many times the runs
FUZZ_FLAGS   := -fsanitize=fuzzer-no-link,address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer
FUZZ_BIN     := $(patsubst %.c,$(BUILD)/%,$(wildcard tests/fuzz/fuzz_*.c))

fuzz:
	@.ci/packages $(LINT_PACKAGES)
	@$(MAKE) --no-print-directory fuzz-run BUILD=$(BUILD)/fuzz CC=clang CFLAGS="-O1 -g" \
	    HARDENING= VARIANT_FLAGS="$(FUZZ_FLAGS) $(FUZZ_EXTRA)"

fuzz-run: $(FUZZ_BIN)
	@for target in $(FUZZ_BIN); do BUILD=$(BUILD) tests/fuzz/run.sh $$target $(FUZZ_SECONDS) || exit 1; done

$(BUILD)/tests/fuzz/%: tests/fuzz/%.c $(BUILD)/libviva.a
	@mkdir -p $(@D)
	$(CC) $(ALL_CFLAGS) -Itests/lib -fsanitize=fuzzer -MMD -MP -MF $@.d $(ALL_LDFLAGS) -o $@ $< $(BUILD)/libviva.a $(ALL_LIBS)

# Which lines the corpora of `make fuzz` and the seeds reach, for each file that reads something from outside.
COVER_FLAGS := -fprofile-instr-generate -fcoverage-mapping -fsanitize=fuzzer-no-link

fuzz-coverage:
	@.ci/packages $(LINT_PACKAGES) llvm
	@$(MAKE) --no-print-directory fuzz-cover BUILD=$(BUILD)/fuzz-coverage CORPUS=$(abspath $(BUILD))/fuzz/corpus \
	    CC=clang CFLAGS="-O1 -g" HARDENING= VARIANT_FLAGS="$(COVER_FLAGS)"

fuzz-cover: $(FUZZ_BIN)
	@BUILD=$(BUILD) CORPUS=$(CORPUS) tests/fuzz/coverage.sh $(FUZZ_BIN)

# Every test that has a larger version, at full size: hours of processor time.
SOAK_TESTS := tests/draw tests/store tests/fault tests/stats tests/report tests/ui tests/serve \
              $(addprefix tests/cmd/case_,screen_robust resume kills lead console halves rate stats full_disk) \
              tests/bank/case_grammar
soak:
	@.ci/packages $(TEST_PACKAGES)
	@$(MAKE) --no-print-directory $(BUILD)/viva $(TEST_BIN)
	@BUILD=$(BUILD) VIVA_SOAK=1 /usr/bin/python3 tests/run.py $(SOAK_TESTS)

# What the pages are compared with.
BENCH_PACKAGES := python3-reportlab python3-cairo fonts-lato fonts-dejavu-core

bench:
	@.ci/packages $(TEST_PACKAGES) $(BENCH_PACKAGES)
	@$(MAKE) --no-print-directory $(BUILD)/viva $(TEST_BIN)
	@BUILD=$(BUILD) /usr/bin/python3 tests/draw/bench.py
	@BUILD=$(BUILD) /usr/bin/python3 tests/report/bench.py
	@BUILD=$(BUILD) /usr/bin/python3 tests/ui/bench.py
	@BUILD=$(BUILD) /usr/bin/python3 tests/serve/bench.py

lint:
	@.ci/packages $(LINT_PACKAGES)
	@BUILD=$(BUILD) MAKE="$(MAKE)" .ci/lint

compile-only: $(LIB_OBJ) $(MAIN_OBJ) $(TEST_BIN)

# What .ci/lint hands to clang-tidy, quoted for a shell.
print-cflags:
	@:$(info $(filter-out -fPIE,$(ALL_CFLAGS)))

# ---- what the question sets show ----

# Reruns every script behind a log of the banks and compares; large packages, so not part of `test`.
EVIDENCE_PACKAGES := python3 python3-numpy python3-pandas python3-sklearn python3-imblearn python3-torch \
                 python3-statsmodels curl git iproute2 openssl procps tzdata util-linux

bank-evidence:
	@.ci/packages $(EVIDENCE_PACKAGES)
	@/usr/bin/python3 tests/bank-evidence/compare.py $(ITEMS)

samples: $(BUILD)/viva
	@.ci/packages $(TEST_PACKAGES)
	@BUILD=$(abspath $(BUILD)) /usr/bin/python3 tests/make_samples.py reports

# ---- installing ----

SHARE := $(DESTDIR)$(PREFIX)/share/viva
MAN_PAGE := $(DESTDIR)$(PREFIX)/share/man/man1/viva.1
BASH_COMPLETION := $(DESTDIR)$(PREFIX)/share/bash-completion/completions/viva
ZSH_COMPLETION := $(DESTDIR)$(PREFIX)/share/zsh/site-functions/_viva
FISH_COMPLETION := $(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d/viva.fish

# The manual page is made by the program and kept; a test compares.
man: $(BUILD)/viva
	$(BUILD)/viva help --man >src/cli/viva.1

install: $(BUILD)/viva
	install -D -m 755 $(BUILD)/viva $(DESTDIR)$(PREFIX)/bin/viva
	install -d $(SHARE)/question-sets
	install -m 644 question-sets/*.xml question-sets/*.rng question-sets/*.rnc $(SHARE)/question-sets
	install -D -m 644 src/cli/viva.1 $(MAN_PAGE)
	install -D -m 644 src/cli/completion/viva.bash $(BASH_COMPLETION)
	install -D -m 644 src/cli/completion/_viva $(ZSH_COMPLETION)
	install -D -m 644 src/cli/completion/viva.fish $(FISH_COMPLETION)

uninstall:
	rm -f $(DESTDIR)$(PREFIX)/bin/viva $(MAN_PAGE) $(BASH_COMPLETION) $(ZSH_COMPLETION) $(FISH_COMPLETION)
	rm -rf $(SHARE)

dist:
	@mkdir -p $(BUILD)
	git archive --prefix=viva-$(VERSION)/ -o $(BUILD)/viva-$(VERSION).tar.gz HEAD
	@echo $(BUILD)/viva-$(VERSION).tar.gz

clean:
	rm -rf $(BUILD)

.PHONY: all help run test check check-asan check-valgrind lint fuzz fuzz-run fuzz-coverage fuzz-cover compile-only print-cflags \
    soak bench bank-evidence samples man install uninstall dist clean
.DELETE_ON_ERROR:

# What a user runs. Everything lands in .venv (environment) and var (database, films, broker).
.PHONY: demo setup up test lint format bench manim clean
.DELETE_ON_ERROR:

PYTHON ?= $(shell for p in python3.11 python3.12 python3.13 python3.14 python3; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && command -v $$p && break; done)
VENV := .venv
export PYTHONUNBUFFERED := 1
RUN := $(VENV)/bin/python
MANIM_NEEDS := sudo apt-get install -y build-essential pkg-config python3-dev libpango1.0-dev libcairo2-dev
PIP := $(VENV)/bin/python -m pip install --quiet --disable-pip-version-check

demo: setup  ## The whole job once, on samples, then the site on 127.0.0.1:8000
	$(RUN) manage.py demo

setup: $(VENV)/base.done  ## Only the environment and the database
	@requirements/system.sh $(RUN)
	@$(RUN) manage.py migrate --verbosity 0

up: setup  ## Web, worker and scheduler for daily use
	$(RUN) manage.py up

test: setup $(VENV)/test.done  ## The whole suite
	$(RUN) -m pytest

lint: setup $(VENV)/dev.done  ## Style, types, architecture, templates, migrations
	$(VENV)/bin/ruff check .
	$(VENV)/bin/ruff format --check .
	$(VENV)/bin/mypy .
	$(VENV)/bin/lint-imports
	git ls-files -z -- 'templates/*.html' | xargs -0 $(VENV)/bin/djade --check --target-version 5.2
	DJANGO_SETTINGS_MODULE=config.settings.test $(RUN) manage.py makemigrations --check --dry-run

format: $(VENV)/dev.done  ## Let the tools put the layout right
	$(VENV)/bin/ruff check --fix .
	$(VENV)/bin/ruff format .
	git ls-files -z -- 'templates/*.html' | xargs -0 $(VENV)/bin/djade --target-version 5.2

bench: setup $(VENV)/dev.done  ## Performance tables
	$(RUN) -m bench

manim: var/manim/done  ## Manim Community in an environment of its own: the peer that `make bench` compares films with

clean:  ## Remove the environment and everything that running Jiyi wrote
	rm -rf $(VENV) var

$(VENV)/pyvenv.cfg:
	@test -n "$(PYTHON)" || { echo "需要 Python 3.11 或更新的版本。 Python 3.11 or newer is needed." >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)

$(VENV)/base.done: $(VENV)/pyvenv.cfg requirements/base.txt
	$(PIP) -r requirements/base.txt
	touch $@

$(VENV)/test.done: $(VENV)/base.done requirements/test.txt
	$(PIP) -r requirements/test.txt
	touch $@

$(VENV)/dev.done: $(VENV)/test.done requirements/dev.txt
	$(PIP) -r requirements/dev.txt
	touch $@

var/manim/done: $(VENV)/pyvenv.cfg requirements/bench.txt
	@pkg-config --exists pangocairo cairo && command -v cc >/dev/null || { \
		echo "缺少 Manim 要编译的库。请运行：$(MANIM_NEEDS)" >&2; \
		echo "Libraries that Manim is built with are missing. Run:  $(MANIM_NEEDS)" >&2; exit 1; }
	$(RUN) -m venv var/manim
	var/manim/bin/python -m pip install --quiet --disable-pip-version-check -r requirements/bench.txt
	touch $@

$(VENV)/models.done: $(VENV)/base.done requirements/models.txt  ## The local Wan backend: make .venv/models.done
	$(PIP) -r requirements/models.txt
	touch $@

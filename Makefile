# Two commands, on a machine with git, make and Python 3.11 or newer:
#   make        set up .venv, check the specs, write every generated file, build the site into site/
#   make test   set up .venv and run the tests; OUTSIDE=1 adds those that need Chromium, Node or the network
# Works with GNU Make 3.81. `make help` lists the rest.

.DEFAULT_GOAL := all
.DELETE_ON_ERROR:
.PHONY: all build diagrams serve test lint clean help

# Python is searched in this order; `make PYTHON=/path/to/python3` names one instead.
PYTHON ?=
CANDIDATES = $(or $(PYTHON),python3.14 python3.13 python3.12 python3.11 python3 python)
NO_PYTHON = brainspec needs Python 3.11 or newer with its venv module: install one \
(Debian, Ubuntu: python3 and python3-venv) or name one, as in: make PYTHON=/path/to/python3

# Judges of the outside tests.
NODE_PACKAGES = axe-core@4.14.1 markdownlint-cli@0.39.0 xstate@5.33.3

PIP = .venv/bin/python -m pip install --quiet --quiet --disable-pip-version-check --no-input
NPM = npm --loglevel=error

unexport PYTHONDONTWRITEBYTECODE
export NO_MKDOCS_2_WARNING := 1

all: build diagrams
	@$(MAKE) --no-print-directory --silent site/index.html
	@echo "The site is in site/. Read it with: make serve"

build: .venv/installed
	.venv/bin/brainspec build

# The library that draws the diagrams, from npm. Without npm the diagrams stay text, and one line says so.
diagrams: .venv/installed
	@.venv/bin/python overrides/mermaid.py

# Expanded by the second make of `all`, after the build wrote what it had to write. Folders of docs count:
# a page that goes away changes its folder.
SITE_SOURCES = $(shell find docs) $(shell find overrides mkdocs.yml -type f -not -name '*.pyc')

site/index.html: .venv/installed $(SITE_SOURCES)
	.venv/bin/mkdocs build --quiet --strict

serve: all
	.venv/bin/mkdocs serve --dev-addr 127.0.0.1:8000

# ARGS goes to pytest, as in: make test ARGS="tests/cli -x"
test: .venv/installed $(if $(OUTSIDE),.venv/node/installed diagrams)
	.venv/bin/python -m pytest $(if $(OUTSIDE),,-m "not outside") $(ARGS)

lint: .venv/installed
	.venv/bin/python -m pytest tests/repository/test_style.py

# The stamp comes last, and --clear removes what an interrupted set-up left.
.venv/installed: pyproject.toml constraints.txt
	@for python in $(CANDIDATES); do \
	  if "$$python" -c 'import sys, ensurepip, venv; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then \
	    echo "Setting up .venv with $$("$$python" --version), which takes about a minute"; \
	    exec "$$python" -m venv --clear .venv; \
	  fi; \
	done; \
	echo "$(NO_PYTHON)" >&2; exit 1
	@$(PIP) --constraint constraints.txt --editable '.[dev]'
	@touch $@

.venv/node/installed: .venv/installed
	$(NPM) install --no-audit --no-fund --no-package-lock --prefix .venv/node $(NODE_PACKAGES)
	@touch $@

clean:
	rm -rf .venv site .brainspec .pytest_cache .mypy_cache .ruff_cache .hypothesis docs/assets/mermaid.min.js
	find generator reference_impl tests -name __pycache__ -prune -exec rm -rf {} +

help:
	@echo "make                 set up, check the specs, write the generated files, build the site"
	@echo "make test            set up and run the tests"
	@echo "make test OUTSIDE=1  also the tests that need Chromium, Node or the network"
	@echo "make test ARGS=...   arguments for pytest"
	@echo "make lint            only the tests that run ruff and mypy"
	@echo "make serve           the site at http://127.0.0.1:8000, rebuilt on change"
	@echo "make clean           remove .venv, site and caches"
	@echo "PYTHON=/path         which Python makes .venv"

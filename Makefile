# Two commands: `make serve` shows the site, `make test` checks everything. Each sets up what it needs first.

PYTHON ?= $(shell command -v python3.11 || command -v python3)
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
export NO_MKDOCS_2_WARNING := 1
export PATH := $(CURDIR)/$(BIN):$(PATH)

.DEFAULT_GOAL := help
.PHONY: help setup serve site check lint browser test audit relevance benchmark lighthouse clean

help: ## Show the commands
	@sed -n 's/^\([a-z]*\):.*## /  make \1\t/p' $(MAKEFILE_LIST)

setup: $(READY) ## Set up the virtual environment

$(READY): pyproject.toml .ci/constraints.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 or newer is needed."; exit 1; }
	@bash .ci/venv "$(PYTHON)" $(VENV)
	$(BIN)/python -m pip install --quiet --constraint .ci/constraints.txt --editable '.[dev]'
	@touch $@

serve: setup ## Show the site at http://127.0.0.1:8000 and rebuild it on every change
	kb preview

site: setup ## Build the site, strictly, into site/
	kb build

check: setup ## Check the content
	kb check

lint: setup ## Check the code: style, types, and that imports point down
	ruff check .
	ruff format --check .
	mypy
	lint-imports --no-cache

browser: setup ## Find or install a browser for the tests
	@python .ci/find_browser.py

test: lint browser ## Run every test
	pytest -n auto --dist worksteal

audit: lint browser ## The long runs: accessibility of every page
	pytest -n auto --dist worksteal --audit

relevance: browser ## Ask the search every query of the relevance set, and print how good it is
	PYTHONPATH=hooks:tests python -m relevance.measure --misses

benchmark: browser ## Measure the search on a large library, beside stock search and plain Pagefind (SUMMARIES=1000)
	PYTHONPATH=hooks:tests python -m benchmark.measure --summaries $(or $(SUMMARIES),1000)

lighthouse: browser ## Ask Lighthouse about every type of page in every language, as on a phone; needs Node (RUNS=1)
	PYTHONPATH=hooks:tests python -m benchmark.lighthouse --runs $(or $(RUNS),1)

clean: ## Remove everything that was made
	rm -rf $(VENV) .cache site site.new.* .pytest_cache .mypy_cache .ruff_cache

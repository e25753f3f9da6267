PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
OUT ?= data/out
DOCS ?= docs
SITE ?= docs/_build
SPHINX := $(firstword $(wildcard $(BIN)/sphinx-build) $(shell command -v sphinx-build))

.PHONY: run test check format page docs linkcheck clean

run: $(VENV)/.installed  ## The main job: records of the articles under data/raw
	$(BIN)/extract run data/raw -o $(OUT)
	@echo "The records are in $(OUT)/records.csv and $(OUT)/records.jsonl; one article for reading:"
	@echo "    $(BIN)/extract show data/raw/NAME.txt"

test: $(VENV)/.installed-dev  ## What CI runs for Python
	$(MAKE) check BIN=$(BIN)

check:  ## The checks alone, with the tools of BIN
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/pytest -n logical --dist loadfile

format:
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

page:  ## The report's page: checks, tests, and whether what stands in src is what it builds; needs Node.js
	npm --prefix frontend ci --no-audit --no-fund
	npm --prefix frontend run check
	npm --prefix frontend test
	npm --prefix frontend run compare

docs: $(if $(SPHINX),,$(VENV)/.installed-dev)  ## The documentation, a site that opens from disk; what is broken in it is an error
	$(or $(SPHINX),$(BIN)/sphinx-build) -b html -a -E -W --keep-going -n -q -c docs -d $(SITE)/doctrees $(DOCS) $(SITE)/html
	@echo "Open $(SITE)/html/index.html"

linkcheck: $(if $(SPHINX),,$(VENV)/.installed-dev)  ## Ask for every outside link of the documentation; needs a network
	$(or $(SPHINX),$(BIN)/sphinx-build) -b linkcheck -q -c docs -d $(SITE)/doctrees $(DOCS) $(SITE)/linkcheck

$(VENV)/.installed: pyproject.toml
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --editable .
	touch $@

$(VENV)/.installed-dev: pyproject.toml
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --editable '.[dev]'
	touch $@ $(VENV)/.installed

clean:
	rm -rf $(VENV) build dist docs/_build .mypy_cache .pytest_cache .ruff_cache .hypothesis

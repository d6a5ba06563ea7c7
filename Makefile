# Two commands do all the set-up: `make demo` and `make test`.
PYTHON ?= python3
VENV ?= .venv
BIN = $(VENV)/bin
SECONDS ?= 1200

.PHONY: demo test check-style docs-rules bench words fuzz clean

demo: $(VENV)/.installed
	@$(BIN)/careerdoc build samples/nursing.md

test: $(VENV)/.installed-dev check-style
	$(BIN)/python -m pytest -n auto

check-style: $(VENV)/.installed-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

docs-rules: $(VENV)/.installed-dev
	$(BIN)/python -m pytest -q tests/checking/test_framework_docs.py --update-goldens

bench: $(VENV)/.installed-bench
	$(BIN)/python tests/bench/bench.py

words: $(VENV)/.installed-dev
	$(BIN)/python tests/bench/words.py

fuzz: $(VENV)/.installed-fuzz
	$(BIN)/python tests/fuzz/fuzz_plan.py --seconds $(SECONDS)

clean:
	rm -rf $(VENV) out

$(VENV)/.pip:
	$(PYTHON) -c 'import sys; sys.exit("careerdoc needs Python 3.11 or newer; try: make PYTHON=python3.12" if sys.version_info < (3, 11) else 0)'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install -q "pip>=25.1"
	@touch $@

$(VENV)/.installed: $(VENV)/.pip pyproject.toml constraints.txt
	$(BIN)/python -m pip install -q -c constraints.txt -e ".[plutoprint]"
	@touch $@

$(VENV)/.installed-dev: $(VENV)/.installed
	$(BIN)/python -m pip install -q -c constraints.txt --group dev
	@touch $@

$(VENV)/.installed-bench: $(VENV)/.installed-dev
	$(BIN)/python -m pip install -q -c constraints.txt --group bench
	@touch $@

$(VENV)/.installed-fuzz: $(VENV)/.installed-dev
	$(BIN)/python -m pip install -q -c constraints.txt --group fuzz
	@touch $@

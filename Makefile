# Every command of the project. Anything longer than a few lines is a script in infra/.
.DEFAULT_GOAL := help
.PHONY: help setup demo compiled test test-compiled test-faults test-system bench lint format kafka registry lock

bin := .venv/bin
demo_events := out/demo/rescue-events.avro

help: ## list the commands
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-11s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

setup: .venv/installed ## create .venv from the lock (PYTHON=… names the interpreter)

.venv/installed: requirements.lock pyproject.toml infra/virtual-environment
	@PYTHON='$(PYTHON)' infra/virtual-environment

demo: setup ## run the pipeline over the bundled articles and show the events
	@mkdir -p $(dir $(demo_events))
	@$(bin)/rescuewire run tests/articles/ $(demo_events)
	@$(bin)/rescuewire tail $(demo_events)
	@echo "The events as Avro: $(CURDIR)/$(demo_events)"

compiled: setup ## compile the extraction, as the image has it, into out/compiled
	@infra/compiled

test: setup ## lint, then all tests, real Kafka and schema registry included, and those of the extraction on it compiled
	@infra/java-and-maven
	@infra/kafka/fetch
	@infra/registry/fetch
	@$(MAKE) --no-print-directory lint
	@$(bin)/pytest --numprocesses auto --dist loadfile
	@$(MAKE) --no-print-directory test-compiled

test-compiled: compiled ## the tests of the extraction, on it compiled
	@PYTHONPATH='$(CURDIR)/out/compiled' $(bin)/pytest --numprocesses auto --dist loadfile \
		--override-ini pythonpath=tests -m 'not plain' tests/extraction

test-faults: setup ## kill and freeze processes and brokers for a quarter of an hour, print what came of it
	@infra/java-and-maven
	@infra/kafka/fetch
	@$(bin)/pytest -m 'faults or not faults' tests/faults
	@$(bin)/pytest -m faults tests/kafka

test-system: setup ## broker, registry, pipeline, alerts and Prometheus under load for two minutes, then the runbook, command by command
	@infra/java-and-maven
	@infra/kafka/fetch
	@infra/registry/fetch
	@$(bin)/pytest -m system -n0 tests/system

bench: compiled ## measure everything for 20 minutes and write docs/benchmarks.md (BENCH=--quick, or other flags)
	@infra/java-and-maven
	@infra/kafka/fetch
	@PYTHONPATH='$(CURDIR)/out/compiled:tests' $(bin)/python -m benchmarks $(BENCH)

lint: setup ## ruff, mypy and the direction of imports
	@$(bin)/ruff check .
	@$(bin)/ruff format --check .
	@$(bin)/mypy
	@$(bin)/lint-imports --no-logo

format: setup ## let ruff put the code in order
	@$(bin)/ruff check --fix .
	@$(bin)/ruff format .

kafka: setup ## run a Kafka broker by hand until Ctrl-C
	@infra/java-and-maven
	@infra/kafka/fetch
	@infra/kafka/start

registry: setup ## run a schema registry by hand until Ctrl-C
	@infra/java-and-maven
	@infra/registry/start

lock: setup ## renew requirements.lock from pyproject.toml
	@infra/lock

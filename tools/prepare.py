"""Gets .venv ready: locked packages, the front end, the product itself. Does again only what has changed.

Runs before anything is installed: the standard library only, and a syntax that any Python 3 can read, so that an old
one is told so in a sentence.
"""

import hashlib
import os
import shutil
import subprocess
import sys
import time

TOP = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
VENV = os.path.join(TOP, ".venv")
BIN = os.path.join(VENV, "bin")
PYTHON = os.path.join(BIN, "python")
SCRIPT = os.path.join(BIN, "mizban")
LOCK = "requirements.lock"
DEV_LOCK = "requirements-dev.lock"
BUILD_LOCK = "requirements-build.lock"
BUNDLE = os.path.join(TOP, "app", "ui", "static", "dist")


def main(arguments):
    refuse_old_python()
    refuse_unwritable()
    step("Virtual environment", [], create_venv, done=runs(PYTHON))
    if "--dev" in arguments:
        step("Locked packages for tests", [DEV_LOCK], lambda: install_locked(DEV_LOCK))
    else:
        step("Locked packages", [LOCK], lambda: install_locked(LOCK))
    step("Build tools", [BUILD_LOCK], lambda: install_locked(BUILD_LOCK))
    step("Front end and translations", front_end_files(), build_front_end, done=os.path.isdir(BUNDLE))
    step("Console script", ["pyproject.toml", "hatch_build.py"], install_product, done=os.path.exists(SCRIPT))


def refuse_old_python():
    if sys.version_info < (3, 11):
        stop("Mizban needs Python 3.11 or newer; this is {}.{}.".format(*sys.version_info[:2]))


def refuse_unwritable():
    for folder in (TOP, VENV):
        if os.path.isdir(folder) and not os.access(folder, os.W_OK):
            stop(f"The folder {folder} cannot be written to; Mizban keeps its environment and data in it.")


def step(name, files, work, done=True):
    """Do `work` unless it was done before on the very same files."""
    stamp = os.path.join(VENV, ".mizban-" + name.lower().replace(" ", "-"))
    wanted = fingerprint(files)
    if done and read(stamp) == wanted:
        return
    print(f"{name:<30} ...", flush=True)
    began = time.monotonic()
    work()
    with open(stamp, "w") as out:
        out.write(wanted)
    print(f"{name:<30} {time.monotonic() - began:.0f} s", flush=True)


def create_venv():
    try:
        import ensurepip
        import venv
    except ImportError as missing:
        stop(f"Python's {missing.name} module is missing; on Debian and Ubuntu: apt install python3-venv.")
    shutil.rmtree(VENV, ignore_errors=True)
    run([sys.executable, "-m", venv.__name__, VENV], "The virtual environment could not be made")
    if not runs(PYTHON):
        stop(f"The new virtual environment in {VENV} has no working Python ({ensurepip.version()}).")


def install_locked(lock):
    pip(["--require-hashes", "-r", lock], f"What {lock} names could not be installed")


def build_front_end():
    run([PYTHON, "hatch_build.py"], "The front end could not be built")


def install_product():
    # No isolation: pip would fetch the build tools anew each time, and without their hashes.
    pip(["--no-build-isolation", "--no-deps", "-e", "."], "The product could not be installed")


def pip(arguments, trouble):
    quiet = ["--quiet", "--disable-pip-version-check", "--no-input", "--no-warn-script-location"]
    run([PYTHON, "-m", "pip", "install"] + quiet + arguments, trouble)


def run(command, trouble):
    """Run in silence; when it fails, show how it ended and one sentence."""
    done = subprocess.run(command, cwd=TOP, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    if done.returncode:
        sys.stderr.write("".join(line + "\n" for line in done.stdout.splitlines()[-30:]))
        stop(trouble + "; the lines above say why.")


def front_end_files():
    """What the bundle and the translations are made from: a change in one of them asks for a new build."""
    found = ["hatch_build.py", BUILD_LOCK]
    for top in ("frontend", os.path.join("app", "translations")):
        for folder, folders, names in os.walk(os.path.join(TOP, top)):
            folders[:] = sorted(set(folders) - {"node_modules"})
            sources = sorted(name for name in names if not name.endswith(".mo"))
            found += [os.path.relpath(os.path.join(folder, name), TOP) for name in sources]
    return found


def fingerprint(files):
    digest = hashlib.sha256(repr(sys.version_info[:2]).encode())
    for name in files:
        path = os.path.join(TOP, name)
        digest.update(name.encode())
        if os.path.exists(path):
            with open(path, "rb") as source:
                digest.update(source.read())
    return digest.hexdigest()


def runs(python):
    if not os.path.exists(python):
        return False
    return subprocess.run([python, "-c", "import pip"], stderr=subprocess.DEVNULL).returncode == 0


def read(path):
    if not os.path.exists(path):
        return ""
    with open(path) as source:
        return source.read()


def stop(sentence):
    sys.stderr.write(sentence + "\n")
    sys.exit(1)


if __name__ == "__main__":
    try:
        main(sys.argv[1:])
    except OSError as trouble:
        stop(f"{trouble.filename or TOP}: {trouble.strerror}.")
    except KeyboardInterrupt:
        stop("Stopped.")

"""Holds the locks against published advisories; where no source of advisories answers, says so and ends well.

`python .ci/audit.py PIP_AUDIT LOCK...`: status 1 when an advisory speaks of a locked version.
"""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

SERVICES = ("pypi", "osv")
SECONDS = 300


def ask(program: str, lock: str, service: str) -> list[dict[str, Any]] | None:
    """Return what a source of advisories says of each locked package; `None` where it cannot be asked.

    A package index without advisories answers as if it knew no package: each is then skipped, none is cleared.
    """
    command = [program, "--requirement", lock, "--require-hashes", "--disable-pip", "--format", "json"]
    command += ["--progress-spinner", "off", "--timeout", "10", "--vulnerability-service", service]
    try:
        said = subprocess.run(command, capture_output=True, text=True, check=False, timeout=SECONDS).stdout  # noqa: S603
        packages: list[dict[str, Any]] = json.loads(said)["dependencies"]
    except (subprocess.TimeoutExpired, ValueError, KeyError, OSError):
        return None
    return packages if any("vulns" in package for package in packages) else None


def judge(lock: str, packages: list[dict[str, Any]] | None) -> tuple[str, bool]:
    """Return the line that tells of a lock, and whether it may stay as it is."""
    if packages is None:
        return (
            f"audit of {lock} SKIPPED: no source of advisories ({', '.join(SERVICES)}) can be reached from here",
            True,
        )
    found = [f"{one['name']} {one['version']}: {v['id']}" for one in packages for v in one.get("vulns", ())]
    known = sum("vulns" in one for one in packages)
    told = f"audit of {lock}: {known} of {len(packages)} packages known, {len(found)} advisories"
    return "\n  ".join([told, *found]), not found


def main(program: str, *locks: str) -> int:
    """Ask the first source that answers about each lock, and tell what it says."""
    sound = True
    for lock in locks:
        answers = (ask(program, lock, service) for service in SERVICES)
        line, may_stay = judge(lock, next((packages for packages in answers if packages), None))
        sys.stdout.write(f"{line}\n")
        sound &= may_stay
    return 0 if sound else 1


if __name__ == "__main__":
    if len(sys.argv) < 3 or not Path(sys.argv[1]).exists():
        sys.exit(__doc__)
    sys.exit(main(*sys.argv[1:]))

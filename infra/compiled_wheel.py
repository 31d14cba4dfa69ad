"""Compile the extraction into the wheel with mypyc: an article then costs two thirds of its time.

    HATCH_BUILD_HOOK_ENABLE_CUSTOM=1 hatchling build --target wheel

It takes a C compiler, the headers of Python, and one and a half minutes. The wheel is for this Python and platform
alone; without the variable it is for all. PYTHON_WITH_LIBRARIES names the Python that has spaCy and the others, whose
types are read; without it the one that builds.
"""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

EXTRACTION = "pipelines/rescuewire/extraction"
LEFT_PLAIN = {"word_class.py": "a frozenset with operators of its own, which mypyc has no class for"}
SHAPE = "msgspec.Struct"
"""What shapes of files are made of: mypyc loses the keywords of their classes, and they are read once a process."""

AS_LINTED = ("--config-file=", "--ignore-missing-imports", "--disable-error-code=import-untyped")
"""Types are checked by `make lint`, which has the stubs that an installation lacks."""


class CompiledExtraction(BuildHookInterface[Any]):
    """Puts an extension module beside each module of the extraction; the sources stay for tracebacks."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile, and tell hatchling what came of it."""
        if version == "editable":
            raise RuntimeError("compiled modules beside sources that change would win over them: build a wheel instead")
        self._built = Path(mkdtemp(prefix="rescuewire-compiled-"))
        os.chdir(self.root)
        compile_modules(modules(), self._built)
        build_data["pure_python"], build_data["infer_tag"] = False, True
        for extension in self._built.rglob("*.so"):
            build_data["force_include"][str(extension)] = str(extension.relative_to(self._built))

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:  # noqa: ARG002  hatchling's
        """Remove what was compiled: the wheel has it."""
        shutil.rmtree(self._built)


def modules() -> list[str]:
    """Return the files to compile, from the root of the checkout."""
    sources = sorted(Path(EXTRACTION).rglob("*.py"))
    return [str(source) for source in sources if source.name not in LEFT_PLAIN and not _is_shape(source)]


def _is_shape(source: Path) -> bool:
    return source.name == "__init__.py" or SHAPE in source.read_text(encoding="utf-8")


def compile_modules(sources: list[str], built: Path) -> None:
    """Compile modules into extensions below the folder `built`."""
    from mypyc.build import mypycify  # noqa: PLC0415  slow, and not there where plain wheels are built
    from setuptools import Distribution  # noqa: PLC0415
    from setuptools.command.build_ext import build_ext  # noqa: PLC0415

    libraries = os.environ.get("PYTHON_WITH_LIBRARIES", sys.executable)
    extensions = mypycify(
        [*AS_LINTED, "--python-executable", libraries, *sources],
        opt_level="1",
        debug_level="0",
        multi_file=True,
        target_dir=str(built / "c"),
        group_name="rescuewire",
    )
    command = build_ext(Distribution({"ext_modules": extensions}))
    command.build_lib, command.build_temp = str(built), str(built / "objects")
    command.ensure_finalized()
    command.run()

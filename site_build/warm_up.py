"""What Python does before its memory is written down; `snapshot.mjs` runs it inside Pyodide.

Its last line is its result: a JSON list of the files of the standard library that it needed.
"""

import gc
import json
import sys
import traceback

from cagecore import wire

# A snapshot keeps no files: whatever the core ever reads or imports, it has to have read by now.
wire.answer(json.dumps({"type": "catalogue"}))
_TEXTS = ["1ABC5", "K0999", "N4YFFGL4CDX6", "804735132", "7.6E+06", " cage: \u0421ABC5", "N/A"]
wire.answer(json.dumps({"type": "check", "texts": _TEXTS, "expect": ["cage", "uei"]}))
wire.answer(json.dumps({"type": "check", "texts": _TEXTS, "expect": None}))
try:
    wire.answer('{"type": "unheard-of"}')
except ValueError:
    traceback.format_exc()


def _wipe() -> None:
    """Write zeros over memory that is free again, because what was there does not compress.

    So many objects fill the gaps and no more; then the heap would grow, which the build refuses.
    """
    overhead, classes, each = 20, range(504, 24, -8), 200
    kept = [bytes(size - overhead) for size in classes for _ in range(each)]
    del kept


gc.collect()
_wipe()
gc.collect()

_ARCHIVE = next(path for path in sys.path if path.endswith(".zip")) + "/"
json.dumps(
    sorted(
        str(module.__file__).removeprefix(_ARCHIVE)
        for module in list(sys.modules.values())
        if str(getattr(module, "__file__", "")).startswith(_ARCHIVE)
    )
)

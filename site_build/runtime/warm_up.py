"""What Python does before its memory is written down; `snapshot.mjs` runs it inside Pyodide.

Its last line is its result: a JSON list of the files of the standard library that it needed.
"""

import gc
import json
import sys
import traceback

from cagecore import wire

# A snapshot keeps no files: whatever the core ever reads or imports, it has to have read by now.
# So every rule speaks once, and texts that have to be spelled out are among them.
_CATALOGUE = json.loads(wire.answer('{"type": "catalogue"}'))["catalogue"]
_TEXTS = [rule["example"] for rule in _CATALOGUE["rules"].values()]
_TEXTS += ["\0\ud800\U0010ffff\u0421\xb2", "<1ABC5>", "N4YFFGL4CDX5", ""]
for _expect in (None, ["cage", "ncage"], ["uei"], ["duns"]):
    wire.answer(json.dumps({"type": "check", "texts": _TEXTS, "expect": _expect}))
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

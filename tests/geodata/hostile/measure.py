"""Read every hostile file in a process of its own that watches itself: `python measure.py FOLDER` prints JSON.

FOLDER is the place for temporary files, so that what is left behind shows. Memory is the largest resident size of the
reading process (of all so far) and what this process has grown by.
"""

import json
import resource
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[3]))

from geodata.scheme_upload import read_delivery
from texts.problems import sentence


def measured(content, name, temporary):
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    start = time.perf_counter()
    delivery, problems = read_delivery(content, name)
    seconds = time.perf_counter() - start
    grown = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
    reader = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    return {
        "read": delivery is not None,
        "names": [] if delivery is None else delivery.areas["name"].tolist(),
        "codes": [problem.code for problem in problems],
        "errors": [problem.code for problem in problems if problem.severity == "error"],
        "sentences": [sentence(problem) for problem in problems],
        "seconds": seconds,
        "megabytes": (grown + reader) / 1024,
        "left": sorted(path.name for path in temporary.iterdir()),
    }


if __name__ == "__main__":
    files, temporary = Path(sys.argv[1]), Path(sys.argv[2])
    found = {path.name: measured(path.read_bytes(), path.name, temporary) for path in sorted(files.iterdir())}
    print(json.dumps(found))

"""Peak memory of this process."""

import sys
from pathlib import Path

_STATUS = Path("/proc/self/status")


def peak_mib() -> float:
    """The highest resident size so far in MiB; 0.0 on systems that do not tell."""
    if _STATUS.exists():
        # Not getrusage: on Linux a child's figure begins with what its parent held when it was started.
        line = next(line for line in _STATUS.read_text().splitlines() if line.startswith("VmHWM:"))
        return int(line.split()[1]) / 1024
    try:
        import resource
    except ImportError:  # Windows
        return 0.0
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / (1024 * 1024 if sys.platform == "darwin" else 1024)


def tell_peak() -> None:
    """A line with the figure on standard output: that it comes is what the other side waits for."""
    sys.stdout.write(f"{peak_mib()}\n")
    sys.stdout.flush()

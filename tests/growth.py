"""How the time of a piece of work grows with the size of its input: a ratio within one run, never seconds."""

import gc
import time
from collections.abc import Callable

_TRIES = 5


def _shortest(work: Callable[[], object], runs: int) -> float:
    took = []
    for _ in range(runs):
        begun = time.process_time()
        work()
        took.append(time.process_time() - begun)
    return min(took)


def stays_linear(work: Callable[[int], object], *, small: int, times: int = 8, slack: float = 4.0) -> bool:
    """Whether `work(small * times)` takes less than `slack * times` of what `work(small)` takes.

    Processor time, the shortest of a few runs, without the garbage collector (a sweep over all that a test session holds would be
    counted as growth); a machine that stumbles is asked again, up to five times. Quadratic work is `times` squared in every try.
    """
    if times <= slack:
        raise ValueError("quadratic work would pass: choose times well above slack")
    work(small)
    collecting = gc.isenabled()
    gc.disable()
    try:
        for _ in range(_TRIES):
            base = max(_shortest(lambda: work(small), 3), 0.0005)  # below this the clock's own steps decide
            if _shortest(lambda: work(small * times), 1) < slack * times * base:
                return True
        return False
    finally:
        if collecting:
            gc.enable()

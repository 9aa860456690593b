"""Step 3 of the data's way: plan × declared accounts → captures with an outcome for each step.

Everything here works on values and gives back a `Capture` held in memory; it stores nothing and knows no case.
"""

from vetting.collection.imports import import_capture, import_outcome
from vetting.collection.quiet import silence
from vetting.collection.run import collect_step, is_automatic

silence()

__all__ = ["collect_step", "import_capture", "import_outcome", "is_automatic"]

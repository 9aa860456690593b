"""`make demo`: a whole hiring round on synthetic candidates, on this machine alone, through the real commands.

Nothing here can do what a user of the commands cannot. Each scene checks what it shows; if anything does not go as
told, the demo says so and ends with exit code 1. What it makes lies in `./demo-output`, new each time.
"""

import os
import shutil
import sys
import time
from pathlib import Path

OUTPUT = Path("demo-output")
_MARK = ".made-by-the-demo"


def main() -> int:
    begun = time.monotonic()
    for name in [n for n in os.environ if n.startswith("VETTING_")]:
        del os.environ[name]  # the settings of a real installation have no place here
    os.environ["VETTING_ALLOW_PRIVATE_HOSTS"] = "true"  # the candidates' servers are on this machine
    os.environ["VETTING_UNPACED_TEST_HOSTS"] = "true"  # and are asked without pauses
    folder = _new_folder()
    if folder is None:
        sys.stderr.write(f"{OUTPUT} exists and was not made by the demo: move it away.\n")
        return 1
    from flows.server import prefect_server
    from tests.demo import examining, opening, proving
    from tests.demo.cast import servers
    from tests.demo.stage import NotAsTold, Stage
    from vetting.errors import VettingError
    from vetting.settings import Settings

    stage = Stage(folder)
    try:
        stage.console.print(
            "A hiring round with the internet checked, from declaration to sealed summary.", style="bold"
        )
        stage.tell("All people and candidates are synthetic; their servers are simulators on this machine.")
        opening.an_office(stage)
        opening.a_round(stage)
        with servers() as (fediverse, site):
            opening.declared(stage, fediverse, site)
            stage.tell(
                "",
                "(One workflow server for all that follows is started now; by itself each command would start its own.)",
            )
            with prefect_server(Settings(home=Path("office"))) as url:
                os.environ["VETTING_PREFECT_API_URL"] = url
                opening.collected(stage, fediverse)
                opening.by_hand(stage)
                examining.looked_at(stage)
                examining.found(stage)
                examining.not_theirs(stage)
                examining.not_corroborated(stage)
                examining.reviewed(stage, examining.prepared(stage))
                proving.released(stage)
            del os.environ["VETTING_PREFECT_API_URL"]
        proving.opened(stage)
        proving.proven(stage)
        proving.read_by_the_board(stage)
        proving.where_it_lies(stage, time.monotonic() - begun)
    except NotAsTold as what:
        stage.console.print(f"\nNot as told: {what}.", style="bold red", markup=False)
        return 1
    except VettingError as refusal:
        stage.console.print(f"\nThe demo could not go on: {refusal.diagnostics()}", style="bold red", markup=False)
        return 1
    except KeyboardInterrupt:
        stage.console.print("\nStopped.")
        return 130
    return 0


def _new_folder() -> Path | None:
    """An empty folder for what the demo makes; a folder of somebody else is left alone."""
    if OUTPUT.exists() and not (OUTPUT / _MARK).exists():
        return None
    shutil.rmtree(OUTPUT, ignore_errors=True)
    for name in ("people", "given", "board", "auditor"):
        (OUTPUT / name).mkdir(parents=True)
    (OUTPUT / _MARK).touch()
    return OUTPUT.resolve()


if __name__ == "__main__":
    sys.exit(main())

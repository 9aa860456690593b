"""Prefect's settings for this product. It stores flow parameters and exception texts, and reports usage, unless told not to.

- No telemetry, in client and server.
- No log lines to its API, no results persisted, nothing cached: its database holds ids and states only (law 11).
"""

import os

SETTINGS = {
    "DO_NOT_TRACK": "1",
    "PREFECT_SERVER_ANALYTICS_ENABLED": "false",
    "PREFECT_LOGGING_TO_API_ENABLED": "false",
    "PREFECT_LOGGING_LEVEL": "CRITICAL",
    "PREFECT_LOGGING_INTERNAL_LEVEL": "CRITICAL",
    "PREFECT_RESULTS_PERSIST_BY_DEFAULT": "false",
    "PREFECT_TASKS_DISABLE_CACHING": "true",
    "PREFECT_CLI_PROMPT": "false",
    "PREFECT_MEMO_STORE_PATH": os.devnull,
    "PREFECT_SERVER_UI_ENABLED": "false",
}


def make_quiet() -> None:
    """Put the settings into the environment; what stands there already is overruled, since it would leak."""
    os.environ.update(SETTINGS)

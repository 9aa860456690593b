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
    "PREFECT_LOGGING_ROOT_LEVEL": "CRITICAL",
    "PREFECT_RESULTS_PERSIST_BY_DEFAULT": "false",
    "PREFECT_TASKS_DISABLE_CACHING": "true",
    "PREFECT_CLI_PROMPT": "false",
    "PREFECT_MEMO_STORE_PATH": os.devnull,
    "PREFECT_SERVER_UI_ENABLED": "false",
}

_SERVICES = (
    "CANCELLATION_CLEANUP",
    "EVENT_PERSISTER",
    "FOREMAN",
    "LATE_RUNS",
    "PAUSE_EXPIRATIONS",
    "SCHEDULER",
    "TASK_RUN_RECORDER",
    "TRIGGERS",
)
SERVER_SETTINGS = {
    **SETTINGS,
    "PREFECT__SERVER_EPHEMERAL": "1",
    "PREFECT__SERVER_FINAL": "1",
    **{f"PREFECT_SERVER_SERVICES_{service}_ENABLED": "false" for service in _SERVICES},
}
"""For our temporary server. Schedules, automations and a second record of each task have no reader there; keeping them
took as long as the work itself. An agency's own server (VETTING_PREFECT_API_URL) keeps what that agency configured."""


def make_quiet() -> None:
    """Put the settings into the environment; what stands there already is overruled, since it would leak."""
    os.environ.update(SETTINGS)

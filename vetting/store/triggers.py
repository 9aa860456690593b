"""Rules that the database itself keeps, whoever writes to it.

- Append-only: events, checkpoints, frozen versions, declarations, evidence, findings, corroborations, attributions,
  validations and reviews are never changed or deleted (laws 2, 8 and 10).
- A decided thing stays decided: a step's outcome, a deviation's decision, a release's text.
- Law 1: a decision maker or auditor of a round holds no other role in it, also not one that has ended.
"""

APPEND_ONLY = (
    "event", "checkpoint", "frozen", "declaration", "evidence", "finding", "corroboration", "attribution",
    "validation", "review", "draft", "vault_object", "credential",
)  # fmt: skip
UNDELETABLE = (
    "assignment",
    "step",
    "deviation",
    "case_file",
    "round",
    "release",
    "hold",
    "disposal",
    "person",
    "vault_key",
    "log_state",
)
SET_ONCE = (
    ("step", "outcome"), ("step", "finished_at"), ("deviation", "decided_by"), ("deviation", "approved"), ("assignment", "ended_at"),
    ("hold", "lifted_by"), ("disposal", "done_at"), ("release", "withdrawn_at"), ("vault_key", "destroyed_at"), ("account", "until"),
)  # fmt: skip
FIXED = (
    ("release", ("draft", "review", "author", "released_by", "sealed", "readers")),
    ("assignment", ("round", "person", "role", "assigned_by")),
    ("case_file", ("round", "number", "kind")),
    ("step", ("case", "account", "version", "key", "attempt")),
    ("deviation", ("round", "case", "step", "account", "kind", "reason", "note_object", "requested_by")),
    ("person", ("public", "thumbprint")),
    ("round", ("agency", "position", "sworn", "opened_at")),
    ("disposal", ("case", "authority", "authorised_by")),
)
EXCLUSIVE = ("decision_maker", "auditor")
_CLASH = """EXISTS (SELECT 1 FROM assignment a WHERE a.round = NEW.round AND a.person = NEW.person AND a.role <> NEW.role
  AND (NEW.role IN ('decision_maker', 'auditor') OR a.role IN ('decision_maker', 'auditor')))"""


def _rules() -> list[tuple[str, str, str, str, str]]:
    """(name, table, event, condition, message) of every rule."""
    rules = [(f"{t}_no_update", t, "UPDATE", "TRUE", f"{t} is append-only") for t in APPEND_ONLY]
    rules += [(f"{t}_no_delete", t, "DELETE", "TRUE", f"{t} is never deleted") for t in (*APPEND_ONLY, *UNDELETABLE)]
    rules += [
        (
            f"{t}_{c}_once",
            t,
            "UPDATE",
            f"OLD.{c} IS NOT NULL AND (NEW.{c} IS NULL OR NEW.{c} <> OLD.{c})",
            f"{t}.{c} is set once",
        )
        for t, c in SET_ONCE
    ]
    for table, columns in FIXED:
        changed = " OR ".join(_differs(c) for c in columns)
        rules.append((f"{table}_fixed", table, "UPDATE", changed, f"{table} keeps what it was made with"))
    rules.append(("assignment_roles", "assignment", "INSERT", _CLASH, "conflicting roles in one round"))
    return rules


def _differs(column: str) -> str:
    quoted = f'"{column}"'
    return f"(CAST(OLD.{quoted} AS TEXT) <> CAST(NEW.{quoted} AS TEXT) OR (OLD.{quoted} IS NULL) <> (NEW.{quoted} IS NULL))"


def statements(dialect: str) -> list[str]:
    """The SQL that installs every rule on `sqlite` or `postgresql`."""
    if dialect == "sqlite":
        return [
            f"CREATE TRIGGER {name} BEFORE {verb} ON \"{table}\" WHEN {condition} BEGIN SELECT RAISE(ABORT, '{message}'); END"
            for name, table, verb, condition, message in _rules()
        ]
    made = []
    for name, table, verb, condition, message in _rules():
        back = "OLD" if verb == "DELETE" else "NEW"
        made.append(
            f"CREATE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF {condition} THEN "
            f"RAISE EXCEPTION '{message}' USING ERRCODE = '23514'; END IF; RETURN {back}; END $$"
        )
        made.append(f'CREATE TRIGGER {name} BEFORE {verb} ON "{table}" FOR EACH ROW EXECUTE FUNCTION {name}()')
    return made
